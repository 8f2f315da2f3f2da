# SPDX-License-Identifier: MIT
"""Is every kind of app that can be installed here known, with the files that are its own and no others?"""

import os
from pathlib import Path

import pytest

from contracts.inventory import InventoryContract
from rideau.adapters.catalogue_files import CatalogueFiles
from rideau.adapters.linux.apps.inventory import LinuxInventory
from rideau.adapters.linux.apps.process_list import file_ids
from rideau.adapters.linux.sites.browser_table import KNOWN
from rideau.adapters.resources import resources_folder
from rideau.domain.app import AppRule, InstalledApp
from rideau.domain.network import AppIds, Network
from rideau.domain.program_names import BROWSERS
from rideau.domain.safety import why_barred

ELF = b"\x7fELF\x02\x01\x01"
FLATPAK = "com.slack.Slack"


class Machine:
    """Be a machine in a folder: programs on a PATH, a menu, Flatpak and Snap."""

    def __init__(self, folder: Path) -> None:
        """Make it, empty."""
        self.root = folder
        self.menu = folder / "usr/share/applications"
        self.own_menu = folder / "home/.local/share/applications"
        self.environment = {
            "HOME": str(folder / "home"),
            "PATH": f"{folder}/usr/bin:{folder}/snap/bin",
            "XDG_DATA_DIRS": str(folder / "usr/share"),
            "XDG_CURRENT_DESKTOP": "XFCE",
            "LANG": "fr_FR.UTF-8",
        }
        for each in (self.menu, self.own_menu, folder / "usr/bin"):
            each.mkdir(parents=True)

    def program(self, path: str, content: bytes | str = ELF) -> str:
        """Put an executable at ``path``; return where that is."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        file.chmod(0o755)
        return str(file)

    def link(self, path: str, to: str) -> str:
        """Have ``path`` lead to ``to``."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.symlink_to(self.root / to)
        return str(file)

    def entry(self, name: str, command: str, *lines: str, menu: Path | None = None) -> None:
        """Put an app into the menu."""
        file = (menu or self.menu) / f"{name}.desktop"
        file.parent.mkdir(parents=True, exist_ok=True)
        command = command.replace("ROOT", str(self.root))
        file.write_text("\n".join(["[Desktop Entry]", "Type=Application", f"Exec={command}", "Name=Foo", *lines, ""]))

    def inventory(self) -> LinuxInventory:
        """Return what is to be tried."""
        return LinuxInventory(self.environment, self.root)

    def rule(self, app: str) -> AppRule:
        """Return the one rule of a network whose app is ``app``."""
        (rule,) = self.inventory().rules((network(app),))
        return rule

    def foo(self) -> InstalledApp:
        """Return the one app of the menu."""
        (app,) = self.inventory().apps()
        return app

    def at(self, *paths: str) -> tuple[str, ...]:
        """Return where ``paths`` are."""
        return tuple(str(self.root / each) for each in paths)


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """Return a machine with the programs that all share."""
    made = Machine(tmp_path)
    for name in ("sh", "bash", "env", "python3", "java", "node", "flatpak", "electron", "xterm", "chromium", "openbox"):
        made.program(f"usr/bin/{name}")
    return made


def network(*apps: str, **more: tuple[str, ...]) -> Network:
    """Return a network with ``apps``."""
    return Network("n", "N", apps=AppIds(linux=apps), sites=more.get("sites", ()))


class TestLinuxInventory(InventoryContract):
    """What is found on a machine holds to the contract."""

    @pytest.fixture
    def inventory(self, machine: Machine) -> LinuxInventory:
        """Return the inventory to hold to it."""
        for name in ("bravo", "alpha"):
            machine.program(f"usr/bin/{name}")
            machine.entry(name, name, f"Name={name.title()}")
        return machine.inventory()

    @pytest.fixture
    def networks(self) -> tuple[Network, Network, Network]:
        """Return the networks to ask for."""
        one, two = AppIds(linux=("bravo", "BRAVO.desktop")), AppIds(linux=("alpha", "gone"))
        return Network("one", "One", apps=one), Network("two", "Two", apps=two), Network("three", "Three")


@pytest.mark.parametrize(
    "command",
    [
        "foo %U",
        "ROOT/usr/bin/foo --url=%u -- %F",
        '"ROOT/usr/bin/foo" "a b" %%',
        "env FOO=1 BAR=2 foo",
        "env -u FOO -i ROOT/usr/bin/foo %f",
        "BAR=1 foo",
        "sh -c 'exec foo \"$@\"' %u",
        'sh -c "cd ROOT/usr/bin && ./foo"',
        "ROOT/usr/bin/bash -lc foo",
        "nohup setsid --fork nice -n 5 foo",
        "timeout -k 3 9 foo",
        "systemd-run --user --scope -p X=1 foo",
        "firejail --noprofile foo",
    ],
)
def test_an_apps_own_executable_is_found_behind_whatever_starts_it(machine: Machine, command: str) -> None:
    program = machine.program("usr/bin/foo")
    machine.entry("foo", command)
    assert (machine.foo().programs, machine.foo().marks) == ((program,), ())
    rule = machine.rule("foo")
    assert (rule.programs, rule.program_ids, rule.barred) == ((program,), file_ids([program]), ())


def test_a_link_leads_to_the_executable(machine: Machine) -> None:
    program = machine.program("usr/lib/slack/slack")
    machine.link("usr/bin/slack", "usr/lib/slack/slack")
    machine.entry("slack", "slack %U")
    assert machine.foo().programs == (program,)


@pytest.mark.parametrize(
    "script",
    [
        'exec /ROOT/opt/foo/foo-bin "$@"\n',
        '# a note\nset -e\nHERE=/ROOT/opt/foo\nexec "$HERE/foo-bin" "$@"\n',
        'HERE="$(dirname "$(readlink -f "$0")")"\nexec "${HERE}/foo-bin" "$@"\n',
        'if [ -n "$X" ]; then\n  exec -a "$0" /ROOT/opt/foo/foo-bin --x "$@"\nfi\n',
        'cd /ROOT/opt/foo || exit 1\n./foo-bin "$@" &\n',
        "export LD_LIBRARY_PATH=/x:$LD_LIBRARY_PATH\nmkdir -p ~/.foo\nLANG=C /ROOT/opt/foo/foo-bin\\\n  --x\n",
        'exec "$(dirname "$0")/foo-bin"\n',
        "exec ${0%/*}/foo-bin\n",
    ],
)  # fmt: skip
def test_a_script_leads_to_the_executable_and_stays_watched_itself(machine: Machine, script: str) -> None:
    binary = machine.program("opt/foo/foo-bin")
    starter = machine.program("opt/foo/foo.sh", "#!/bin/sh\n" + script.replace("/ROOT", str(machine.root)))
    machine.link("usr/bin/foo", "opt/foo/foo.sh")
    machine.entry("foo", "foo")
    assert machine.foo().programs == (starter, binary)
    assert machine.foo().marks == (str(machine.root / "usr/bin/foo"), starter)


def test_a_script_that_starts_a_shared_runtime_gives_marks(machine: Machine) -> None:
    archive = machine.program("usr/lib/foo/app.asar", b"x")
    starter = machine.program("usr/bin/foo", f'#!/usr/bin/env bash\nexec electron {archive} "$@"\n')
    machine.entry("foo", "foo")
    assert machine.foo().programs == (starter,)
    assert machine.foo().marks == (starter, archive, str(machine.root / "usr/lib/foo"))


@pytest.mark.parametrize(
    ("command", "file", "marks"),
    [
        ("electron ROOT/usr/lib/foo/app.asar %U", "usr/lib/foo/app.asar", ("usr/lib/foo/app.asar", "usr/lib/foo")),
        ("java -Xmx1g -jar ROOT/opt/foo/foo.jar", "opt/foo/foo.jar", ("opt/foo/foo.jar", "opt/foo")),
        ("java -cp ROOT/usr/share/java/foo.jar Main", "usr/share/java/foo.jar", ("usr/share/java/foo.jar",)),
        ("python3 -u ROOT/usr/share/foo/main.py", "usr/share/foo/main.py", ("usr/share/foo/main.py", "usr/share/foo")),
        ("node ROOT/usr/lib/node_modules/f/a.js", "usr/lib/node_modules/f/a.js", ("usr/lib/node_modules/f/a.js",)),
        ("sh ROOT/opt/foo/foo.sh", "opt/foo/foo.sh", ("opt/foo/foo.sh", "opt/foo")),
        ("ROOT/opt/foo/electron --x", "opt/foo/electron", ("opt/foo",)),
    ],
)  # fmt: skip
def test_a_shared_runtime_is_never_an_apps_own_and_what_it_runs_is_a_mark(
    machine: Machine, command: str, file: str, marks: tuple[str, ...]
) -> None:
    machine.program(file, ELF)
    machine.entry("foo", command)
    assert (machine.foo().programs, machine.foo().marks) == ((), machine.at(*marks))
    assert machine.rule("foo").barred == ()


def test_a_python_script_is_watched_and_told_by_its_path(machine: Machine) -> None:
    script = machine.program("usr/bin/foo", "#!/usr/bin/python3\nimport os\nos.execv('/usr/bin/xterm', ['x'])\n")
    machine.entry("foo", "foo")
    assert (machine.foo().programs, machine.foo().marks) == ((script,), (script,))


def test_a_starter_in_a_folder_of_its_own_leads_to_the_main_program_beside_it(machine: Machine) -> None:
    starter, main = machine.program("opt/zoom/ZoomLauncher"), machine.program("opt/zoom/zoom")
    machine.link("usr/bin/zoom", "opt/zoom/ZoomLauncher")
    machine.entry("Zoom", "zoom %U", "StartupWMClass=zoom")
    assert machine.foo().programs == (starter, main)


def test_an_appimage_is_its_own_executable(machine: Machine) -> None:
    image = machine.program("home/Applications/Foo-1.2.AppImage", ELF + b"\x00AI\x02")
    machine.entry("appimagekit-foo", "ROOT/home/Applications/Foo-1.2.AppImage --no-sandbox %U", menu=machine.own_menu)
    assert machine.foo().programs == (image,)


@pytest.mark.parametrize(
    ("command", "barred"),
    [
        ("chromium %U", "chromium"),
        ("xterm -e mutt", "xterm"),
        ("openbox", "openbox"),
        ("bash", "bash"),
        ("python3 -m foo", "python3"),
        ("electron", "electron"),
        ("sh -c 'python3 -c 1'", "python3"),
    ],
)
def test_what_no_rule_may_name_gives_a_rule_that_says_so_and_watches_nothing(
    machine: Machine, command: str, barred: str
) -> None:
    machine.entry("foo", command, "StartupWMClass=chromium")
    rule = machine.rule("foo")
    assert rule.barred == machine.at(f"usr/bin/{barred}")
    assert (rule.programs, rule.program_ids, rule.marks, rule.units) == ((), frozenset(), (), ())
    assert rule.window_classes == {"foo"}


def flatpak_of(machine: Machine, home: str) -> tuple[str, ...]:
    folder = f"{home}/app/{FLATPAK}/current/active"
    machine.program(f"{folder}/files/extra/slack")
    machine.program(f"{folder}/files/bin/slack", '#!/bin/sh\nexec zypak-wrapper.sh /app/extra/slack "$@"\n')
    (machine.root / folder / "metadata").write_text(f"[Application]\nname={FLATPAK}\ncommand=slack\n")
    return machine.at(f"{folder}/files/bin/slack", f"{folder}/files/extra/slack")


@pytest.mark.parametrize("home", ["var/lib/flatpak", "home/.local/share/flatpak"])
def test_a_flatpak_is_known_by_its_id_with_the_files_that_it_runs(machine: Machine, home: str) -> None:
    programs = flatpak_of(machine, home)
    exported = machine.root / home / "exports/share/applications"
    command = f"ROOT/usr/bin/flatpak run --branch=stable --command=slack --file-forwarding {FLATPAK} @@u %U @@"
    machine.entry(FLATPAK, command, f"X-Flatpak={FLATPAK}", menu=exported)
    app, rule = machine.foo(), machine.rule(FLATPAK)
    assert (app.flatpak, app.programs) == (FLATPAK, programs)
    assert (rule.flatpak, rule.units) == (FLATPAK, (f"app-flatpak-{FLATPAK}-",))


def test_a_flatpak_without_an_entry_in_the_menu_is_known_all_the_same(machine: Machine) -> None:
    programs = flatpak_of(machine, "var/lib/flatpak")
    rule = machine.rule(FLATPAK)
    assert (rule.programs, rule.desktop_id, rule.flatpak) == (programs, "", FLATPAK)


@pytest.mark.parametrize("named", ["foo-app", "foo-app_foo", "foo-app_foo.desktop"])
def test_a_snap_is_known_by_its_name_and_its_entry(machine: Machine, named: str) -> None:
    program = machine.program("snap/foo-app/12/usr/bin/foo")
    machine.link("snap/foo-app/current", "snap/foo-app/12")
    (machine.root / "snap/foo-app/12/meta").mkdir()
    (machine.root / "snap/foo-app/12/meta/snap.yaml").write_text(
        "name: foo-app\napps:\n  foo:\n    command: bin/desktop-launch $SNAP/usr/bin/foo --x\n"
    )
    command = "env BAMF_DESKTOP_FILE_HINT=/var/lib/snapd/desktop/x.desktop /snap/bin/foo-app %U"
    machine.entry(
        "foo-app_foo", command, "X-SnapInstanceName=foo-app", menu=machine.root / "var/lib/snapd/desktop/applications"
    )
    rule = machine.rule(named)
    assert (rule.programs, rule.units, rule.flatpak) == ((program,), ("snap.foo-app.",), "")
    assert machine.foo().snap == "foo-app"


def test_snap_run_and_a_bare_snap_are_known(machine: Machine) -> None:
    program = machine.program("snap/foo/current/foo")
    (machine.root / "snap/foo/current/meta").mkdir()
    (machine.root / "snap/foo/current/meta/snap.yaml").write_text("apps:\n  foo:\n    command: foo\n")
    assert machine.rule("foo").programs == (program,)
    machine.program("usr/bin/snap")
    machine.entry("x", "snap run foo.beta %u")
    assert (machine.foo().snap, machine.foo().programs) == ("foo", (program,))


@pytest.mark.parametrize(
    ("command", "window_class"),
    [
        ("chromium --app=https://app.slack.com/client/T1?x=1", "app.slack.com__client_t1"),
        ("chromium --profile-directory=Default --app=https://linkedin.com/", "linkedin.com"),
        ("ROOT/usr/bin/chromium --app-id=abcdefgh", "crx_abcdefgh"),
    ],
)
def test_a_web_app_of_a_browser_is_told_by_its_window_alone(machine: Machine, command: str, window_class: str) -> None:
    machine.entry("foo", command)
    rule = machine.rule("foo")
    assert rule.window_classes == {window_class, "foo"}
    assert (rule.programs, rule.marks, rule.units, rule.barred) == ((), (), (), ())


def test_sites_have_a_rule_for_windows_of_their_own_where_a_browser_makes_such(machine: Machine) -> None:
    slack = Network("slack", "Slack", sites=("slack.com",))
    (rule,) = machine.inventory().rules((slack, Network("empty", "Empty")))
    assert rule == AppRule("slack/--app", "slack", "Slack", web_hosts=("slack.com",))
    (machine.root / "usr/bin/chromium").unlink()
    assert machine.inventory().rules((slack,)) == ()


@pytest.mark.parametrize("named", ["slack", "Slack.desktop", "ROOT/usr/bin/slack", "ROOT/usr/lib/slack/slack"])
def test_an_app_is_named_by_its_entry_or_its_executable(machine: Machine, named: str) -> None:
    machine.program("usr/lib/slack/slack")
    machine.link("usr/bin/slack", "usr/lib/slack/slack")
    machine.entry("slack", "slack %U", "Name[fr]=Slaque", "Icon=slack-icon", "StartupWMClass=Slack")
    rule = machine.rule(named.replace("ROOT", str(machine.root)))
    assert (rule.id, rule.name, rule.icon, rule.desktop_id) == ("n/slack", "Slaque", "slack-icon", "slack")
    assert rule.window_classes == {"slack"}
    assert "app-gnome-slack-" in rule.units


def test_one_app_that_is_named_twice_has_one_rule_and_two_packages_have_two(machine: Machine) -> None:
    machine.program("usr/bin/slack")
    machine.entry("slack", "slack")
    flatpak_of(machine, "var/lib/flatpak")
    rules = machine.inventory().rules((network("slack", "slack.desktop", FLATPAK, "SLACK", "gone"),))
    assert [each.id for each in rules] == ["n/slack", f"n/{FLATPAK}"]


def test_an_executable_that_is_in_no_menu_is_an_app_too(machine: Machine) -> None:
    program = machine.program("usr/bin/chatter")
    rule = machine.rule("chatter")
    assert (rule.id, rule.name, rule.programs, rule.desktop_id) == (f"n/{program}", "chatter", (program,), "")
    assert rule.units == ()


def test_a_path_is_watched_for_before_there_is_such_a_file_and_a_name_is_not(machine: Machine) -> None:
    path = str(machine.root / "opt/later/later")
    inventory = machine.inventory()
    (rule,) = inventory.rules((network(path, "later", "org.later.Later", "../etc", "a/b"),))
    assert (rule.programs, rule.program_ids, rule.barred) == ((path,), frozenset(), ())
    (machine.root / "opt/later").mkdir(parents=True)
    (machine.root / "opt/later/later").symlink_to(machine.root / "usr/bin/bash")
    (rule,) = inventory.rules((network(path),))
    assert (rule.programs, rule.program_ids, rule.barred) == ((), frozenset(), (path,))
    (machine.root / "opt/later/later").unlink()
    machine.program("opt/later/later")
    (rule,) = machine.inventory().rules((network(path),))
    assert rule.program_ids == file_ids([path])
    (barred,) = inventory.rules((network("/opt/later/python3"),))
    assert (barred.programs, barred.barred) == ((), ("/opt/later/python3",))


def test_ids_of_units_are_written_as_systemd_does(machine: Machine) -> None:
    machine.program("usr/bin/foo")
    machine.entry("my-foo", "foo")
    machine.entry("gnome", "foo")
    assert "app-gnome-my\\x2dfoo-" in machine.rule("my-foo").units
    assert "app-my\\x2dfoo@" in machine.rule("my-foo").units
    assert "app-gnome-" not in machine.rule("gnome").units


def test_the_menu_is_what_the_desktop_shows(machine: Machine) -> None:
    machine.program("usr/bin/foo")
    machine.entry(
        "b", "foo", "Name[fr]=Bé", "Name[fr_FR]=Zoé", "Name[de]=Be", "Icon=i", "[Desktop Action x]", "Name=No"
    )
    machine.entry("a", "foo", "Name=abc")
    machine.entry("deep", "foo", "Name=Deep", menu=machine.menu / "wine/Programs")
    machine.entry("hidden", "foo", "NoDisplay=true")
    machine.entry("gone", "foo", "Hidden=true")
    machine.entry("link", "foo", "Type=Link")
    machine.entry("nameless", "foo", "Name=")
    machine.entry("try", "foo", "TryExec=not-there")
    machine.entry("missing", "not-there %U")
    machine.entry("kde", "foo", "OnlyShowIn=KDE;")
    machine.entry("xfce", "foo", "OnlyShowIn=KDE;XFCE;", "Name=Xfce")
    machine.entry("no-xfce", "foo", "NotShowIn=XFCE;")
    machine.entry("over", "foo", "Name=Shared")
    machine.entry("over", "foo", "Name=Own", menu=machine.own_menu)
    shown = [(each.id, each.name) for each in machine.inventory().apps()]
    assert shown == [("a", "abc"), ("wine-Programs-deep", "Deep"), ("over", "Own"), ("xfce", "Xfce"), ("b", "Zoé")]
    assert machine.rule("hidden").id == "n/hidden"
    assert machine.inventory().rules((network("missing", "try", "gone"),)) == ()


def test_odd_files_in_the_menu_harm_nobody(machine: Machine) -> None:
    machine.program("usr/bin/foo")
    (machine.menu / "folder.desktop").mkdir()
    os.mkfifo(machine.menu / "pipe.desktop")
    (machine.menu / "dangling.desktop").symlink_to("nowhere")
    (machine.menu / "binary.desktop").write_bytes(bytes(range(256)) * 10)
    (machine.menu / "ring").symlink_to(".")
    machine.entry("quote", 'foo "open')
    machine.entry("empty", "")
    machine.entry("ok", "foo", "Name=Ok\\sé\\\\", "Broken line", "# comment", "Name = Spaced out")
    assert [each.name for each in machine.inventory().apps()] == ["Foo", "Spaced out"]


def test_a_program_that_leads_to_itself_is_followed_no_further(machine: Machine) -> None:
    script = machine.program("usr/bin/foo", "#!/bin/sh\n/ROOT/foo\n".replace("/ROOT", str(machine.root / "usr/bin")))
    machine.entry("foo", "foo")
    assert machine.foo().programs == (script,)


def test_what_was_read_is_kept_until_something_is_installed_or_removed(machine: Machine) -> None:
    machine.program("usr/bin/foo")
    machine.entry("foo", "foo")
    inventory = machine.inventory()
    first = inventory.apps()
    assert inventory.apps() is first
    machine.entry("bar", "foo", "Name=Bar")
    os.utime(machine.menu, ns=(1, 1))  # a coarse clock of a file system may not tell two changes in a row apart
    assert [each.id for each in inventory.apps()] == ["bar", "foo"]
    machine.program("usr/bin/chatter")
    os.utime(machine.root / "usr/bin", ns=(1, 1))
    assert len(inventory.rules((network("chatter"),))) == 1
    (machine.menu / "bar.desktop").unlink()
    os.utime(machine.menu, ns=(2, 2))
    assert [each.id for each in inventory.apps()] == ["foo"]


def test_where_another_app_begins_is_known_for_the_whole_menu(machine: Machine) -> None:
    programs = machine.program("usr/bin/foo"), machine.program("usr/bin/hidden")
    machine.entry("foo", "foo")
    machine.entry("hidden", "hidden", "NoDisplay=true")
    machine.entry("shell", "bash")
    inventory = machine.inventory()
    assert inventory.program_ids() == inventory.program_ids() == file_ids(programs)


def test_this_very_machine_can_be_read_and_its_browsers_are_barred() -> None:
    inventory = LinuxInventory(os.environ)
    shown = inventory.apps()
    assert list(shown) == sorted(shown, key=lambda app: (app.name.casefold(), app.id))
    rules = inventory.rules((network("firefox-esr", "chromium", "bash", "openbox", "dbus-daemon", "xfce4-panel"),))
    assert rules
    assert all(rule.barred and not rule.programs and not rule.marks for rule in rules)


def test_no_app_of_the_catalogue_is_out_of_reach() -> None:
    networks = CatalogueFiles(resources_folder() / "networks").networks()
    assert [app for each in networks for app in each.apps.linux if why_barred(app)] == []


def test_every_browser_of_the_table_is_known_by_its_files() -> None:
    assert {name for each in KNOWN for name in each.programs} <= BROWSERS
