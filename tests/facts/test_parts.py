"""Parts of features, and the weights that are remembered by their values."""

from collections.abc import Iterator

import pytest

from pipeline.facts.model import Model
from pipeline.facts.parts import names
from pipeline.facts.remembered import MOST_KNOWN, Remembered


def _placed(where: str, group: str) -> Iterator[str]:
    yield where
    yield f"{where}|{group}"


def _biased() -> Iterator[str]:
    yield "bias"


def test_names_of_parts_in_order() -> None:
    assert names([(_placed, "lead", "person"), (_biased,)]) == ["lead", "lead|person", "bias"]


def test_a_part_is_asked_for_once() -> None:
    asked: list[object] = []
    remembered = Remembered[int](lambda part: asked.append(part) or len(asked))
    assert [remembered[(_biased,)] for _ in range(3)] == [1, 1, 1]
    assert asked == [(_biased,)]


def test_memory_stays_bounded() -> None:
    remembered = Remembered[int](lambda part: part[1])
    for number in range(MOST_KNOWN + 10):
        assert remembered[_placed, number] == number
    assert len(remembered) <= MOST_KNOWN


def test_candidates_are_weighed_by_all_names_of_their_parts() -> None:
    model = Model([], {}, {"lead": 1.0, "lead|person": 0.5, "above": 1.2})
    choice = model.choose((), {"a": [(_placed, "lead", "person")], "b": [(_placed, "above", "person")]})
    assert choice.chosen == "a"
    assert choice.scores == pytest.approx({"a": 1.5, "b": 1.2})


def test_reasons_name_the_features_that_decided() -> None:
    model = Model([], {}, {"lead": 1.0, "lead|person": 0.5, "above": 1.2})
    features = (), {"a": [(_placed, "lead", "person")], "b": [(_placed, "above", "person")]}
    assert model.reasons(model.choose(*features), *features)[0] == ("above", -1.2)
