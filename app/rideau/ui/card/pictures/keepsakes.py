# SPDX-License-Identifier: MIT
"""What is kept, and what is let go? A jar of small stars, and a feather on the air."""

from math import cos, pi, sin

from rideau.domain.tip import Kind
from rideau.ui.card.pictures.easing import between, eased, mixed, wave
from rideau.ui.card.pictures.sheet import MovingPicture, Sheet, outline

_JAR = outline(
    "M-31 -44 Q-30 -32 -36 -26 Q-48 -16 -48 0 L-48 54 Q-48 68 -34 68"
    " L34 68 Q48 68 48 54 L48 0 Q48 -16 36 -26 Q30 -32 31 -44"
)
_RIM = outline("M-31 -44 C-28 -35 28 -35 31 -44")
_STAR = outline(
    " ".join(
        f"{'L' if number else 'M'}{(11 if number % 2 else 22) * sin(pi * number / 5):.2f} "
        f"{-(11 if number % 2 else 22) * cos(pi * number / 5):.2f}"
        for number in range(10)
    )
    + " Z"
)
_KEPT = ((-22, 44, 0.52, 0.0), (20, 46, 0.6, 0.3), (-2, 26, 0.42, 0.6), (26, 14, 0.36, 0.85))


def _star(sheet: Sheet, phase: float) -> None:
    sheet.still(_jar)
    for x, y, size, shift in _KEPT:
        _small_star(
            sheet,
            (x + 2.5 * wave(phase, shift=shift), y + 3 * wave(phase, 1, shift + 0.2)),
            size,
            14 * wave(phase, shift=shift),
        )
    _arriving(sheet, phase)
    sheet.still(_glazing)


def _jar(sheet: Sheet) -> None:
    """Draw what is behind the stars."""
    sheet.disc()
    sheet.shadow(0, 74, 52)
    sheet.fill(_JAR, sheet.paints.pane)
    sheet.glow(0, 26, 56)
    sheet.ring((0, -44, 31, 7), sheet.ground.line, 4)


def _glazing(sheet: Sheet) -> None:
    """Draw what is before them."""
    paints = sheet.paints
    sheet.stroke(outline("M-38 2 L-38 44"), paints.pane, 5)
    sheet.stroke(_JAR, sheet.ground.line)
    sheet.stroke(_RIM, sheet.ground.line)
    sheet.stroke(outline("M-30 -33 Q0 -25 30 -33"), paints.clay, 4)
    sheet.leaf((18, -29), 150, 15, paints.clay)
    sheet.leaf((18, -29), 92, 15, paints.clay)


def _arriving(sheet: Sheet, phase: float) -> None:
    """Let one more star sink into the jar, and become light there."""
    sunk = eased(phase / 0.86)
    with sheet.faded(between(phase, 0.0, 0.12) * (1 - between(phase, 0.82, 0.99))):
        _small_star(
            sheet,
            (-14 + 10 * wave(phase, 1, 0.25) * (1 - sunk), mixed(-98, 4, sunk)),
            0.74 - 0.12 * sunk,
            40 * wave(phase, 1, 0.1),
        )


def _small_star(sheet: Sheet, place: tuple[float, float], size: float, turn: float) -> None:
    with sheet.at(*place, turn, size):
        sheet.shape(_STAR, sheet.paints.lamp, sheet.paints.lamp, 7)


_VANE = outline("M0 56 C-30 40 -34 -6 -16 -40 Q-8 -56 6 -66 C22 -36 26 20 0 56 Z")
_HALF = outline("M0 56 C10 20 12 -30 6 -66 C22 -36 26 20 0 56 Z")
_QUILL = outline("M-3 78 Q-2 20 5 -58")
_AIR = outline("M-20 0 Q-10 -8 0 0 Q10 8 20 0")
_BARBS = outline("M0 30 L-17 16 M1 12 L-20 -6 M2 -8 L-16 -26 M1 22 L13 8 M2 2 L16 -14 M3 -18 L15 -34")


def _feather(sheet: Sheet, phase: float) -> None:
    paints = sheet.paints
    across, drop = wave(phase), wave(phase, 2, 0.25)
    sheet.disc()
    with sheet.faded(0.75 - 0.25 * drop):
        sheet.oval((30 * across, 78, 32 - 5 * drop, 4.5), paints.shade)
    for y, shift, half in ((-58, 0.0, 26), (-6, 0.3, 34), (44, 0.6, 22)):
        x = 10 * wave(phase, 1, shift)
        with sheet.faded(0.5), sheet.at(x - 20, y, 0, half / 20):
            sheet.stroke(_AIR, paints.cloud, 2.4)
    with sheet.at(26 * across, -4 - 9 * drop, 48 + 26 * across, 0.92):
        sheet.fill(_VANE, paints.paper)
        sheet.fill(_HALF, paints.dusk_soft)
        sheet.stroke(_BARBS, sheet.ground.disc, 2.4)
        sheet.stroke(_QUILL, sheet.ground.line, 3.6)


STAR = MovingPicture(Kind.PEOPLE, 5, 0.3, _star, (-58, -118, 116, 194))
FEATHER = MovingPicture(Kind.CRAFT, 6, 0.12, _feather)
