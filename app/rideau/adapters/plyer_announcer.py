# SPDX-License-Identifier: MIT
"""How does Rideau speak up where it has no way of its own yet? Through plyer: a title and a text, no button."""

import logging
from collections.abc import Callable

from rideau.adapters.notice_text import sendable
from rideau.ports.desktop import Notice

log = logging.getLogger(__name__)


class PlyerAnnouncer:
    """Show notices through plyer, the portable last resort; it knows neither buttons nor replacing."""

    def announce(
        self,
        notice: Notice,
        on_action: Callable[[], None] | None = None,
        on_second: Callable[[], None] | None = None,
        on_left: Callable[[bool], None] | None = None,
    ) -> None:
        """Show ``notice``; its buttons can never be pressed, so it has left as far as anybody can tell."""
        del on_action, on_second
        try:
            from plyer import notification  # noqa: PLC0415 - loads the platform's own libraries

            notification.notify(title=sendable(notice.title), message=sendable(notice.body), app_name="Rideau")
        except Exception as error:  # noqa: BLE001 - plyer raises whatever its platform does; a notice is never worth it
            log.warning("A notice could not be shown: %s", error)
        if on_left is not None:
            on_left(False)  # noqa: FBT003 - as the port says it

    def take_back(self, name: str) -> None:
        """Take nothing back: plyer cannot."""
