# SPDX-License-Identifier: MIT
"""What can a person change about reminders? Each is a pure function from settings to settings."""

from rideau.domain.settings import Asked, Settings
from rideau.domain.tip import Kind, Theme, Tip


def with_tip(settings: Settings, tip: str, *, comes: bool) -> Settings:
    """Let a single tip come, or not."""
    off = settings.reminders.tips_off
    return _with(settings, tips_off=off - {tip} if comes else off | {tip})


def with_theme(settings: Settings, theme: Theme, *, comes: bool) -> Settings:
    """Let a whole theme come, or not."""
    off = settings.reminders.themes_off
    return _with(settings, themes_off=off - {theme} if comes else off | {theme})


def with_rarer(settings: Settings, theme: Theme, *, is_rarer: bool) -> Settings:
    """Let a theme come less often, or as often as others."""
    rarer = settings.reminders.themes_rarer
    return _with(settings, themes_rarer=rarer | {theme} if is_rarer else rarer - {theme})


def with_kind_rarer(settings: Settings, kind: Kind) -> Settings:
    """Let every theme of ``kind`` come less often."""
    return _with(settings, themes_rarer=settings.reminders.themes_rarer.union(kind.themes))


def without_kind(settings: Settings, kind: Kind) -> Settings:
    """Let no theme of ``kind`` come any more."""
    return _with(settings, themes_off=settings.reminders.themes_off.union(kind.themes))


def with_asked(settings: Settings, asked: Asked, *, is_wanted: bool) -> Settings:
    """Want a recurring reminder, or not."""
    recurring = settings.reminders.recurring
    return _with(settings, recurring=recurring | {asked} if is_wanted else recurring - {asked})


def comes(settings: Settings, tip: Tip) -> bool:
    """Tell whether ``tip`` may come: neither it nor its theme is switched off."""
    return tip.theme not in settings.reminders.themes_off and tip.id not in settings.reminders.tips_off


def _with(settings: Settings, **changes: object) -> Settings:
    return settings._replace(reminders=settings.reminders._replace(**changes))  # type: ignore[arg-type]  # named above
