"""The user's names in running text, and their place among the tagger's."""

from pathlib import Path

import pytest

from pipeline.finding.lexicon_names import LexiconNames, with_lexicon
from pipeline.finding.mentions import NameMention
from pipeline.knowledge.lexicon import Lexicon, LexiconEntry
from pipeline.language.tokenizer import blank

NAMES = LexiconNames(
    Lexicon(
        (
            LexiconEntry("Сарыарка Металл", ("СМ", "Saryarka Metal")),
            LexiconEntry("Нур"),
            LexiconEntry("Узунколь", type="location"),
            LexiconEntry("Айдос Ким", type="person"),
        )
    )
)
LINES = [
    line.partition(" => ")
    for line in (Path(__file__).parent / "lexicon_names.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("text", "_", "wanted"), LINES)
def test_names_are_found_in_their_forms(text: str, _: str, wanted: str) -> None:
    found = [text[mention.start : mention.end] for mention in NAMES.mentions(blank()(text))]
    assert "|".join(found) == wanted.strip("-")


@pytest.mark.parametrize(
    ("tagged", "own", "wanted"),
    [
        ([(0, 5, "person")], [(0, 5, "organization")], [(0, 5, "organization")]),
        ([(0, 9, "organization")], [(2, 5, "organization")], [(0, 9, "organization")]),
        ([(0, 3, "organization")], [(0, 9, "organization")], [(0, 9, "organization")]),
        ([(0, 3, "location")], [(5, 9, "organization")], [(0, 3, "location"), (5, 9, "organization")]),
        ([(0, 6, "location")], [(5, 9, "organization")], [(5, 9, "organization")]),
    ],
)
def test_own_names_come_before_the_taggers(
    tagged: list[tuple[int, int, str]], own: list[tuple[int, int, str]], wanted: list[tuple[int, int, str]]
) -> None:
    found = with_lexicon([NameMention(*mention) for mention in tagged], [NameMention(*mention) for mention in own])
    assert [(mention.start, mention.end, mention.label) for mention in found] == wanted
