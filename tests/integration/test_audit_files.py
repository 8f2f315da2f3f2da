# SPDX-License-Identifier: MIT
"""Is every how-to that ships whole in both languages, short enough to be read, and about a network that exists?"""

import re
import tomllib
from pathlib import Path

import pytest

from contracts.audit_guides import AuditGuidesContract
from rideau.adapters.audit_files import GENERAL, LANGUAGES, AuditFiles
from rideau.adapters.catalogue_files import CatalogueFiles
from rideau.domain.error import StorageError
from rideau.domain.settings import AuditQuestion
from rideau.ports.audit_guides import AuditGuides

RESOURCES = Path(__file__).parents[2] / "resources"
FOLDER = RESOURCES / "audit"
TABLES = [
    (file.name, network, question, said)
    for file in sorted(FOLDER.glob("*.toml"))
    for network, table in tomllib.loads(file.read_text("utf-8")).items()
    for question, said in table.items()
]
NETWORKS = {network for _, network, _, _ in TABLES} - {GENERAL}
MOST_STEPS, LONGEST_STEP, LONGEST_STAYS = 3, 260, 180
WHERE_IT_MATTERS = """
    linkedin facebook meta-business-suite instagram x tiktok youtube threads bluesky mastodon pinterest snapchat
    whatsapp telegram discord slack google-business-profile reddit
"""


class TestAuditFiles(AuditGuidesContract):
    """The files that ship hold to the contract."""

    @pytest.fixture
    def guides(self) -> AuditGuides:
        """Return the how-tos as shipped."""
        return AuditFiles(FOLDER)


def test_the_networks_where_it_matters_have_how_tos_and_each_is_in_the_catalogue() -> None:
    assert set(WHERE_IT_MATTERS.split()) <= NETWORKS
    assert {network.id for network in CatalogueFiles(RESOURCES / "networks").networks()} >= NETWORKS


def test_a_network_is_in_one_file_only() -> None:
    files = {(network, name) for name, network, _, _ in TABLES}
    assert len(files) == len(NETWORKS) + 1


@pytest.mark.parametrize(("file", "network", "question", "said"), TABLES, ids=lambda each: str(each)[:24])
def test_a_how_to_is_whole_in_both_languages(
    file: str, network: str, question: str, said: dict[str, dict[str, list[str]]]
) -> None:
    del file, network
    assert question in set(AuditQuestion)
    assert tuple(said) == LANGUAGES
    english, french = (said[language]["steps"] for language in LANGUAGES)
    assert 1 <= len(english) == len(french) <= MOST_STEPS
    for language in LANGUAGES:
        assert set(said[language]) == {"steps", "stays"}
        assert all(0 < len(step) <= LONGEST_STEP for step in said[language]["steps"])
        assert 0 < len(said[language]["stays"]) <= LONGEST_STAYS


@pytest.mark.parametrize(("file", "network", "question", "said"), TABLES, ids=lambda each: str(each)[:24])
def test_a_how_to_keeps_the_voice_and_the_typography_of_the_house(
    file: str, network: str, question: str, said: dict[str, dict[str, list[str]]]
) -> None:
    del file, network, question
    for language in LANGUAGES:
        for sentence in (*said[language]["steps"], str(said[language]["stays"])):
            assert sentence.strip() == sentence
            assert sentence.endswith(".")
            assert not re.search(r"!|\byou should\b|\bvous devez\b|\bil faut que\b", sentence)
            if language == "fr":
                assert not re.search(r"[ \u00a0][;:!?»]|« |[^\u202f];", sentence)


ENGLISH, FRENCH = '{ steps = ["Look."], stays = "All." }', '{ steps = ["Voir."], stays = "Tout." }'
GOOD = "".join(f"[general.{question}]\nen = {ENGLISH}\nfr = {FRENCH}\n" for question in AuditQuestion)


@pytest.mark.parametrize(
    "text",
    [
        "[general",
        "",
        "general = 1",
        GOOD.replace("[general.runs-clients]", "[general.walks-clients]"),
        GOOD.replace("[general.runs-clients]", "[slack.runs-clients]"),
        GOOD.replace("fr =", "de ="),
        GOOD.replace('steps = ["Voir."]', "steps = 5"),
        GOOD.replace('steps = ["Voir."]', "steps = [5]"),
        GOOD.replace('stays = "Tout."', "stays = 5"),
        GOOD.replace(', stays = "Tout."', ""),
        GOOD + "[slack]\nruns-clients = 5\n",
        "\ud800",
    ],
)
def test_a_damaged_file_is_told_with_what_to_do(tmp_path: Path, text: str) -> None:
    (tmp_path / "all.toml").write_bytes(text.encode("utf-8", "surrogatepass"))
    with pytest.raises(StorageError, match=re.escape(str(tmp_path))) as refused:
        AuditFiles(tmp_path).general("en")
    assert refused.value.remedy is not None


def test_no_files_at_all_is_told_too(tmp_path: Path) -> None:
    with pytest.raises(StorageError):
        AuditFiles(tmp_path).own("slack", "en")


def test_a_whole_folder_is_read(tmp_path: Path) -> None:
    (tmp_path / "all.toml").write_text(GOOD, "utf-8")
    assert AuditFiles(tmp_path).general("fr")[AuditQuestion.RUNS_CLIENTS].steps == ("Voir.",)
