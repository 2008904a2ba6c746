"""Mentions of marked sentences, corrected: a corpus of corrections and one of mentions that stay."""

import pytest

from pipeline.finding.mentions import NameMention
from pipeline.resolving.corrections import RULES, corrected
from tests.resolving.marked import corpus, plain

_LETTERS = {"organization": "o", "location": "l", "person": "p"}


def _marked(text: str, mentions: list[NameMention]) -> str:
    for mention in reversed(mentions):
        inner = text[mention.start : mention.end]
        text = f"{text[: mention.start]}{{{_LETTERS[mention.label]} {inner}}}{text[mention.end :]}"
    return text


@pytest.mark.parametrize(("marked", "wanted"), corpus("spans.txt"))
def test_spans_and_labels_are_corrected(marked: str, wanted: str) -> None:
    assert _marked(plain(marked)[0], corrected(*plain(marked))) == wanted


@pytest.mark.parametrize("marked", [line for line, _ in corpus("spans_kept.txt")])
def test_right_mentions_stay(marked: str) -> None:
    text, mentions = plain(marked)
    assert _marked(text, corrected(text, mentions)) == marked


@pytest.mark.parametrize("marked", [wanted for _, wanted in corpus("spans.txt")])
def test_corrected_mentions_stay_as_they_are(marked: str) -> None:
    text, mentions = plain(marked)
    assert _marked(text, corrected(text, mentions)) == marked


def test_the_users_names_stay() -> None:
    text, mentions = plain("{o Совет директоров} решил")
    assert corrected(text, mentions, is_own=lambda name: name == "Совет директоров") == mentions


def test_every_rule_has_its_reason() -> None:
    assert all(rule.__doc__ for rule in RULES)
    assert len(set(RULES)) == len(RULES)
