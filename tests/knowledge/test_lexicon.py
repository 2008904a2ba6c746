"""The user's lexicon: both formats, what they hold, and what is said of a wrong file."""

from pathlib import Path

import pytest

from pipeline.errors import LexiconError
from pipeline.knowledge.lexicon import Lexicon

TOML = """
[[name]]
name = "Сарыарка Металл"
aliases = ["СМ", "Saryarka Metal"]
kind = "company"
country = "KZ"
identifiers = ["БИН 050140001234"]

[[name]]
name = "Узунколь"
type = "location"
kind = "deposit"
"""
CSV = """name;aliases;type;kind;country;identifiers
Сарыарка Металл;СМ|Saryarka Metal;organization;company;KZ;БИН 050140001234
Узунколь;;location;deposit;;
"""
ERRORS = [
    line.partition(" => ")
    for line in (Path(__file__).parent / "lexicon_errors.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def _load(folder: Path, ending: str, text: str) -> Lexicon:
    path = folder / f"names.{ending}"
    path.write_text(text, encoding="utf-8")
    return Lexicon.load(path)


@pytest.mark.parametrize(("ending", "text"), [("toml", TOML), ("csv", CSV), ("csv", "\ufeff" + CSV)])
def test_both_formats_say_the_same(tmp_path: Path, ending: str, text: str) -> None:
    lexicon = _load(tmp_path, ending, text)
    company, place = lexicon.entries
    assert company.names == ("Сарыарка Металл", "СМ", "Saryarka Metal")
    assert (company.type, company.kind, company.country) == ("organization", "company", "KZ")
    assert company.identifiers == ("БИН 050140001234",)
    assert (place.name, place.type, place.kind, place.country) == ("Узунколь", "location", "deposit", None)


def test_names_are_found_by_every_spelling_and_by_number(tmp_path: Path) -> None:
    lexicon = _load(tmp_path, "toml", TOML)
    company = lexicon.entries[0]
    assert lexicon.find("«Сарыарка-Металл»") is company
    assert lexicon.find("saryarka metal") is company
    assert lexicon.find("Сарыарка Металл", "location") is None
    assert lexicon.find("Узунколь") is None
    assert lexicon.find_identifier("» (БИН: 050140001234), которое") is company
    assert lexicon.find_identifier(" (БИН 050140009999)") is None


@pytest.mark.parametrize(("given", "_", "message"), ERRORS)
def test_errors_name_the_line_and_what_to_do(tmp_path: Path, given: str, _: str, message: str) -> None:
    ending, text = given.split(" ", 1)
    with pytest.raises(LexiconError) as caught:
        _load(tmp_path, ending, text.replace("\\n", "\n"))
    assert str(tmp_path / f"names.{ending}") in str(caught.value)
    assert message in str(caught.value)


def test_missing_file_and_wrong_encoding(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="there is no such file"):
        Lexicon.load(tmp_path / "names.toml")
    (tmp_path / "names.csv").write_bytes("name\nСарыарка\n".encode("cp1251"))
    with pytest.raises(LexiconError, match="not UTF-8"):
        Lexicon.load(tmp_path / "names.csv")
