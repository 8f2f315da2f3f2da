# SPDX-License-Identifier: MIT
"""Is every app told by strong keys alone, with what it started and without what it opened?"""

import pytest

from fakes.processes import OWN, desktop, file_of, process
from rideau.domain.app import AppRule, Run, Window
from rideau.domain.app_match import Matches, RuleBook, rule_of, runs_in
from rideau.domain.process import FileId, Process, ProcessTable
from rideau.domain.rule_book import program_words

SLACK = AppRule(
    "slack/slack",
    "slack",
    "Slack",
    programs=("/usr/lib/slack/slack",),
    program_ids=frozenset({file_of("/usr/lib/slack/slack")}),
    units=("app-gnome-slack-", "app-slack-"),
    window_classes=frozenset({"slack"}),
)
TEAMS = AppRule("teams/teams", "teams", "Teams", marks=("/usr/share/teams/app.asar", "/opt/teams"))
ZOOM = AppRule("zoom/us.zoom.Zoom", "zoom", "Zoom", units=("app-flatpak-us.zoom.Zoom-",), flatpak="us.zoom.Zoom")
MAIL = AppRule("mail/snap", "mail", "Mail", units=("snap.mail.",))
WEB = AppRule("linkedin/--app", "linkedin", "LinkedIn", web_hosts=("linkedin.com",))
PWA = AppRule("crm/pwa", "crm", "CRM", window_classes=frozenset({"crx_" + "abcdefgh" * 4}))
RULES = (SLACK, TEAMS, ZOOM, MAIL, WEB, PWA)
CHROME, EVINCE = "/opt/google/chrome/chrome", "/usr/bin/evince"
SCOPE = "app-gnome-slack-4711.scope"


def match(*apps: Process, windows: tuple[Window, ...] = ()) -> Matches:
    return runs_in(desktop(*apps), RULES, windows, OWN, frozenset({file_of(EVINCE)}))


def only(matches: Matches) -> Run:
    assert matches.refused == ()
    (run,) = matches.runs
    return run


def pids(run: Run) -> list[int]:
    return [each.pid for each in run.processes]


def test_an_app_is_told_by_its_file_with_everything_it_started() -> None:
    run = only(
        match(
            process(400, 110, "/usr/lib/slack/slack"),
            process(401, 400, "/usr/lib/slack/slack", "--type=zygote"),
            process(402, 401, "", argv=("slack --type=renderer",)),
            process(403, 400, "/usr/lib/slack/chrome_crashpad_handler"),
            process(404, 110, "/usr/bin/something-else"),
        )
    )
    assert (run.id, run.rule) == ("slack/slack:400:4000", SLACK)
    assert pids(run) == [400, 401, 403, 402]
    assert (run.is_frozen, run.has_drawn) == (False, True)


def test_a_file_is_the_same_by_whatever_path_it_was_started() -> None:
    linked = process(400, 110, "/snap/x/slack", program_id=file_of("/usr/lib/slack/slack"))
    assert pids(only(match(linked))) == [400]


def test_an_app_that_runs_on_after_an_update_is_told_by_where_its_file_was() -> None:
    assert pids(only(match(process(400, 110, "/usr/lib/slack/slack", program_id=FileId(7, 3))))) == [400]


def test_a_name_alone_tells_nothing() -> None:
    namesake = process(400, 110, "/home/me/slack", name="slack", argv=("slack", "/usr/share/teams/app.asar"))
    assert match(namesake) == Matches((), ())


def test_a_link_to_a_shell_or_an_interpreter_makes_it_nobodys() -> None:
    shell = process(400, 110, "/usr/bin/bash", "/home/me/script.sh")
    linked = SLACK._replace(program_ids=frozenset({file_of("/usr/bin/bash")}), programs=("/opt/later/later",))
    assert runs_in(desktop(shell), (linked,), (), OWN) == Matches((), ())


def test_each_instance_is_a_run_of_its_own() -> None:
    matches = match(
        process(400, 110, "/usr/lib/slack/slack"),
        process(401, 400, "/usr/lib/slack/slack"),
        process(500, 110, "/usr/lib/slack/slack"),
    )
    assert [pids(run) for run in matches.runs] == [[400, 401], [500]]


@pytest.mark.parametrize("opened", [CHROME, EVINCE, "/usr/bin/xterm", "/usr/bin/emacs", "/usr/bin/dbus-daemon"])
@pytest.mark.parametrize("unit", ["", SCOPE])
def test_what_an_app_opened_stays_out_with_all_that_it_started(opened: str, unit: str) -> None:
    run = only(
        match(
            process(400, 110, "/usr/lib/slack/slack", unit=unit),
            process(401, 400, "/usr/bin/dash", "/usr/bin/xdg-open", unit=unit),
            process(402, 401, opened, unit=unit),
            process(403, 402, "/usr/lib/whatever/helper", unit=unit),
            process(404, 402, "", argv=("helper",), unit=unit),
        )
    )
    assert pids(run) == [400, 401]


def test_what_an_app_opened_stays_out_when_nobody_is_left_between_them() -> None:
    run = only(
        match(
            process(400, 100, "/usr/lib/slack/slack", unit=SCOPE),
            process(402, 100, CHROME, unit=SCOPE),
            process(403, 402, CHROME, "--type=renderer", unit=SCOPE),
            process(404, 402, "/opt/google/chrome/chrome_crashpad_handler", unit=SCOPE),
            process(405, 100, EVINCE, unit=SCOPE),
        )
    )
    assert pids(run) == [400]


def test_a_helper_that_left_the_tree_is_told_by_the_cgroup_of_the_app_and_joins_its_run() -> None:
    run = only(
        match(
            process(400, 100, "/usr/lib/slack/slack", unit=SCOPE),
            process(402, 1, "/usr/lib/slack/chrome_crashpad_handler", unit=SCOPE),
        )
    )
    assert pids(run) == [400, 402]


def test_another_app_that_this_one_started_is_that_other_one() -> None:
    matches = match(
        process(400, 110, "/usr/lib/slack/slack"),
        process(401, 400, "/usr/bin/electron37", "/usr/share/teams/app.asar"),
        process(402, 401, "/usr/bin/electron37", "--type=renderer"),
    )
    assert [(run.rule, pids(run)) for run in matches.runs] == [(SLACK, [400]), (TEAMS, [401, 402])]


@pytest.mark.parametrize(
    "app",
    [
        process(400, 110, "/usr/lib/electron37/electron", "/usr/share/teams/app.asar"),
        process(400, 110, "/usr/lib/electron37/electron", "--ozone-platform=wayland", "/opt/teams/resources", "x"),
        process(400, 110, "/usr/bin/electron", argv=("electron --x /usr/share/teams/app.asar --y",)),
        process(400, 110, "/usr/bin/java", "-Xmx1g", "-jar", "/opt/teams/teams.jar", "/home/me"),
        process(400, 110, "/usr/bin/java", "-cp", "/usr/share/java/a.jar:/opt/teams/b.jar", "com.example.Main"),
        process(400, 110, "/usr/bin/java", "-Dhome=/opt/teams", "com.example.Main"),
        process(400, 110, "/usr/bin/python3.11", "-u", "/opt/teams/main.py", "--verbose"),
        process(400, 110, "/usr/bin/dash", "/opt/teams/start.sh"),
        process(400, 110, "/opt/teams/electron"),
    ],
)
def test_an_app_on_a_shared_runtime_is_told_by_its_own_folder_in_the_command_line(app: Process) -> None:
    assert only(match(app)).rule is TEAMS


@pytest.mark.parametrize(
    "other",
    [
        process(400, 110, "/usr/bin/python3.11", "/home/me/tool.py", "/opt/teams"),
        process(400, 110, "/usr/bin/node", "/srv/app.js", "/usr/share/teams/app.asar"),
        process(400, 110, "/usr/bin/nautilus", "/opt/teams"),
        process(400, 110, "/usr/bin/java", "-jar", "/opt/teamster/a.jar"),
        process(400, 110, "/usr/bin/dash", "-c", "ls /opt/teams"),
        process(400, 110, "/usr/bin/electron37", argv=()),
        process(400, 110, "/usr/bin/electron37", argv=("electron37",)),
    ],
)
def test_what_only_works_on_that_folder_is_not_the_app(other: Process) -> None:
    assert match(other) == Matches((), ())


def test_the_sandbox_of_a_flatpak_tells_all_of_it() -> None:
    unit = "app-flatpak-us.zoom.Zoom-123.scope"
    run = only(
        match(
            process(400, 100, "/usr/bin/bwrap", unit=unit),
            process(401, 400, "/usr/bin/bwrap", unit=unit, flatpak="us.zoom.Zoom"),
            process(402, 401, "/app/extra/zoom", unit=unit, flatpak="us.zoom.Zoom"),
            process(403, 1, "/app/extra/crash", unit=unit, flatpak="us.zoom.Zoom"),
            windows=(Window("x11:1", 2, "Zoom", "us.zoom.Zoom"), Window("x11:2", 402, "Call")),
        )
    )
    assert pids(run)[0] == 400
    assert sorted(pids(run)) == [400, 401, 402, 403]
    assert [each.id for each in run.windows] == ["x11:2"]


def test_a_window_of_a_sandbox_that_tells_a_number_of_its_own_is_told_by_its_class() -> None:
    rule = ZOOM._replace(window_classes=frozenset({"zoom"}))
    table = desktop(process(401, 100, "/app/zoom", flatpak="us.zoom.Zoom"))
    windows = (Window("x11:1", 2, "", "zoom"), Window("x11:2", 110, "", "zoom"), Window("x11:3", 9, "", "other"))
    matches = runs_in(table, (rule,), windows, OWN)
    assert matches.refused == ()
    assert [each.id for each in matches.runs[0].windows] == ["x11:1", "x11:2"]


def test_a_flatpak_is_another_one_than_a_program_of_the_same_path_outside() -> None:
    inside = process(400, 100, "/usr/lib/slack/slack", program_id=FileId(9, 9), flatpak="org.example.Other")
    assert match(inside) == Matches((), ())


def test_a_snap_is_told_by_its_cgroup() -> None:
    unit = "snap.mail.mail-0b2c.scope"
    run = only(match(process(400, 100, "/snap/mail/12/bin/run", unit=unit), process(401, 400, "/x", unit=unit)))
    assert (run.rule, pids(run)) == (MAIL, [400, 401])
    assert match(process(400, 100, "/snap/mailbox/1/bin/run", unit="snap.mailbox.mailbox-1.scope")) == Matches((), ())


def test_a_sandboxed_browser_or_terminal_refuses_its_rule_whole() -> None:
    unit = "app-flatpak-us.zoom.Zoom-123.scope"
    matches = match(
        process(400, 100, "/usr/bin/bwrap", unit=unit),
        process(401, 400, "/app/bin/ptyxis", unit=unit, flatpak="us.zoom.Zoom"),
    )
    assert matches.runs == ()
    assert [each.rule_id for each in matches.refused] == [ZOOM.id]


def test_an_appimage_runs_from_its_disk_and_the_server_of_that_disk_is_left_running() -> None:
    image = AppRule("n/image", "n", "Image", programs=("/home/me/Foo.AppImage",))
    table = desktop(
        process(400, 110, "/run/me/.mount_Foo.ApDq3zK1/foo"),
        process(401, 400, "/home/me/Foo.AppImage"),
        process(402, 400, "/run/me/.mount_Foo.ApDq3zK1/foo", "--type=gpu"),
    )
    run = only(runs_in(table, (image,), (), OWN))
    assert pids(run) == [400, 402]
    just_started = desktop(process(401, 110, "/home/me/Foo.AppImage"))
    assert pids(only(runs_in(just_started, (image,), (), OWN))) == [401]


def test_a_window_tells_the_app_whose_process_no_key_tells() -> None:
    window = Window("x11:0x1", 400, "general", "Slack", "slack")
    unknown = process(400, 110, "/home/me/build/app")
    run = only(match(unknown, process(401, 400, "/home/me/build/helper"), windows=(window, Window("x11:0x2", 110))))
    assert (run.rule, pids(run), run.windows) == (SLACK, [400, 401], (window,))


def test_windows_go_to_the_run_of_their_process() -> None:
    one, two = Window("x11:1", 401, "a"), Window("x11:2", 500, "b")
    matches = match(
        process(400, 110, "/usr/lib/slack/slack"),
        process(401, 400, "/usr/lib/slack/slack"),
        process(500, 110, "/usr/lib/slack/slack"),
        windows=(one, two),
    )
    assert [run.windows for run in matches.runs] == [(one,), (two,)]


def test_a_terminal_that_calls_itself_like_an_app_refuses_the_rule() -> None:
    matches = match(windows=(Window("x11:1", 200, "~", "Slack"),))
    assert (matches.runs, len(matches.refused)) == ((), 1)


def test_a_window_of_nobody_who_is_known_tells_nothing() -> None:
    assert match(windows=(Window("x11:1", 0, "~", "Slack"), Window("x11:2", 999, "~", "Slack"))) == Matches((), ())


@pytest.mark.parametrize(
    ("window", "rule"),
    [
        (Window("x11:1", 400, "LinkedIn", "Chromium", "www.linkedin.com__feed"), WEB),
        (Window("x11:1", 0, "LinkedIn", "Chromium", "www.linkedin.com__feed"), WEB),
        (Window("way:1", 400, "LinkedIn", "chrome-www.linkedin.com__-Default"), WEB),
        (Window("x11:1", 400, "CRM", "Google-chrome", "crx_" + "abcdefgh" * 4), PWA),
    ],
)
def test_a_window_made_for_a_site_is_a_run_of_its_own_without_any_process(window: Window, rule: AppRule) -> None:
    others = (Window("x11:9", 400, "News", "Chromium", "chromium"), Window("x11:8", 400, "x", "Chromium", "x.example"))
    run = only(match(process(400, 110, CHROME), windows=(window, *others)))
    assert run == Run(f"{rule.id}:{window.id}", rule, (), (window,))


def test_an_app_that_calls_its_window_like_a_site_is_no_browser() -> None:
    window = Window("x11:1", 400, "", "App", "www.linkedin.com")
    assert match(process(400, 110, "/opt/other"), windows=(window,)) == Matches((), ())


def test_a_rule_that_means_all_windows_of_a_browser_is_refused_whole() -> None:
    rule = AppRule("n/web", "n", "Web", window_classes=frozenset({"google-chrome"}))
    window = Window("x11:1", 400, "", "Google-chrome", "google-chrome")
    matches = runs_in(desktop(process(400, 110, CHROME)), (rule,), (window,), OWN)
    assert matches.runs == ()
    assert "browser" in str(matches.refused[0].why)


def test_the_first_rule_has_an_app_that_two_name() -> None:
    twin = SLACK._replace(id="other/slack", network="other", flatpak="us.zoom.Zoom")
    matches = runs_in(desktop(process(400, 110, "/usr/lib/slack/slack")), (SLACK, twin), (), OWN)
    assert [run.rule for run in matches.runs] == [SLACK]


def test_runs_come_in_the_order_of_the_rules() -> None:
    matches = match(
        process(300 + 50, 110, "/usr/bin/electron", "/opt/teams"),
        process(400, 110, "/usr/lib/slack/slack"),
    )
    assert [run.rule for run in matches.runs] == [SLACK, TEAMS]


def test_the_program_of_an_app_in_the_menu_is_its_own_when_a_rule_means_it() -> None:
    book = RuleBook((SLACK,), frozenset({file_of("/usr/lib/slack/slack"), file_of(EVINCE)}))
    table = desktop(process(400, 110, "/usr/lib/slack/slack"), process(401, 400, "/usr/lib/slack/slack"))
    assert pids(only(runs_in(table, book, (), OWN))) == [400, 401]


def test_no_rules_and_no_processes_give_nothing() -> None:
    assert runs_in(desktop(), (), (), OWN) == Matches((), ())
    assert runs_in(ProcessTable(()), RULES, (Window("x11:1", 5, "", "Slack"),), OWN) == Matches((), ())


def test_a_sound_belongs_to_the_app_that_its_process_works_for() -> None:
    table = desktop(
        process(400, 110, "/usr/lib/slack/slack", unit=SCOPE),
        process(401, 400, "", argv=("slack --type=utility",), unit=SCOPE),
        process(402, 401, CHROME, unit=SCOPE),
        process(403, 402, "/usr/lib/player", unit=SCOPE),
        process(404, 100, "/usr/lib/slack/sounds", unit=SCOPE),
        process(405, 110, "/usr/bin/player"),
        process(406, 404, "/usr/lib/slack/voice", unit=SCOPE),
    )
    book = RuleBook(RULES)
    assert [rule_of(table, pid, book) for pid in (400, 401, 404, 406)] == [SLACK] * 4
    assert [rule_of(table, pid, RULES) for pid in (402, 403, 405, 110, 999)] == [None] * 5
    assert rule_of(ProcessTable([process(9, 8, "/opt/x")]), 9, book) is None


def test_a_refused_rule_tells_no_sound() -> None:
    barred = SLACK._replace(barred=("/usr/bin/bash",))
    assert rule_of(desktop(process(400, 110, "/usr/lib/slack/slack")), 400, (barred,)) is None


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ((), ()),
        (("electron",), ()),
        (("java", "-jar", "/a.jar", "/b"), ("", "/a.jar", "/b")),
        (("python", "-m", "tool", "/b", "/c"), ("", "tool", "/b")),
        (("java", "-cp", "/a:/b", "Main", "/c"), ("", "/a", "/b", "Main")),
        (("java", "-Dx=/a", "-server"), ("/a", "")),
        (("node /a.js --y /b",), ("/a.js",)),
    ],
)
def test_what_a_runtime_runs_ends_with_its_first_word(command: tuple[str, ...], words: tuple[str, ...]) -> None:
    assert tuple(program_words(command)) == words
