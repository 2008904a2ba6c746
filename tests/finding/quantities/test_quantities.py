"""Quantities: a line of positive.txt is a text and its quantities, one of negative.txt a text without any, one of
near_misses.txt a text whose quantities the rules named do not touch; ¶ ends a paragraph.

A line of negative.txt or near_misses.txt names the rules that it comes near to and that must not fire.
"""

from collections.abc import Iterable
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
from pipeline.finding.quantities.rules import RULES
from pipeline.language.tokenizer import blank
from pipeline.steps import register_steps

FOLDER = Path(__file__).parent


def lines(name: str) -> list[str]:
    given = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [line.replace("¶", "\n") for line in given if line and not line.startswith("#")]


POSITIVE = [tuple(line.split(" | ")) for line in lines("positive.txt")]
NEGATIVE = [(*line.split(" | "), "")[:2] for line in lines("negative.txt")]
NEAR = [tuple(line.split(" | ")) for line in lines("near_misses.txt")]


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


@pytest.mark.parametrize(("text", "_"), NEGATIVE)
def test_a_sentence_has_no_quantity(text: str, _: str) -> None:
    assert [shown(text, mention) for mention in found(text)] == []


@pytest.mark.parametrize(("text", "expected", "near"), NEAR)
def test_a_near_miss(text: str, expected: str, near: str) -> None:
    mentions = found(text)
    assert "; ".join(shown(text, mention) for mention in mentions) == expected
    assert fired(mentions) & set(near.split("; ")) == set()


def fired(mentions: Iterable[QuantityMention]) -> set[str]:
    return {name for mention in mentions for name in (mention.rule, *mention.reasons)}


def test_every_rule_is_seen() -> None:
    seen = fired(mention for text, _ in POSITIVE for mention in found(text))
    assert seen == set(RULES)


def test_every_rule_has_a_sentence_where_it_must_not_fire() -> None:
    named = [*(near for _, near in NEGATIVE), *(near for _, _, near in NEAR)]
    assert {name for near in named for name in near.split("; ") if name} == set(RULES)


def test_every_refusal_is_seen() -> None:
    passages = [passage_of(NLP(text)) for text, _ in NEGATIVE]
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
