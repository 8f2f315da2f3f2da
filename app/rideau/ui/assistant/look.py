# SPDX-License-Identifier: MIT
"""What does the assistant wear beside the windows' style? Sides in their colours, and the bar at its foot."""

from PySide6.QtWidgets import QWidget

from rideau.ui import theme

_SHEET = """
QWidget#foot { background: $paper; border-top: 1px solid $line; }
QPushButton[role="side"] { border-radius: $u8; padding: $u2 $u6; border: 2px solid transparent; color: $second;
  background: transparent; min-height: $u20; }
QPushButton[role="side"]:hover { background: $hover; }
QPushButton[role="side"][side="work"]:checked { background: $work_ground; color: $work_ink; border-color: $work_ink; }
QPushButton[role="side"][side="mixed"]:checked { background: $mixed_ground; color: $mixed_ink;
  border-color: $mixed_ink; }
QPushButton[role="side"][side="personal"]:checked { background: $personal_ground; color: $personal_ink;
  border-color: $personal_ink; }
QPushButton[role="side"]:focus, QPushButton[role="side"]:checked:focus { border-color: $main_ring; outline: none; }
QTimeEdit { padding-right: $u20; padding-left: $u8; }
QTimeEdit::up-button, QTimeEdit::down-button { width: $u20; border: none; subcontrol-origin: border; }
QTimeEdit::up-button { subcontrol-position: top right; }
QTimeEdit::down-button { subcontrol-position: bottom right; }
QPushButton[role="side"]:disabled { color: $second; }
"""


def dress(window: QWidget) -> None:
    """Put the theme in force on ``window``."""
    window.setPalette(theme.palette())
    window.setStyleSheet(theme.style_sheet(_SHEET))
