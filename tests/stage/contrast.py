# SPDX-License-Identifier: MIT
"""Can one colour be read on another? WCAG's contrast."""

from PySide6.QtGui import QColor

AA_TEXT = 4.5


def contrast(one: QColor | str, other: QColor | str) -> float:
    """Return the contrast of two colours, 1 to 21."""

    def luminance(colour: QColor | str) -> float:
        parts = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in QColor(colour).getRgbF()[:3]]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)
