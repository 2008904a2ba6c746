"""Context traits of tokens, from contexts.txt: blocks of sentences, then what must and must not hold."""

from itertools import groupby
from pathlib import Path

import pytest

from pipeline.finding.tagger import context
from pipeline.finding.tagger.context import context_bits

LINES = Path(__file__).with_name("contexts.txt").read_text(encoding="utf-8").splitlines()
BLOCKS = [list(lines) for filled, lines in groupby(LINES, key=bool) if filled]
CASES = [
    (document, line)
    for block in BLOCKS
    for document in ["\n".join(line for line in block if line[0] not in "<>#")]
    for line in block
    if line[0] in "<>"
]


@pytest.mark.parametrize(("document", "line"), CASES)
def test_traits(document: str, line: str) -> None:
    sentences = [sentence.split() for sentence in document.splitlines()]
    tokens = [token for sentence in sentences for token in sentence]
    token, traits = line[2:].split(": ")
    row = context_bits(sentences)[tokens.index(token)]
    for trait in traits.split():
        assert bool(row[getattr(context, trait)]) == (line[0] == ">"), trait


def test_a_row_a_token() -> None:
    assert context_bits([["Рост", "цен", "."], ["Да"]]).shape == (4, context.CONTEXTS)
