# SPDX-License-Identifier: MIT
"""Does ``rideau browse`` start the right browser on the right profile? Real commands; most browsers are stand-ins."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from stage.desktop import Desktop
from stage.names import IS_ROOT
from stage.program import PATIENCE_S, Program, require

STAND_IN = '#!/bin/sh\n# stands in for a browser\nprintf "%s\\n" "$0" "$@" >>"$HOME/started"\n'
PAGE = "https://example.org/a?b=c#d"

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(name="rideau")
def fixture_rideau(tmp_path: Path) -> Run:
    """Return a way to run ``rideau browse`` where Chromium and Firefox are stand-ins: no display, no bus."""
    for name in ("chromium", "firefox"):
        put_stand_in(tmp_path / "bin" / name)

    def run(*arguments: str, command: str = "browse", **extra: str) -> "subprocess.CompletedProcess[str]":
        environment = {
            "HOME": str(tmp_path),
            "PATH": f"{tmp_path}/bin:/nowhere",
            "XDG_DATA_DIRS": "/nowhere",
            "XDG_CONFIG_DIRS": "/nowhere",
            "XDG_RUNTIME_DIR": str(tmp_path / "run"),
            "LANG": "C.UTF-8",
            "BROWSER": "/bin/false",
            **extra,
        }
        words = [sys.executable, "-m", "rideau", command, *arguments]
        return subprocess.run(words, env=environment, capture_output=True, text=True, timeout=60, check=False)

    return run


def put_stand_in(program: Path) -> None:
    program.parent.mkdir(exist_ok=True)
    program.write_text(STAND_IN)
    program.chmod(0o755)


def started(home: Path) -> list[str]:
    """Return the words of the browser that was started, and forget them."""
    file = home / "started"
    words = file.read_text().splitlines() if file.exists() else []
    file.unlink(missing_ok=True)
    return words


def test_the_own_side_is_the_browser_as_it_is(tmp_path: Path, rideau: Run) -> None:
    """Nothing is made for it."""
    assert rideau("personal", PAGE).returncode == 0
    assert started(tmp_path) == [f"{tmp_path}/bin/chromium", PAGE]
    assert not (tmp_path / ".local/share/rideau").exists()


def test_the_other_side_has_a_profile_of_its_own(tmp_path: Path, rideau: Run) -> None:
    """In Rideau's data, with windows a panel can tell apart."""
    assert rideau("work", PAGE).returncode == 0
    words = started(tmp_path)
    assert f"--user-data-dir={tmp_path}/.local/share/rideau/browsers/chromium-work" in words
    assert "--class=rideau-browser-work" in words
    assert words[-1] == PAGE


@pytest.mark.parametrize("asked_for", ["chromium", "firefox"])
def test_a_new_profile_reaches_rideau_only_where_the_browser_may(tmp_path: Path, rideau: Run, asked_for: str) -> None:
    """The person had the host put into one browser, and the other is none of its business."""
    assert rideau("install", asked_for, command="browsers").returncode == 0
    assert rideau("work", "--browser", "chromium").returncode == 0
    manifests = {file.parts[len(tmp_path.parts)] for file in tmp_path.rglob("app.rideau.host.json")}
    assert manifests == ({".config", ".local"} if asked_for == "chromium" else {".mozilla"})


def test_the_settings_say_which_side_the_own_profile_is_on(tmp_path: Path, rideau: Run) -> None:
    """Also for a browser that is named."""
    settings = tmp_path / ".config/rideau/config.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('version = 1\n[browsers]\nown_profile = "work"\n')
    assert rideau("work", "--browser", "firefox").returncode == 0
    assert started(tmp_path) == [f"{tmp_path}/bin/firefox"]
    assert rideau("personal", "--browser", "Firefox", "example.org").returncode == 0
    words = started(tmp_path)
    assert words[1:3] == ["--profile", f"{tmp_path}/.local/share/rideau/browsers/firefox-personal"]
    assert words[-1] == "https://example.org"


def test_settings_that_do_not_hold_keep_nobody_from_browsing(tmp_path: Path, rideau: Run) -> None:
    """The last good ones count, or the defaults."""
    settings = tmp_path / ".config/rideau/config.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text("version = \n")
    assert rideau("personal").returncode == 0
    assert started(tmp_path) == [f"{tmp_path}/bin/chromium"]


def test_the_default_browser_is_taken(tmp_path: Path, rideau: Run) -> None:
    """What the desktop's list says, not what the environment does."""
    entry = tmp_path / ".local/share/applications/firefox.desktop"
    entry.parent.mkdir(parents=True)
    entry.write_text("[Desktop Entry]\nType=Application\nName=Firefox\nExec=firefox %u\n")
    (entry.parent / "mimeapps.list").write_text("[Default Applications]\nx-scheme-handler/https=firefox.desktop\n")
    assert rideau("personal").returncode == 0
    assert started(tmp_path) == [f"{tmp_path}/bin/firefox"]


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "file:///etc/passwd", "/etc/passwd", "https:example.org", "http://a b", "ftp://x.org", ""],
)
def test_only_web_addresses_reach_a_browser(tmp_path: Path, rideau: Run, url: str) -> None:
    """Nothing else is started with, and the answer is one line; an empty address is none."""
    done = rideau("work", url)
    if url:
        assert done.returncode == 2
        assert done.stderr.startswith("rideau: ")
        assert done.stderr.count("\n") == 1
        assert started(tmp_path) == []
    else:
        assert url not in started(tmp_path)


@pytest.mark.parametrize("url", ["--proxy-server=evil", "-P", "--load-extension=/tmp/x"])
def test_no_address_is_an_option_of_the_browser(tmp_path: Path, rideau: Run, url: str) -> None:
    """Not even behind a double dash."""
    assert rideau("work", "--", url).returncode == 2
    assert started(tmp_path) == []


def test_a_browser_that_is_not_there_is_named_with_those_that_are(rideau: Run) -> None:
    """So that the next try works."""
    done = rideau("work", "--browser", "netscape")
    assert (done.returncode, "chromium, firefox" in done.stderr) == (2, True)


def test_without_any_browser_it_says_what_to_install(tmp_path: Path, rideau: Run) -> None:
    """In the person's language."""
    shutil.rmtree(tmp_path / "bin")
    done = rideau("work", LANG="fr_FR.UTF-8")
    assert done.returncode == 1
    assert "Installez Firefox ou Chromium" in done.stderr


def test_firefox_runs_both_profiles_side_by_side(tmp_path: Path) -> None:
    """The second start of one profile opens a tab in it; the other profile is another Firefox, and another window."""
    with Desktop() as desktop:
        command = [sys.executable, "-m", "rideau", "browse", "--browser", "firefox-esr", "work"]
        own = tmp_path / "own"
        own.mkdir()
        desktop.start(["firefox-esr", "--profile", str(own), "--class", "own-windows", "about:blank"], log="own.log")
        wait_for(desktop, "own-windows")
        first = desktop.start([*command, "http://127.0.0.1:1/one"])
        wait_for(desktop, "rideau-browser-work")
        again = desktop.run([*command, "http://127.0.0.1:1/two"])
        assert again.returncode == 0
        assert first.is_running
        assert len(windows(desktop, "rideau-browser-work")) == 1
        assert len(windows(desktop, "own-windows")) == 1


def test_chromium_shows_the_made_profile_as_a_window_of_its_own(tmp_path: Path) -> None:
    """Its class is that of the launcher, and its own data lie in the made folder."""
    program = tmp_path / "bin/chromium"
    program.parent.mkdir()
    sandbox = "--no-sandbox" if IS_ROOT else ""  # as root it refuses to run with its sandbox
    program.write_text(f'#!/bin/sh\nexec {require("chromium")} {sandbox} --disable-gpu "$@"\n')
    program.chmod(0o755)
    with Desktop() as desktop:
        path = f"{program.parent}:{os.environ['PATH']}"
        command = [sys.executable, "-m", "rideau", "browse", "--browser", "chromium", "work", "http://127.0.0.1:1/"]
        running: Program = desktop.start(command, PATH=path)
        wait_for(desktop, "rideau-browser-work")
        made = Path(desktop.environment["XDG_DATA_HOME"], "rideau/browsers/chromium-work")
        assert running.is_running
        assert (made / "SingletonLock").is_symlink()


def windows(desktop: Desktop, window_class: str) -> list[str]:
    found = desktop.run(["xdotool", "search", "--onlyvisible", "--class", f"^{window_class}$"])
    return found.stdout.split()


def wait_for(desktop: Desktop, window_class: str) -> None:
    deadline = time.monotonic() + 2 * PATIENCE_S
    while not windows(desktop, window_class):
        assert time.monotonic() < deadline, f"no window of {window_class} came"
        time.sleep(0.1)
