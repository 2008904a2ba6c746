"""All readings of a form, and the component's lemma and part of speech."""

import pytest

from pipeline.language.morphology import Morphology, lemma, parses
from pipeline.language.tokenizer import blank


@pytest.mark.parametrize(("word", "expected"), [("автобусов", "автобус"), ("шинами", "шина"), ("QazTehna", "qaztehna")])
def test_lemma(word: str, expected: str) -> None:
    assert lemma(word) == expected


def test_parses_name_case_number_and_gender() -> None:
    best = parses("тонн")[0]
    assert (best.pos, best.case, best.number, best.gender) == ("NOUN", "gent", "plur", "femn")
    assert "inan" in best


def test_component_sets_lemma_and_part_of_speech() -> None:
    doc = Morphology()(blank()("Завод выпустил 2 000 новых автобусов Yutong."))
    assert [(token.lemma_, token.pos_) for token in doc] == [
        ("завод", "NOUN"), ("выпустить", "VERB"), ("2 000", "NUM"), ("новый", "ADJ"), ("автобус", "NOUN"),
        ("Yutong", "PROPN"), (".", "PUNCT"),
    ]  # fmt: skip
