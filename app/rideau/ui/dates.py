# SPDX-License-Identifier: MIT
"""How does a person choose a date or a time in their own language, whatever the system's is?"""

from datetime import date

from PySide6.QtCore import QDate, QEvent, QLocale, QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QGuiApplication,
    QIcon,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QTextCharFormat,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QCalendarWidget, QDateEdit, QToolButton, QWidget

from rideau.ui import theme
from rideau.ui.widgets import paint_chevron
from rideau.wording.words import Words

_USUAL = {"en": QLocale("en_GB"), "fr": QLocale("fr_FR")}
_WEEKEND = (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)


def locale_of(words: Words) -> QLocale:
    """Return the system's locale where it speaks the language of ``words``, else the language's usual one."""
    system = QLocale.system()
    is_ours = QLocale.languageToCode(system.language()) == words.language
    return system if is_ours else _USUAL[words.language]


class DateField(QDateEdit):
    """Be a date with its weekday before it, in the order that the language has, and with its calendar.

    The keyboard comes to what is typed first, not to the weekday.
    """

    def __init__(self, on: date, name: str, words: Words) -> None:
        """Begin with ``on``; ``name`` says to a screen reader what is asked."""
        super().__init__(QDate(on.year, on.month, on.day))
        self.setCalendarPopup(True)
        self.setAccessibleName(name)
        locale = locale_of(words)
        self.setLocale(locale)
        self.setDisplayFormat(f"ddd {_with_whole_year(locale)}")
        self.setDateRange(QDate(1, 1, 1), QDate(9998, 12, 31))
        self.setKeyboardTracking(False)
        metrics, shown = QFontMetrics(theme.font(theme.BODY)), self.displayFormat()
        weekdays = (locale.toString(QDate(2026, 12, 21 + n), shown) for n in range(7))
        widest = max(metrics.horizontalAdvance(each) for each in weekdays)
        self.setMinimumWidth(widest + theme.units(56))  # Qt measures some weekdays of some languages too narrow
        dress_calendar(self.calendarWidget(), locale)
        _name_calendar(self.calendarWidget(), name, words)

    @property
    def on(self) -> date:
        """The date that stands in it."""
        chosen = self.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    @on.setter
    def on(self, on: date) -> None:
        self.setDate(QDate(on.year, on.month, on.day))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose the first number."""
        super().focusInEvent(event)
        if event.reason() not in (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.setCurrentSectionIndex(1)
            self.setSelectedSection(self.sectionAt(1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the calendar at Alt and Down, or at F4, as any list does; Qt has no key for it."""
        with_alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.key() == Qt.Key.Key_F4 or (with_alt and event.key() == Qt.Key.Key_Down):
            self._press_arrow()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, then a chevron at its trailing edge: the style sheet takes the usual one away."""
        super().paintEvent(event)
        paint_chevron(self)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the wheel scroll the page: a field under the pointer must not change by accident."""
        event.ignore()

    def _press_arrow(self) -> None:
        """Press where the mouse would, at the trailing edge: no other way leads to Qt's calendar."""
        edge = theme.units(8)
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        at = QPointF(edge if is_mirrored else self.width() - edge, self.height() / 2)
        left, held = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        press = QMouseEvent(QEvent.Type.MouseButtonPress, at, self.mapToGlobal(at), left, left, held)
        QApplication.sendEvent(self, press)


def _name_calendar(calendar: QCalendarWidget, name: str, words: Words) -> None:
    """Say to a screen reader what is asked there, and what the two chevrons do."""
    named = {
        "qt_calendar_calendarview": name,
        "qt_calendar_prevmonth": words.text("Month before"),
        "qt_calendar_nextmonth": words.text("Month after"),
    }
    for part, said in named.items():
        found = calendar.findChild(QWidget, part)
        if found is not None:
            found.setAccessibleName(said)


def dress_calendar(calendar: QCalendarWidget, locale: QLocale) -> None:
    """Give ``calendar`` the first day of the locale's week and our colours: Qt paints weekends red."""
    calendar.setLocale(locale)
    calendar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    layout = calendar.layout()
    if layout is not None:
        layout.setContentsMargins(1, 1, 1, 1)  # room for the line around
    calendar.setMinimumSize(theme.units(308), theme.units(264))
    calendar.setFirstDayOfWeek(locale.firstDayOfWeek())
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
    now = theme.tokens()
    heads = QTextCharFormat()
    heads.setForeground(QColor(now.second))
    heads.setBackground(QColor(now.surface))
    calendar.setHeaderTextFormat(heads)
    for day in _WEEKEND:
        calendar.setWeekdayTextFormat(day, QTextCharFormat())
    for name, points in (("qt_calendar_prevmonth", -1), ("qt_calendar_nextmonth", 1)):
        turn = calendar.findChild(QToolButton, name)
        if turn is not None:
            turn.setIcon(_chevron(points if calendar.layoutDirection() is Qt.LayoutDirection.LeftToRight else -points))


def _chevron(points: int) -> QIcon:
    """Return a chevron that points on (1) or back (-1), in the colour of quiet text."""
    side = theme.units(16)
    ratio = QGuiApplication.primaryScreen().devicePixelRatio()
    drawn = QPixmap(round(side * ratio), round(side * ratio))
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.tokens().second), theme.scale() * 1.8))
    middle, reach = side / 2, side / 4
    tip = middle + points * reach / 2
    foot = middle - points * reach / 2
    painter.drawPolyline([QPointF(foot, middle - reach), QPointF(tip, middle), QPointF(foot, middle + reach)])
    painter.end()
    return QIcon(drawn)


def _with_whole_year(locale: QLocale) -> str:
    short = locale.dateFormat(QLocale.FormatType.ShortFormat)
    return short if "yyyy" in short else short.replace("yy", "yyyy")
