# SPDX-License-Identifier: MIT
"""What plays and records in tests? A program of its own (``sound_app.py play|record|child …``), on libpulse alone."""

import argparse
import ctypes
import math
import os
import subprocess
import sys
import threading
from array import array
from pathlib import Path

RATE = 48_000
BLOCK_MS = 10
LATENCY_MS = 60
"""What an ordinary client asks for."""
LOUDNESS = 8000
PLAYBACK, RECORD = 1, 2
S16LE = 3
LEFT_TO_SERVER = 0xFFFFFFFF


class SampleSpec(ctypes.Structure):
    """Be libpulse's pa_sample_spec."""

    _fields_ = (("format", ctypes.c_int), ("rate", ctypes.c_uint32), ("channels", ctypes.c_uint8))


class BufferSizes(ctypes.Structure):
    """Be libpulse's pa_buffer_attr."""

    _fields_ = tuple((name, ctypes.c_uint32) for name in ("maxlength", "tlength", "prebuf", "minreq", "fragsize"))


def stream(name: str, direction: int, device: str | None, media: str) -> tuple[ctypes.CDLL, ctypes.c_void_p]:
    """Open one stream; return libpulse-simple and the stream."""
    simple = ctypes.CDLL("libpulse-simple.so.0")
    simple.pa_simple_new.restype = ctypes.c_void_p
    spec = SampleSpec(S16LE, RATE, 1)
    latency = RATE * 2 * LATENCY_MS // 1000
    block = RATE * 2 * BLOCK_MS // 1000
    sizes = BufferSizes(LEFT_TO_SERVER, latency, LEFT_TO_SERVER, LEFT_TO_SERVER, block)
    error = ctypes.c_int()
    found = simple.pa_simple_new(
        None,
        name.encode(),
        direction,
        device.encode() if device else None,
        media.encode(),
        ctypes.byref(spec),
        None,
        ctypes.byref(sizes),
        ctypes.byref(error),
    )
    if not found:
        sys.exit(f"libpulse error {error.value}")
    return simple, ctypes.c_void_p(found)


def play(name: str, pitch: int, media: str) -> None:
    """Play a tone of ``pitch`` Hz until killed."""
    simple, playing = stream(name, PLAYBACK, None, media)
    block = RATE * BLOCK_MS // 1000  # a whole number of waves, whatever the pitch is in steps of 100 Hz
    tone = array("h", (int(LOUDNESS * math.sin(2 * math.pi * pitch * at / RATE)) for at in range(block))).tobytes()
    print("playing", flush=True)
    while simple.pa_simple_write(playing, tone, len(tone), None) == 0:
        pass


def record(name: str, device: str | None, file: Path) -> None:
    """Record ``device`` into ``file`` until killed."""
    simple, recording = stream(name, RECORD, device, "recording")
    block = ctypes.create_string_buffer(RATE * 2 * BLOCK_MS // 1000)
    with file.open("wb", buffering=0) as kept:
        print("recording", flush=True)
        while simple.pa_simple_read(recording, block, len(block), None) == 0:
            kept.write(block.raw)


def main() -> None:
    """Do as the command line says."""
    parser = argparse.ArgumentParser()
    parser.add_argument("what", choices=("play", "record", "child"))
    parser.add_argument("--name", default="Sound")
    parser.add_argument("--pitch", type=int, default=500)
    parser.add_argument("--media", default="Playback")
    parser.add_argument("--streams", type=int, default=1)
    parser.add_argument("--device")
    parser.add_argument("--file", type=Path)
    parser.add_argument("--through", help="the program that plays as a child")
    asked = parser.parse_args()
    if asked.what == "record":
        record(asked.name, asked.device, asked.file)
    elif asked.what == "child":
        own = ["--name", asked.name, "--pitch", str(asked.pitch)]
        subprocess.run([asked.through, os.path.abspath(__file__), "play", *own], check=False)  # noqa: PTH100 - as is
    else:
        for _ in range(asked.streams - 1):
            threading.Thread(target=play, args=(asked.name, asked.pitch, asked.media), daemon=True).start()
        play(asked.name, asked.pitch, asked.media)


if __name__ == "__main__":
    main()
