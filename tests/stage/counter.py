# SPDX-License-Identifier: MIT
"""What does the face act through in a test? A counter among fakes; nothing is enforced."""

from collections.abc import Callable

from fakes.moment import Counter
from fakes.settings_window import FakeSettingsWindow
from rideau.ui.face_services import Services


def services_over(counter: Counter, leave: Callable[[], None] | None = None) -> Services:
    """Return what the face acts through, over ``counter``; ``leave`` quits in its stead."""
    return Services(
        control=counter.control,
        status=counter.status,
        waiting_room=counter.waiting_room,
        networks=counter.networks,
        quit=leave or counter.quit,
        settings_window=FakeSettingsWindow(),
        intervals=counter.intervals,
        give_back=counter.give_back,
    )
