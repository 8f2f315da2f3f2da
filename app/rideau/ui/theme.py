# SPDX-License-Identifier: MIT
"""Which colours, sizes and shapes do the windows wear? The tokens of DESIGN and the one style sheet made of them."""

from functools import lru_cache
from string import Template
from typing import NamedTuple

from PySide6.QtGui import QColor, QFont, QFontInfo, QGuiApplication, QPalette

from rideau.domain.phase import Phase

USUAL_FONT_PX = 13
"""What the measures below were drawn for; a larger system font scales them all."""
TITLE, SENTENCE, BODY, SMALL = 22, 18, 14, 12


class Tokens(NamedTuple):
    """Hold the colours of one scheme. Every text colour meets WCAG AA on paper, surface and its own ground."""

    paper: str
    surface: str
    ink: str
    second: str
    line: str
    main: str
    """Ground of the one main action."""
    on_main: str
    main_hover: str
    link: str
    notice: str
    """Ground of what needs a decision."""
    on_notice: str
    notice_line: str
    focus_ring: str
    main_ring: str
    """The ring around what is filled with ``main``, or may be: seen on that fill and on the ground around it."""
    hover: str
    error: str
    yes: str
    """What is good to know."""
    bar: str
    """Work on a timeline, and what is written on it; the ground is the whole day's."""
    on_bar: str
    track: str
    work_ground: str
    """Grounds of the sides of life, and what is written on them."""
    work_ink: str
    mixed_ground: str
    mixed_ink: str
    personal_ground: str
    personal_ink: str


LIGHT = Tokens(
    paper="#FBF7F0",
    surface="#FFFFFF",
    ink="#2B2A33",
    second="#686474",
    line="#E3DACB",
    main="#38346B",
    on_main="#FFFFFF",
    main_hover="#4A4585",
    link="#38346B",
    notice="#FBEBCB",
    on_notice="#5B3B05",
    notice_line="#C9841A",
    focus_ring="#7A68B3",
    main_ring="#BA7916",
    hover="#F3ECE0",
    error="#A93044",
    yes="#3B715E",
    bar="#427663",
    on_bar="#FFFFFF",
    track="#F5F0E7",
    work_ground="#E3EFEA",
    work_ink="#2F5F4E",
    mixed_ground="#F8EBD3",
    mixed_ink="#7F5208",
    personal_ground="#E9E5F3",
    personal_ink="#57478A",
)
DARK = Tokens(
    paper="#1F1D2B",
    surface="#2A2740",
    ink="#F4F0FA",
    second="#B9B2CE",
    line="#433F5C",
    main="#A79FE6",
    on_main="#1F1D2B",
    main_hover="#BBB4F0",
    link="#BDB5F2",
    notice="#3D3222",
    on_notice="#F6DDB0",
    notice_line="#E9B04F",
    focus_ring="#A796E0",
    main_ring="#FFFFFF",
    hover="#353150",
    error="#F59AA6",
    yes="#6DB199",
    bar="#47806C",
    on_bar="#FFFFFF",
    track="#201E2F",
    work_ground="#24372F",
    work_ink="#93CDB8",
    mixed_ground="#3B3122",
    mixed_ink="#EBC27A",
    personal_ground="#322C4B",
    personal_ink="#C3B6EE",
)


class Scene(NamedTuple):
    """Hold the colours of the shop front in one phase: the wall of slats, what is behind it, and its mark."""

    slat: str
    slat_foot: str
    inside: str
    mark: str


LIGHT_SCENES = {
    Phase.WORK: Scene("#4F8A75", "#427663", "#FFE9BC", "#4F8A75"),
    Phase.FOCUS: Scene("#2F74A0", "#27648B", "#DCEFF9", "#2F74A0"),
    Phase.WIND_DOWN: Scene("#7A68B3", "#6A59A1", "#FFE3A3", "#7A68B3"),
    Phase.QUIET: Scene("#38346B", "#2C2957", "#F4C95D", "#F4C95D"),
    Phase.AWAY: Scene("#7D766B", "#6C665C", "#EFEAE2", "#FBF7F0"),
    Phase.ON_CALL: Scene("#38346B", "#2C2957", "#F4C95D", "#E9B04F"),
    Phase.CRISIS: Scene("#C23B4E", "#A93244", "#FFE9BC", "#C23B4E"),
}
DARK_SCENES = {
    Phase.WORK: Scene("#47806C", "#3B6D5B", "#E9CF95", "#2F5C4B"),
    Phase.FOCUS: Scene("#2F6D94", "#275D80", "#A9CDE2", "#1F557A"),
    Phase.WIND_DOWN: Scene("#6E5DA5", "#5E4E92", "#E0BE7C", "#57478A"),
    Phase.QUIET: Scene("#3B376F", "#312D60", "#F4C95D", "#F4C95D"),
    Phase.AWAY: Scene("#6A645B", "#5A554D", "#C9C3B8", "#FBF7F0"),
    Phase.ON_CALL: Scene("#3B376F", "#312D60", "#F4C95D", "#E9B04F"),
    Phase.CRISIS: Scene("#B04052", "#983546", "#E9CF95", "#9A2F41"),
}


def is_dark() -> bool:
    """Tell whether the desktop asks for dark windows: its palette says so even where Qt knows of no colour scheme."""
    made = QGuiApplication.palette()
    return made.color(QPalette.ColorRole.Window).lightness() < made.color(QPalette.ColorRole.WindowText).lightness()


def tokens() -> Tokens:
    """Return the colours of the scheme in force."""
    return DARK if is_dark() else LIGHT


def scene(phase: Phase) -> Scene:
    """Return the shop front's colours of ``phase`` in the scheme in force."""
    return (DARK_SCENES if is_dark() else LIGHT_SCENES)[phase]


def scale() -> float:
    """Return how much larger than usual the person's system font is (screen scaling is Qt's own affair)."""
    return _scale_of(QGuiApplication.font().key())


@lru_cache(maxsize=4)
def _scale_of(_key: str) -> float:
    """Measure the font once: every part that is drawn asks, and asking the font takes 30 µs."""
    return max(QFontInfo(QGuiApplication.font()).pixelSize() / USUAL_FONT_PX, 0.8)


def units(measure: float) -> int:
    """Return a measure of the 8-unit rhythm in logical pixels, grown with the system font."""
    return round(measure * scale())


def font(size: int, *, is_strong: bool = False) -> QFont:
    """Return the system's font in one of the four sizes."""
    chosen = QFont(QGuiApplication.font())
    chosen.setPixelSize(units(size))
    chosen.setWeight(QFont.Weight.DemiBold if is_strong else QFont.Weight.Normal)
    return chosen


def palette() -> QPalette:
    """Return the scheme in force as a palette, for what the style sheet does not reach."""
    now, made = tokens(), QPalette()
    roles = {
        QPalette.ColorRole.Window: now.paper,
        QPalette.ColorRole.WindowText: now.ink,
        QPalette.ColorRole.Base: now.surface,
        QPalette.ColorRole.AlternateBase: now.hover,
        QPalette.ColorRole.Text: now.ink,
        QPalette.ColorRole.Button: now.surface,
        QPalette.ColorRole.ButtonText: now.ink,
        QPalette.ColorRole.PlaceholderText: now.second,
        QPalette.ColorRole.Highlight: now.main,
        QPalette.ColorRole.HighlightedText: now.on_main,
        QPalette.ColorRole.ToolTipBase: now.surface,
        QPalette.ColorRole.ToolTipText: now.ink,
        QPalette.ColorRole.Link: now.link,
    }
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(now.second))
    return made


def style_sheet(more: str = "") -> str:
    """Return the style sheet of the scheme in force, with ``more`` rules of one window, written with the same names."""
    sizes = {f"u{n}": f"{units(n)}px" for n in (2, 4, 6, 8, 12, 14, 18, 20, 22, 24, 32)}
    round_indicator = f"{units(14) // 2 + 2}px"  # half its size with its border, or Qt draws it square
    # Half a button's height with its border; any more, and Qt draws it square.
    main_radius, pill_radius = (f"{(units(20) + 2 * units(pad) + 4) // 2}px" for pad in (8, 6))
    round_ends = {"main_radius": main_radius, "pill_radius": pill_radius}
    return Template(_SHEET + more).substitute(tokens()._asdict() | sizes | round_ends, radio=round_indicator)


_SHEET = """
QWidget { color: $ink; font-size: $u14; }
QDialog, QWidget#surface { background: $paper; }
QLabel { background: transparent; }
QLabel[role="title"] { font-size: $u22; font-weight: 600; }
QLabel[role="sentence"] { font-size: $u18; font-weight: 600; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="second"] { color: $second; }
QLabel[role="small"] { color: $second; font-size: $u12; }
QLabel[role="yes"] { color: $yes; }
QLabel[role="clock"] { color: $second; font-weight: 600; }
QLabel[role="problem"] { color: $error; font-size: $u12; }
QLabel[role="notice"] { color: $on_notice; background: $notice; border-left: $u4 solid $notice_line;
  border-radius: $u8; padding: $u8 $u12; font-size: $u12; }
QLabel[side="work"] { color: $work_ink; }
QLabel[side="mixed"] { color: $mixed_ink; }
QLabel[side="personal"] { color: $personal_ink; }
QFrame[role="panel"] { background: $surface; border: 1px solid $line; border-radius: $u12; }
QFrame[role="navigation"] { background: $hover; border: none; }
QPushButton[role="navigation"] { background: transparent; border: 2px solid transparent; text-align: left;
  padding: $u8 $u12; }
QPushButton[role="navigation"]:hover { background: $paper; }
QPushButton[role="navigation"]:checked { background: $main; color: $on_main; border-color: $main; }
QPushButton[role="navigation"]:focus { border: 2px solid $main_ring; padding: $u8 $u12; }
QFrame[role="foot"] { background: $paper; border: none; border-top: 1px solid $line; }
QFrame[role="urgent"] { background: $notice; border: none; border-left: $u4 solid $notice_line; border-radius: $u8; }
QFrame[role="news"] { background: $surface; border: 1px solid $line; border-radius: $u8; }
QLabel[role="on-urgent"] { color: $on_notice; }
QFrame[role="urgent"] QPushButton[role="quiet"] { color: $on_notice; }
QPushButton { background: $surface; border: 1px solid $line; border-radius: $u8; padding: $u8 $u14; outline: none;
  min-height: $u20; }
QPushButton:hover { background: $hover; }
QPushButton:focus { border: 2px solid $focus_ring; padding: ${u8} ${u14}; }
QPushButton:disabled { color: $second; background: transparent; }
QPushButton[role="main"] { background: $main; color: $on_main; border: 2px solid $main; border-radius: $main_radius;
  font-weight: 600; padding: $u8 $u20; }
QPushButton[role="main"]:hover { background: $main_hover; border-color: $main_hover; }
QPushButton[role="main"]:focus { border: 2px solid $main_ring; }
QPushButton[role="main"]:disabled { background: transparent; color: $second; border: 2px solid $line; }
QPushButton[role="quiet"] { background: transparent; border: 2px solid transparent; color: $link; padding: $u6 $u8; }
QPushButton[role="quiet"]:hover { background: $hover; }
QPushButton[role="quiet"]:focus { border: 2px solid $focus_ring; }
QPushButton[role="quiet"]:disabled { color: $second; }
QPushButton[role="pill"] { border-radius: $pill_radius; padding: $u6 $u14; border: 2px solid $line; }
QPushButton[role="pill"]:checked { background: $main; color: $on_main; border-color: $main; }
QPushButton[role="pill"]:focus { border-color: $main_ring; }
QLineEdit, QPlainTextEdit, QComboBox { placeholder-text-color: $second; }
QPlainTextEdit { background: $surface; border: 2px solid $line; border-radius: $u8; padding: $u4 $u6;
  selection-background-color: $main; selection-color: $on_main; }
QPlainTextEdit:focus { border: 2px solid $focus_ring; }
QLineEdit, QComboBox, QAbstractSpinBox { background: $surface; border: 2px solid $line; border-radius: $u8;
  padding: $u6 $u8; selection-background-color: $main; selection-color: $on_main; min-height: $u20; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus { border: 2px solid $focus_ring; }
QLineEdit[problem="true"], QComboBox[problem="true"], QAbstractSpinBox[problem="true"] { border: 2px solid $error; }
QLineEdit:read-only { background: transparent; color: $second; }
QComboBox { padding-right: $u24; combobox-popup: 0; }
QComboBox::drop-down { border: none; width: $u24; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; border: none; }
QDateEdit { padding-right: $u24; }
QDateEdit::drop-down { border: none; width: $u24; }
QComboBox QLineEdit, QAbstractSpinBox QLineEdit { border: none; padding: 0; background: transparent;
  min-height: 0; }
QAbstractItemView { background: $surface; color: $ink; border: 1px solid $line; outline: none;
  selection-background-color: $main; selection-color: $on_main; }
QAbstractItemView[role="bare"] { background: transparent; border: none; }
QCheckBox, QRadioButton { outline: none; spacing: $u8; padding: $u2; border: 2px solid transparent; border-radius: $u6;
  background: transparent; }
QCheckBox:focus, QRadioButton:focus { border: 2px solid $focus_ring; }
QCheckBox::indicator, QRadioButton::indicator { width: $u14; height: $u14; border: 2px solid $second;
  background: $surface; }
QCheckBox::indicator { border-radius: $u4; }
QCheckBox::indicator:disabled { border-color: $line; }
QRadioButton::indicator { border-radius: ${radio}; }
QCheckBox::indicator:checked { background: $main; border-color: $main; }
QRadioButton::indicator:checked { border-color: $main; background: qradialgradient(cx: 0.5, cy: 0.5, radius: 0.5,
  fx: 0.5, fy: 0.5, stop: 0 $main, stop: 0.6 $main, stop: 0.7 $surface, stop: 1 $surface); }
QCalendarWidget QWidget { background: $surface; alternate-background-color: $surface; }
QCalendarWidget { border: 1px solid $line; }
QCalendarWidget QAbstractItemView { border: none; }
QCalendarWidget QAbstractItemView:disabled { color: $second; }
QCalendarWidget QToolButton { background: transparent; border: 2px solid transparent; border-radius: $u8;
  padding: $u4 $u6; margin: $u2; font-weight: 600; }
QCalendarWidget QToolButton:hover { background: $hover; }
QCalendarWidget QToolButton:focus { border-color: $focus_ring; }
QCalendarWidget QToolButton::menu-indicator { image: none; }
QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget { background: transparent; }
QScrollBar:vertical { background: transparent; width: $u12; margin: 0; }
QScrollBar::handle:vertical { background: $line; border-radius: $u4; margin: $u2; min-height: $u32; }
QScrollBar::handle:vertical:hover { background: $second; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { background: transparent;
  border: none; width: 0; height: 0; }
QMenu { background: $surface; border: 1px solid $line; padding: $u6; }
QMenu::item { padding: $u6 $u24 $u6 $u12; border-radius: $u6; }
QMenu::item:selected { background: $hover; }
QMenu::item:disabled { color: $second; }
QMenu::icon { padding-left: $u12; }
QMenu::indicator { width: $u12; height: $u12; margin-left: $u6; border: 2px solid $second; border-radius: $u4; }
QMenu::indicator:checked { background: $main; border-color: $main; }
QMenu::separator { height: 1px; background: $line; margin: $u6 $u8; }
QToolTip { background: $surface; color: $ink; border: 1px solid $line; }
"""
