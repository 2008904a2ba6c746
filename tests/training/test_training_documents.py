"""Marked text → tokens and the tags they may have."""

import random

import pytest

from training.tagger.augmentation import renamed
from training.tagger.documents import Document, Mark, document
from training.tagger.exercises import exercises
from training.tagger.tags import ANY, TAGS, mask, outside

OPEN = outside(["product"])


def marked(text: str, *marks: tuple[str, str, bool]) -> Document:
    found = [
        Mark(text.index(part), text.index(part) + len(part), frozenset({label}), optional)
        for part, label, optional in marks
    ]
    return document(("test", "own"), text, found, OPEN)


def tags(made: Document) -> list[str]:
    """Tokens, each with the tags it must have one of where it may not be left unmarked."""
    names = {OPEN: "", ANY: "/any"} | {1 << number: f"/{tag}" for number, tag in enumerate(TAGS)}
    return [
        token + names.get(allowed, "/?")
        for sentence in made.sentences
        for token, allowed in zip(sentence.tokens, sentence.allowed, strict=True)
    ]


@pytest.mark.parametrize(
    ("text", "marks", "expected"),
    [
        ("Завод Жезтас вырос", [("Жезтас", "organization", False)], "Завод Жезтас/B-organization вырос"),
        ("Банк «Жез Тас»", [("«Жез Тас»", "organization", False)], "Банк « Жез/B-organization Тас/I-organization »"),
        ("ТОО «Жезтас»", [("ТОО «Жезтас»", "organization", False)], "ТОО « Жезтас/B-organization »"),
        ("Актау, Saran", [("Актау, Saran", "location", True)], "Актау/? ,/? Saran/?"),
        ("из Россия-НАТО ушли", [("НАТО", "organization", False)], "из Россия-НАТО/any ушли"),
    ],
)
def test_marks_on_tokens(text: str, marks: list[tuple[str, str, bool]], expected: str) -> None:
    assert tags(marked(text, *marks)) == expected.split()


def test_an_optional_mark_leaves_both_ways_open() -> None:
    made = marked("Saran растёт", ("Saran", "location", True))
    assert made.sentences[0].allowed[0] == OPEN | mask(["B-location"])


def test_the_outermost_mark_counts() -> None:
    made = marked("Банк Сарани", ("Банк Сарани", "organization", False), ("Сарани", "location", False))
    assert tags(made) == ["Банк/B-organization", "Сарани/I-organization"]


def test_renaming_keeps_the_number_of_names_and_the_rest() -> None:
    made = marked("Завод Жезтас и ещё Nomad Steel в Караганде", ("Жезтас", "organization", False),
                  ("Nomad Steel", "organization", False), ("Караганде", "location", False))  # fmt: skip
    new = renamed(made, 1.0, random.Random(2))
    before, after = made.sentences[0], new.sentences[0]
    assert [label for _, _, label in after.names] == [label for _, _, label in before.names]
    assert after.tokens != before.tokens
    assert [token for token in after.tokens if token in {"Завод", "и", "ещё", "в"}] == ["Завод", "и", "ещё", "в"]
    assert len(after.tokens) == len(after.allowed)


def test_exercises_have_no_slot_left_and_are_filled_the_same_for_a_seed() -> None:
    made, again = (list(exercises(1, random.Random(7))) for _ in range(2))
    assert made == again
    texts = [token for d in made for s in d.sentences for token in s.tokens]
    assert len(made) > 100
    assert not {"{", "}", "[", "|"} & set(texts)
