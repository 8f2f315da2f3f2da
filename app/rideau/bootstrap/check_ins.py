# SPDX-License-Identifier: MIT
"""How do the offer of a check-in and the one review after two weeks come about in the tray process?"""

from typing import TYPE_CHECKING

from rideau.bootstrap.late import late
from rideau.ports.desktop import Notice
from rideau.ports.settings_window import SettingsPage
from rideau.services.check_in_offer import CheckInOffer, OfferPorts
from rideau.services.strength_review import ReviewPorts, StrengthReview

if TYPE_CHECKING:
    from rideau.bootstrap.app import TrayProcess
    from rideau.bootstrap.reminding import Reminding
    from rideau.services.status import Status


class CheckInOffers:
    """Offer it at its time, by a notification that nobody has to answer. Main thread only."""

    def __init__(self, desk: "TrayProcess", reminding: "Reminding") -> None:
        """Watch for the time."""
        self._desk = desk
        parts = desk.parts
        self._offer = CheckInOffer(
            OfferPorts(
                rules=lambda: desk.supervisor.rules,
                clock=parts.clock,
                notebook=late(lambda: parts.notebook),
                journal=parts.journal,
                when_free=reminding.when_free,
                offer=self._say,
            )
        )
        self._review = StrengthReview(
            ReviewPorts(
                rules=lambda: desk.supervisor.rules,
                clock=parts.clock,
                journal=parts.journal,
                when_free=reminding.when_free,
                propose=self._ask,
            )
        )
        desk.supervisor.observers.status.append(self._look)
        self._look(desk.status())

    def close(self) -> None:
        """Offer nothing any more."""
        self._offer.stop()
        self._review.stop()

    def _look(self, status: "Status") -> None:
        del status
        self._offer.look()
        self._review.look()

    def _say(self) -> None:
        words = self._desk.words
        notice = Notice(
            words.text("How is work these days?"),
            words.text("Three questions, if you like; a minute at most, for you alone."),
            words.text("Begin"),
            replaces="check-in",
        )
        self._desk.say(notice, lambda: self._desk.settings_window.show(SettingsPage.CHECK_IN))

    def _ask(self) -> None:
        words = self._desk.words
        notice = Notice(
            words.text("Two weeks with Rideau"),
            words.text("Does the curtain hold as you like? You may choose anew, or leave it. This is asked once."),
            words.text("Choose"),
            replaces="review",
        )
        self._desk.say(notice, lambda: self._desk.settings_window.show(SettingsPage.GENERAL))
