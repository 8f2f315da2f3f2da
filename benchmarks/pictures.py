# SPDX-License-Identifier: MIT
"""How long does one frame of a moving picture take? Each picture at 270x280, at 100 % and 200 %, median and slowest.

Run it on a quiet machine: ``QT_QPA_PLATFORM=offscreen python benchmarks/pictures.py``.
"""

import os
import sys
from statistics import median
from time import perf_counter

FRAMES = 150
MOST_MS = 1.5
WIDTH, HEIGHT = 270, 280


def main() -> int:
    """Paint a loop of every picture and print what a frame took; 1 when a usual frame at 100 % takes too long."""
    from PySide6.QtCore import QRectF  # noqa: PLC0415 - the platform is chosen first
    from PySide6.QtGui import QGuiApplication, QImage, QPainter  # noqa: PLC0415

    from rideau.domain.tip import Picture  # noqa: PLC0415
    from rideau.ui.card.pictures import picture  # noqa: PLC0415
    from rideau.ui.card.pictures.palette import DARK, LIGHT  # noqa: PLC0415

    app = QGuiApplication([])
    slow = []
    for name in Picture:
        begun = perf_counter()
        drawn = picture(name)
        figures = [f"import {(perf_counter() - begun) * 1000:4.1f} ms"]
        for scale, palette in ((1, LIGHT), (1, DARK), (2, LIGHT)):
            image = QImage(WIDTH * scale, HEIGHT * scale, QImage.Format.Format_ARGB32_Premultiplied)
            image.setDevicePixelRatio(scale)
            taken = []
            for frame in range(FRAMES):
                begun = perf_counter()
                painter = QPainter(image)
                drawn.paint(painter, QRectF(0, 0, WIDTH, HEIGHT), frame / FRAMES, palette)
                painter.end()
                taken.append((perf_counter() - begun) * 1000)
            scheme = "light" if palette is LIGHT else "dark"
            figures.append(f"{scheme} {scale}00 %: {median(taken):.2f} ms, slowest {max(taken):.2f}")
            if scale == 1 and median(taken) > MOST_MS:
                slow.append(name.value)
        print(f"{name.value:8} {'; '.join(figures)}")
    print(f"a usual frame takes more than {MOST_MS} ms: {', '.join(slow) or 'none'}")
    del app
    return 1 if slow else 0


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.exit(main())
