# SPDX-License-Identifier: MIT
"""Does the person want to be left alone? Their notification service knows, or their desktop's settings do.

What Rideau itself withholds is closed or switched off app by app: none of these switches is ever touched by it.
"""

from collections.abc import Iterable, Mapping
from functools import partial

from jeepney import MatchRule, Message

from rideau.adapters.linux.attention.bus_link import (
    OWNER_CHANGED,
    PROPERTIES,
    Answer,
    BusLink,
    changed,
    comes_and_goes,
    signal,
    variant,
)
from rideau.adapters.linux.bus import method_call
from rideau.domain.attention import Signals
from rideau.domain.error import StorageError

SERVICE = "org.freedesktop.Notifications"
SERVICE_PATH = "/org/freedesktop/Notifications"
SWITCHES = (("org.dunstproject.cmd0", "paused"), (SERVICE, "Inhibited"))
"""By interface, the property that says so: dunst's and Plasma's."""
XFCONF = ("org.xfce.Xfconf", "/org/xfce/Xfconf", "org.xfce.Xfconf")
XFCE_SWITCH = ("xfce4-notifyd", "/do-not-disturb")
SWAYNC = ("org.erikreider.swaync.cc", "/org/erikreider/swaync/cc", "org.erikreider.swaync.cc")
MAKO = (SERVICE, "/fr/emersion/Mako", "fr.emersion.Mako")
QUIET_MODES = frozenset({"do-not-disturb", "dnd", "silent", "quiet"})
"""What people call the mode of mako's that hides what comes; the first is the one of its manual."""
DCONF = "ca.desrt.dconf.Writer"
SETTINGS = {
    "GNOME": ("/org/gnome/desktop/notifications/show-banners", False),
    "X-Cinnamon": ("/org/cinnamon/desktop/notifications/display-notifications", False),
    "MATE": ("/org/mate/notification-daemon/do-not-disturb", True),
}
"""By desktop, which setting says so, and with what."""


class DoNotDisturb:
    """Ask all of them; who is not there does not know."""

    def __init__(self, link: BusLink, environment: Mapping[str, str]) -> None:
        """Ask through ``link``; ``environment`` tells the desktop and where its settings are."""
        self._link = link
        self._environment = environment
        desktops = environment.get("XDG_CURRENT_DESKTOP", "").split(":")
        self._setting = next((SETTINGS[each] for each in desktops if each in SETTINGS), None)
        self._said: dict[str, bool] = {}
        """By who says it."""

    def rules(self) -> Iterable[MatchRule]:
        """Return what tells of every switch."""
        for interface, _ in (*SWITCHES, (MAKO[2], "")):
            yield signal(PROPERTIES, "PropertiesChanged", interface)
        for member in ("PropertyChanged", "PropertyRemoved"):
            yield signal(XFCONF[2], member, *XFCE_SWITCH)
        for member in ("Subscribe", "SubscribeV2"):
            yield signal(SWAYNC[2], member)
        for name in (SERVICE, XFCONF[0], SWAYNC[0]):
            yield comes_and_goes(name)
        if self._setting is not None:
            rule = MatchRule(type="signal", interface=DCONF, member="Notify")
            rule.add_arg_condition(0, self._setting[0].rpartition("/")[0] + "/", kind="path")
            yield rule

    def begin(self) -> None:
        """Ask all of them."""
        self._said.clear()
        for interface, name in SWITCHES:
            of = (SERVICE, SERVICE_PATH, interface)
            self._link.ask_property(of, name, partial(self._learn_from, interface))
        self._link.ask(method_call(XFCONF, "GetProperty", "ss", XFCE_SWITCH), self._learn_xfce)
        self._link.ask(method_call(SWAYNC, "GetDnd"), self._learn_swaync)
        self._ask_mako()
        self._read_setting()

    def look(self) -> None:
        """Ask mako: the older ones do not tell."""
        if MAKO[2] in self._said:
            self._ask_mako()

    def hear(self, member: str, message: Message) -> None:
        """Take in whatever was switched."""
        match member, message.body:
            case str(said), (str(name), *_) if said == OWNER_CHANGED:
                self._begin_again(name)
            case "PropertiesChanged", _:
                self._learn_properties(message)
            case "PropertyChanged", (*names, value) if tuple(names) == XFCE_SWITCH:
                self._learn(XFCONF[0], variant(value))
            case "PropertyRemoved", (*names,) if tuple(names) == XFCE_SWITCH:
                self._learn(XFCONF[0], value=False)
            case (("Subscribe" | "SubscribeV2"), (_, bool(is_quiet), *_)):
                self._learn(SWAYNC[0], is_quiet)
            case "Notify", _:
                self._read_setting()

    def signals(self) -> Signals:
        """Return what was said: one that says yes is enough."""
        return Signals(do_not_disturb=any(self._said.values()) if self._said else None)

    def _begin_again(self, name: str) -> None:
        if name in {SERVICE, XFCONF[0], SWAYNC[0]}:
            self.begin()

    def _learn(self, who: str, value: object) -> None:
        if isinstance(value, bool):
            self._said[who] = value
        else:
            self._said.pop(who, None)

    def _learn_from(self, interface: str, value: object, _: str) -> None:
        self._learn(interface, value)

    def _learn_swaync(self, answer: Answer, _: str) -> None:
        self._learn(SWAYNC[0], answer[0] if answer else None)

    def _learn_properties(self, message: Message) -> None:
        for interface, name in SWITCHES:
            told = changed(message, interface)
            if name in told:
                self._learn(interface, told[name])
        modes = changed(message, MAKO[2]).get("Modes")
        if modes is not None:
            self._learn_mako((modes,), "")

    def _learn_xfce(self, answer: Answer, sender: str) -> None:
        if sender.startswith(
            ":"
        ):  # whoever never was quiet has no such setting, which is an error of the service's own
            self._learn(XFCONF[0], bool(answer and variant(answer[0])))

    def _ask_mako(self) -> None:
        self._link.ask(method_call(MAKO, "ListModes"), self._learn_mako)

    def _learn_mako(self, answer: Answer, _: str) -> None:
        match answer:
            case (list(modes),):
                self._said[MAKO[2]] = not QUIET_MODES.isdisjoint(modes)
            case _:
                self._said.pop(MAKO[2], None)

    def _read_setting(self) -> None:
        if self._setting is None:
            return
        from rideau.adapters.linux import dconf  # noqa: PLC0415 - only the desktops that keep it there load it

        key, quiet = self._setting
        try:
            value = dconf.value_of(dconf.read_layers(self._environment).values.get(key))
        except StorageError:
            self._said.pop(DCONF, None)
        else:
            self._said[DCONF] = value is quiet
