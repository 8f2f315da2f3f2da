# SPDX-License-Identifier: MIT
"""What shows a card in this session: a process of its own, or a notification? Loaded when reminders begin."""

import os
import sys
from collections.abc import Callable, Mapping
from typing import NamedTuple

from rideau.adapters.notified_cards import NotifiedCards
from rideau.adapters.qt.card_platform import card_platform, card_probe
from rideau.adapters.qt.card_stand import CardWay, LedCards
from rideau.ports.card import CardStand
from rideau.ports.desktop import Announcer

__all__ = ["CardHousehold", "card_probe", "card_stand_of"]


class CardHousehold(NamedTuple):
    """Hold what cards need of the tray."""

    announcer: Announcer
    language: Callable[[], str]
    is_motion_reduced: Callable[[], bool] = lambda: False


def card_stand_of(household: CardHousehold, environment: Mapping[str, str] = os.environ) -> CardStand:
    """Return what shows cards in the session of ``environment``."""
    notified = NotifiedCards(household.announcer)
    platform = card_platform(environment)
    if platform is None:
        return notified
    command = (sys.executable, "-P", "-m", "rideau", "card", "--led")
    return LedCards(CardWay(command, platform, household.language, household.is_motion_reduced), notified)
