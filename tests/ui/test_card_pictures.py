# SPDX-License-Identifier: MIT
"""Is there a moving picture for every name, does it move, come round, stay in its place, and cost nothing for long?"""

import sys
from itertools import combinations

import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPalette, QPixmap

from rideau.adapters.qt.appearance import wear
from rideau.domain.tip import Kind, Picture
from rideau.ui import theme
from rideau.ui.card.picture_area import FRAME_MS
from rideau.ui.card.pictures import picture
from rideau.ui.card.pictures.palette import DARK, LIGHT, PictureTokens, picture_tokens
from stage.contrast import AA_TEXT, contrast

pytestmark = pytest.mark.usefixtures("qapp")

SIZE = (135, 140)
AROUND = "#0A0B0C"
PHASES = (0.0, 0.25, 0.5, 0.75)
FLASH = 4.0
"""How much brighter or darker, of 255, a whole picture may become from one frame to the next."""
BARELY = 6
"""How much one channel of a pixel may differ without being seen."""


def painted(name: Picture, phase: float, palette: PictureTokens = LIGHT, margin: int = 0) -> QImage:
    image = QImage(SIZE[0] + 2 * margin, SIZE[1] + 2 * margin, QImage.Format.Format_RGB32)
    image.fill(QColor(AROUND))
    painter = QPainter(image)
    picture(name).paint(painter, QRectF(margin, margin, *SIZE), phase, palette)
    painter.end()
    return image


def bytes_of(image: QImage) -> bytes:
    return bytes(image.constBits())


def far_apart(one: QImage, other: QImage) -> int:
    """Count the channels of pixels in which two images differ to the eye."""
    pairs = zip(bytes_of(one), bytes_of(other), strict=True)
    return sum(abs(a - b) > BARELY for a, b in pairs)


def change(one: QImage, other: QImage) -> float:
    """Return by how much the channels of two images differ, on average."""
    pairs = list(zip(bytes_of(one), bytes_of(other), strict=True))
    return sum(abs(a - b) for a, b in pairs) / len(pairs)


@pytest.mark.parametrize("name", Picture)
def test_each_picture_comes_round_without_a_jump(name: Picture) -> None:
    first = painted(name, 0.0)
    assert far_apart(first, painted(name, 1.0)) == 0
    largest = max(far_apart(painted(name, step / 40), painted(name, (step + 1) / 40)) for step in range(40))
    assert far_apart(painted(name, 1 - 1 / 40), first) <= largest


@pytest.mark.parametrize("name", Picture)
def test_each_picture_moves_and_no_step_is_a_flash(name: Picture) -> None:
    frames = [painted(name, phase) for phase in PHASES]
    assert any(far_apart(one, other) for one, other in combinations(frames, 2))
    drawn = picture(name)
    assert 3 <= drawn.seconds <= 6
    assert 0 <= drawn.still < 1
    step = FRAME_MS / 1000 / drawn.seconds
    assert all(change(painted(name, at / 20), painted(name, at / 20 + step)) < FLASH for at in range(20))


@pytest.mark.parametrize("palette", [LIGHT, DARK])
@pytest.mark.parametrize("name", Picture)
def test_frames_that_copy_what_stands_still_look_as_those_drawn_anew(name: Picture, palette: PictureTokens) -> None:
    for phase in PHASES:
        copied = QPixmap(*SIZE)
        painter = QPainter(copied)
        picture(name).paint(painter, QRectF(0, 0, *SIZE), phase, palette)
        painter.end()
        seen = copied.toImage().convertToFormat(QImage.Format.Format_RGB32)
        assert far_apart(seen, painted(name, phase, palette)) < BARELY


@pytest.mark.parametrize("name", Picture)
def test_light_and_dark_are_two_palettes(name: Picture) -> None:
    assert far_apart(painted(name, 0.3, LIGHT), painted(name, 0.3, DARK)) > SIZE[0] * SIZE[1]


@pytest.mark.parametrize("name", Picture)
def test_nothing_is_painted_outside_and_all_is_painted_inside(name: Picture) -> None:
    margin = 12
    for phase in PHASES:
        image = painted(name, phase, LIGHT, margin)
        inside = QRect(margin, margin, *SIZE)
        for x in range(image.width()):
            for y in (*range(margin), *range(margin + SIZE[1], image.height())):
                assert image.pixelColor(x, y).name().upper() == AROUND
        for y in range(image.height()):
            for x in (*range(margin), *range(margin + SIZE[0], image.width())):
                assert image.pixelColor(x, y).name().upper() == AROUND
        back = LIGHT.ground(picture(name).kind).back
        assert image.pixelColor(inside.bottomLeft()).name().upper() == back
        assert image.pixelColor(inside.bottomRight()).name().upper() == back


@pytest.mark.parametrize("name", Picture)
def test_what_is_around_the_moving_part_never_changes(name: Picture) -> None:
    place = QRectF(0, 0, *SIZE)
    part = picture(name).moving(place)
    assert place.contains(part)
    covered = []
    for step in range(24):
        image = painted(name, step / 24)
        painter = QPainter(image)
        painter.fillRect(part, QColor(AROUND))
        painter.end()
        covered.append(image)
    assert all(bytes_of(image) == bytes_of(covered[0]) for image in covered)


def test_painting_for_long_leaves_nothing_behind() -> None:
    image = QImage(*SIZE, QImage.Format.Format_RGB32)  # one for all: each new one costs the binding some None
    for name in Picture:
        _paint_on(image, name, 0.1)
    before = sys.getrefcount(None)
    for number in range(200):
        for name in (Picture.GLASS, Picture.TRAIN, Picture.STAR):
            _paint_on(image, name, number / 200)
    assert abs(sys.getrefcount(None) - before) < 100


def _paint_on(image: QImage, name: Picture, phase: float) -> None:
    painter = QPainter(image)
    picture(name).paint(painter, QRectF(image.rect()), phase, LIGHT)
    painter.end()


@pytest.mark.parametrize("ratio", [1, 2, 3])
def test_a_picture_fits_whatever_place_it_gets(ratio: int) -> None:
    image = QImage(300, 300 // ratio, QImage.Format.Format_RGB32)
    image.fill(QColor(AROUND))
    painter = QPainter(image)
    picture(Picture.GLASS).paint(painter, QRectF(image.rect()), 0, LIGHT)
    painter.end()
    assert image.pixelColor(0, 0).name().upper() == LIGHT.rest.back
    assert picture(Picture.GLASS).moving(QRectF(image.rect())).width() <= 300 / ratio


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("kind", Kind)
def test_what_a_gesture_says_can_be_read_on_every_ground(palette: PictureTokens, kind: Kind) -> None:
    texts = theme.LIGHT if palette is LIGHT else theme.DARK
    back = palette.ground(kind).back
    for colour in (texts.ink, texts.second, texts.link):
        assert contrast(colour, back) >= AA_TEXT


def test_the_palette_follows_the_scheme_that_the_desktop_asks_for() -> None:
    try:
        wear(dark=True)
        assert picture_tokens() is DARK
        wear(dark=False)
        assert picture_tokens() is LIGHT
    finally:
        QGuiApplication.setPalette(QPalette())
