"""Numbers of running text: a line of positive.txt is a fragment and what is found in it, one of negative.txt a fragment
without a number and the rules that it comes near to."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.finding.numbers import Number, find_numbers

FOLDER = Path(__file__).parent
#: All rules that build a number (`Number.rule`).
RULES = {
    "figures", "words", "mixed", "with_half", "decimals_in_words", "lone_scale", "half_scale", "half", "fraction",
    "multiplier", "collective", "ordinal", "range", "from_to", "plus_minus",
}  # fmt: skip


def lines(name: str) -> list[list[str]]:
    given = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [[part.strip() for part in line.split("|")] for line in given if line and not line.startswith("#")]


def shown(text: str, number: Number) -> str:
    value = f"{number.value:.12g}" if number.value is not None else f"{number.low:.12g}..{number.high:.12g}"
    if number.kind == "fraction":
        value = f"{number.value:.6g}"
    kind = "" if number.kind == "cardinal" else f" {number.kind}"
    return f"{text[number.start : number.end]} = {value}{kind}"


@pytest.mark.parametrize(("text", "expected"), lines("positive.txt"))
def test_a_fragment_has_these_numbers(text: str, expected: str) -> None:
    assert "; ".join(shown(text, number) for number in find_numbers(text)) == expected


@pytest.mark.parametrize(("text", "_"), lines("negative.txt"))
def test_a_fragment_has_no_number(text: str, _: str) -> None:
    assert [shown(text, number) for number in find_numbers(text)] == []


def test_every_rule_is_seen() -> None:
    assert {number.rule for text, _ in lines("positive.txt") for number in find_numbers(text)} == RULES


def test_every_rule_has_a_fragment_where_it_must_not_fire() -> None:
    assert {name for _, near in lines("negative.txt") for name in near.split("; ") if name} == RULES


@given(st.text(alphabet="0123456789.,-–±+/:% \u00a0№()тысмлнрдяпойвухе$\n'"))
def test_any_text_gives_valid_extents_in_order(text: str) -> None:
    position = 0
    for number in find_numbers(text):
        assert position <= number.start < number.end <= len(text)
        assert (number.value is None) != (number.low is None)
        position = number.end


@given(st.integers(min_value=0, max_value=10**12))
def test_groups_of_three_digits_keep_the_value(value: int) -> None:
    for separator in (" ", "\u00a0", "\u202f"):
        assert [number.value for number in find_numbers(f"{value:,}".replace(",", separator))] == [value]
