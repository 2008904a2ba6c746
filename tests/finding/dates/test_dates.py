"""Dates: a line of positive.txt is a day, a sentence published on it, and its dates; negative.txt has none.

A line of negative.txt names the rules that it comes near to: each rule is seen by a line of either file.
"""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.finding.dates import DateFinder
from pipeline.finding.dates.rules import RULES
from pipeline.finding.mentions import DateMention

FOLDER = Path(__file__).parent
FINDER = DateFinder()


def lines(name: str) -> list[tuple[str, ...]]:
    given = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [tuple(line.split(" | ")) for line in given if line and not line.startswith("#")]


def found(day: str, text: str) -> list[DateMention]:
    return list(FINDER.find_in(text, None if day == "-" else date.fromisoformat(day)))


def shown(text: str, mention: DateMention) -> str:
    value = mention.duration or f"{mention.first or '?'}..{mention.last or '?'}"
    parts = [mention.kind, value, mention.relation]
    return f"{text[mention.start : mention.end]} = {' '.join(part for part in parts if part)}"


@pytest.mark.parametrize(("day", "text", "expected"), lines("positive.txt"))
def test_a_sentence_has_these_dates(day: str, text: str, expected: str) -> None:
    assert "; ".join(shown(text, mention) for mention in found(day, text)) == expected


@pytest.mark.parametrize(("day", "text"), [line[:2] for line in lines("negative.txt")])
def test_a_sentence_has_no_date(day: str, text: str) -> None:
    assert [shown(text, mention) for mention in found(day, text)] == []


def test_every_rule_is_seen() -> None:
    fired = {mention.rule for day, text, _ in lines("positive.txt") for mention in found(day, text)}
    assert [rule.name for rule in RULES if rule.name not in fired] == []


def test_every_rule_has_a_sentence_where_it_must_not_fire() -> None:
    near = {name for line in lines("negative.txt") for name in "".join(line[2:]).split("; ") if name}
    assert near == {rule.name for rule in RULES}


FRAGMENTS = st.sampled_from(
    ["5", "12", "2025", " года", " мая", "январь", "–", " по ", " с ", "до ", "II", " квартал", "прошлого", ".", ",",
     " полугодие", "вчера", "в пятницу", "начала", "конца", "32 августа", "30.02.2024", "за ", "9 месяцев", "-е", "\n"]
)  # fmt: skip


@given(st.lists(FRAGMENTS | st.text(max_size=6), max_size=30).map("".join), st.dates() | st.none())
def test_any_text_gives_valid_dates(text: str, published: date | None) -> None:
    for mention in FINDER.find_in(text, published):
        assert 0 <= mention.start < mention.end <= len(text)
        if mention.first is not None and mention.last is not None:
            assert mention.first <= mention.last
        if published is None and mention.relative:
            assert mention.first is None
