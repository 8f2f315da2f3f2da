# SPDX-License-Identifier: MIT
"""Is what goes to stores and developers what they take, the same every time, and in both languages?"""

import base64
import hashlib
import json
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage
from PySide6.QtQml import QJSEngine

from stage.extension import pack
from stage.native_host import CHROMIUM_ID, EXTENSION, FIREFOX_ID


def manifest_in(packed: Path) -> dict[str, Any]:
    if packed.is_dir():
        text = (packed / "manifest.json").read_text(encoding="utf-8")
    else:
        with zipfile.ZipFile(packed) as archive:
            text = archive.read("manifest.json").decode()
    read: dict[str, Any] = json.loads(text)
    return read


def test_the_same_source_makes_the_same_bytes(tmp_path: Path) -> None:
    once, again = pack(tmp_path / "once"), pack(tmp_path / "again")
    for one, other in zip(once, again, strict=True):
        if one.is_file():
            assert one.read_bytes() == other.read_bytes()


def test_packing_twice_leaves_nothing_of_before(tmp_path: Path) -> None:
    *_, unpacked, _ = pack(tmp_path)
    (unpacked / "of-before.js").write_text("")
    pack(tmp_path)
    assert not (unpacked / "of-before.js").exists()


def test_someone_elses_folder_is_left_alone(tmp_path: Path) -> None:
    theirs = tmp_path / "chromium"
    theirs.mkdir()
    (theirs / "manifest.json").write_text('{"name": "Theirs"}')
    (theirs / "precious.js").write_text("")
    pack(tmp_path)
    assert (theirs / "precious.js").exists()


def test_each_browser_gets_the_manifest_it_takes(tmp_path: Path) -> None:
    store, xpi, chromium, firefox = map(manifest_in, pack(tmp_path))
    assert "key" not in store
    assert "key" in chromium
    assert chromium["incognito"] == store["incognito"] == "split"
    for each in (xpi, firefox):
        assert each["incognito"] == "spanning"
        assert "key" not in each
        assert each["browser_specific_settings"]["gecko"]["id"] == FIREFOX_ID


def test_the_id_in_chromium_follows_from_the_key() -> None:
    """So that the native host's manifest can name it before anything is installed."""
    key = base64.b64decode(manifest_in(EXTENSION)["key"])
    digest = hashlib.sha256(key).hexdigest()[:32]
    assert "".join(chr(ord("a") + int(digit, 16)) for digit in digest) == CHROMIUM_ID


def test_the_icons_have_the_sizes_they_claim() -> None:
    for size, name in manifest_in(EXTENSION)["icons"].items():
        image = QImage(str(EXTENSION / name))
        assert (image.width(), image.height()) == (int(size), int(size))


def test_nothing_comes_from_elsewhere() -> None:
    """No file names an address on the network to load from; the policy would refuse it, too."""
    for file in EXTENSION.rglob("*.*"):
        if file.suffix in {".js", ".css", ".html"}:
            text = file.read_text(encoding="utf-8")
            assert not re.findall(r"""(?:src|href|from|url\(|import\()\s*=?\s*["']?(?:https?:)?//""", text), file
            assert "innerHTML" not in text
    assert "default-src 'none'" in manifest_in(EXTENSION)["content_security_policy"]["extension_pages"]


@pytest.fixture(scope="module")
def languages() -> dict[str, dict[str, str]]:
    _ = QCoreApplication.instance() or QCoreApplication([])
    found = re.findall(r"const (EN|FR) = (\{.*?\n\});", (EXTENSION / "words.js").read_text(encoding="utf-8"), re.DOTALL)
    engine = QJSEngine()
    read: dict[str, dict[str, str]] = {}
    for name, table in found:
        said = engine.evaluate(f"JSON.stringify({table})")
        read[name] = json.loads(said.toString())  # type: ignore[attr-defined]  # its stub is wrong
    return read


def test_both_languages_say_the_same_things(languages: dict[str, dict[str, str]]) -> None:
    english, french = languages["EN"], languages["FR"]
    assert english.keys() == french.keys()
    for key, text in english.items():
        assert set(re.findall(r"\{\w+\}", text)) == set(re.findall(r"\{\w+\}", french[key])), key


def test_every_word_is_said_and_every_said_word_is_there(languages: dict[str, dict[str, str]]) -> None:
    code = "".join((EXTENSION / name).read_text(encoding="utf-8") for name in ("page.js", "options.js"))
    said = set(re.findall(r"""["'`](\w+)["'`]""", code))
    built = {key for key in languages["EN"] if key.startswith("profile_")}
    assert set(languages["EN"]) - said - built == set()


def test_french_is_set_as_french_is(languages: dict[str, dict[str, str]]) -> None:
    for text in languages["FR"].values():
        assert not re.search(r"[^\u202f][;:!?»]|«[^\u202f]", text), text
