# SPDX-License-Identifier: MIT
"""How is a silent stream held that goes by an app's name? With what pulsectl leaves out of libpulse: playing."""

import ctypes
from typing import Any

from rideau.domain.sound import Remembered

STEREO = 2
_MOST_CHANNELS = 6
"""Up to these, libpulse knows by itself which is left and which is right."""
_READY = 2
_START_CORKED = 1
_S16LE = 3
_RATE = 44_100


class _SampleSpec(ctypes.Structure):
    _fields_ = (("format", ctypes.c_int), ("rate", ctypes.c_uint32), ("channels", ctypes.c_uint8))


class Ghost:
    """Be one stream that plays nothing. The thread of its connection."""

    def __init__(self, context: Any, remembered: Remembered, channels: int) -> None:  # noqa: ANN401 - of pulsectl
        """Begin to come, on libpulse's ``context``; as many ``channels`` as the app had, so that none gets lost."""
        self._libpulse = ctypes.CDLL("libpulse.so.0")
        self._libpulse.pa_proplist_new.restype = ctypes.c_void_p
        self._libpulse.pa_stream_new_with_proplist.restype = ctypes.c_void_p
        self._libpulse.pa_stream_get_index.restype = ctypes.c_uint32
        self._stream = ctypes.c_void_p(self._new(context, remembered, channels))
        if self._stream.value is not None:
            self._libpulse.pa_stream_connect_playback(self._stream, None, None, _START_CORKED, None, None)

    @property
    def is_coming(self) -> bool:
        """Tell whether the server has not yet answered."""
        return self._stream.value is not None and self._state < _READY

    @property
    def is_there(self) -> bool:
        """Tell whether the server took it."""
        return self._stream.value is not None and self._state == _READY

    @property
    def number(self) -> int:
        """Return the server's number of it."""
        return int(self._libpulse.pa_stream_get_index(self._stream))

    def close(self) -> None:
        """Go."""
        if self._stream.value is not None:
            self._libpulse.pa_stream_disconnect(self._stream)
            self._libpulse.pa_stream_unref(self._stream)
            self._stream = ctypes.c_void_p()

    @property
    def _state(self) -> int:
        return int(self._libpulse.pa_stream_get_state(self._stream))

    def _new(self, context: Any, remembered: Remembered, channels: int) -> int | None:  # noqa: ANN401 - as above
        kind = f"sink-input-by-{remembered.by.replace('.', '-')}"
        told = {remembered.by: remembered.value, "module-stream-restore.id": f"{kind}:{remembered.value}"}
        properties = ctypes.c_void_p(self._libpulse.pa_proplist_new())
        for name, value in told.items():
            self._libpulse.pa_proplist_sets(properties, name.encode(), value.encode(errors="replace"))
        spec = _SampleSpec(_S16LE, _RATE, channels if 0 < channels <= _MOST_CHANNELS else STEREO)
        title = told.get("media.name", "Rideau").encode(errors="replace")
        on = ctypes.cast(context, ctypes.c_void_p)
        made = self._libpulse.pa_stream_new_with_proplist(on, title, ctypes.byref(spec), None, properties)
        self._libpulse.pa_proplist_free(properties)
        return None if made is None else int(made)
