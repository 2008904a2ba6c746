"""Numbers of running text: a line of numbers.txt is a fragment and what is found in it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.finding.numbers import Number, find_numbers

LINES = Path(__file__).with_name("numbers.txt").read_text(encoding="utf-8").splitlines()
CASES = [line.split("|") for line in LINES if line and not line.startswith("#")]


def shown(text: str, number: Number) -> str:
    value = f"{number.value:.12g}" if number.value is not None else f"{number.low:.12g}..{number.high:.12g}"
    if number.kind == "fraction":
        value = f"{number.value:.6g}"
    kind = "" if number.kind == "cardinal" else f" {number.kind}"
    return f"{text[number.start:number.end]} = {value}{kind}"


@pytest.mark.parametrize(("fragment", "expected"), CASES)
def test_line(fragment: str, expected: str) -> None:
    text = fragment.strip()
    assert "; ".join(shown(text, number) for number in find_numbers(text)) == expected.strip()


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
