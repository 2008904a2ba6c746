"""Phrases and people in the nominative."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.language.inflection import nominative, nominative_person

ROWS = [
    re.fullmatch(r"(.+?)(?: \[([\w ]+)\])? => (.+)", line)
    for line in (Path(__file__).parent / "inflected.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize("row", ROWS, ids=[row[1] for row in ROWS if row])
def test_phrase(row: re.Match[str]) -> None:
    assert nominative(row[1], cases=frozenset((row[2] or "").split())) == row[3]


@pytest.mark.parametrize(
    ("name", "cases", "wanted"),
    [
        ("Рустама Каюмова", {"gent"}, "Рустам Каюмов"),
        ("Ольгой Перепечиной", {"ablt"}, "Ольга Перепечина"),
        ("Анны Белой", {"gent"}, "Анна Белая"),
        ("Виктору Сенько", {"datv"}, "Виктор Сенько"),
        ("Касым-Жомарта Токаева", {"gent"}, "Касым-Жомарт Токаев"),
        ("Мария Иванова", {"gent"}, "Мария Иванова"),
        ("John Smith", {"gent"}, "John Smith"),
        ("А. Б. Ким", {"gent"}, "А. Б. Ким"),
    ],
)
def test_person(name: str, cases: set[str], wanted: str) -> None:
    assert nominative_person(name, cases=cases) == wanted


def test_a_known_name_outweighs_the_rest() -> None:
    assert nominative("Ворсине", cases={"loct"}, known=lambda name: name == "Ворсино") == "Ворсино"
    assert nominative("Аксу", cases={"datv"}, known=lambda name: name == "Аксу") == "Аксу"


@given(st.text(alphabet="абвгдежзийклмнопрстуфхцчшщъыьэюяАБЯ «»-.1Aa", max_size=30))
def test_any_text_comes_back_with_as_many_words(text: str) -> None:
    assert len(nominative(text).split()) == len(text.split())
    assert len(nominative_person(text).split()) == len(text.split())
