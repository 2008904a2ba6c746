"""Quantities: a line of positive.txt is a text and its quantities, one of negative.txt a text without any; ¶ ends a
paragraph."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from pipeline.finding.annotations import annotations
from pipeline.finding.mentions import QuantityMention
from pipeline.finding.numbers import find_numbers
from pipeline.finding.quantities.finder import passage_of
from pipeline.finding.quantities.refusing import REFUSALS, refusal
from pipeline.language.tokenizer import blank
from pipeline.steps import register_steps

FOLDER = Path(__file__).parent


def lines(name: str) -> list[str]:
    given = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [line.replace("¶", "\n") for line in given if line and not line.startswith("#")]


POSITIVE = [tuple(line.split(" | ")) for line in lines("positive.txt")]
#: What a rule may be called that is not named after a dimension.
RULES = {
    "as_compared", "as_enumerated", "as_first", "as_money", "as_part", "bare", "coins", "container", "counted",
    "counting_word", "cubic", "currency_code", "currency_sign", "equivalent", "heading", "in_article", "in_sentence",
    "in_sentence_after", "item_before", "money_glued", "near_by", "occasions", "range_of_measures", "ratio_sign",
    "shared_after", "square", "theirs", "times",
}  # fmt: skip


def _pipe() -> Language:
    register_steps()
    nlp = blank()
    for name in ("svodka_sentences", "svodka_dates", "svodka_quantities"):
        nlp.add_pipe(name)
    return nlp


NLP = _pipe()


def found(text: str) -> list[QuantityMention]:
    return annotations(NLP(text), "quantities")


def shown(text: str, mention: QuantityMention) -> str:
    value = plain(mention.value) if mention.value is not None else f"{plain(mention.low)}..{plain(mention.high)}"
    rate, item = mention.per and f"/{mention.per}", mention.item and f"[{mention.item.lemma}]"
    parts = [mention.dimension, value, mention.unit, rate, item, mention.comparison, mention.change]
    return f"{text[mention.start : mention.end]} = {' '.join(part for part in parts if part)}"


def plain(value: float | None) -> str:
    return "" if value is None else f"{value:.15g}"


@pytest.mark.parametrize(("text", "expected"), POSITIVE)
def test_a_sentence_has_these_quantities(text: str, expected: str) -> None:
    assert "; ".join(shown(text, mention) for mention in found(text)) == expected


@pytest.mark.parametrize("text", lines("negative.txt"))
def test_a_sentence_has_no_quantity(text: str) -> None:
    assert [shown(text, mention) for mention in found(text)] == []


def test_every_rule_is_seen() -> None:
    fired = {mention.rule for text, _ in POSITIVE for mention in found(text)}
    assert sorted(RULES - fired) == []


def test_every_refusal_is_seen() -> None:
    passages = [passage_of(NLP(text)) for text in lines("negative.txt")]
    seen = {refusal(passage, number) for passage in passages for number in find_numbers(passage.text)}
    assert sorted(set(REFUSALS) - seen) == []


FRAGMENTS = st.sampled_from(
    ["5", " млн", " тенге", "2025 года", "12 мая", "%", " на", " до ", " с ", "–", "(", ")", ":", "\n", "тыс. кв. м",
     "$", "₸", "вырос", "больше", "в ", "раза", "полтора", "треть", "±", "+", "−", "за тонну", "в год", "проектов", " "]
)  # fmt: skip


@given(st.lists(FRAGMENTS | st.text(max_size=6), max_size=40).map("".join))
def test_any_text_gives_valid_quantities(text: str) -> None:
    for mention in found(text):
        assert 0 <= mention.start < mention.end <= len(text)
        assert (mention.value is None) == (mention.low is not None and mention.high is not None)
