# SPDX-License-Identifier: MIT
"""Which sections stand under the timeline?"""

from rideau.ui.settings.hours.exceptions import ExceptionsSection
from rideau.ui.settings.hours.focus_plan import FocusPlanSection
from rideau.ui.settings.hours.holidays import HolidaysSection
from rideau.ui.settings.hours.leave import LeaveSection
from rideau.ui.settings.hours.section import HoursSection
from rideau.ui.settings.hours.wind_down import WindDownSection
from rideau.ui.settings.hours.zone import ZoneSection
from rideau.ui.settings.page import PageServices
from rideau.wording.words import Words

_SECTIONS: tuple[type[HoursSection], ...] = (
    ExceptionsSection,
    LeaveSection,
    HolidaysSection,
    FocusPlanSection,
    WindDownSection,
    ZoneSection,
)


def hours_sections(services: PageServices, words: Words) -> list[HoursSection]:
    """Return the sections, folded, from top to bottom; each shows its state once ``show_state`` is called."""
    return [each(services, words) for each in _SECTIONS]
