"""Documents with some organizations renamed, so that names are learned from their surroundings and shape."""

import random
from collections.abc import Iterator
from dataclasses import replace

from pipeline.language.tokenizer import token_extents
from training.tagger.documents import Document, Sentence
from training.tagger.invention import organization
from training.tagger.tags import mask

Names = dict[tuple[str, ...], list[str]]


def renamed(document: Document, share: float, chance: random.Random) -> Document:
    """Return the document with about that share of its organizations' names replaced, each the same way throughout."""
    names = sorted(
        {tuple(s.tokens[a:b]) for s in document.sentences for a, b, label in s.names if label == "organization"}
    )
    new: Names = {name: _tokens(organization(chance)) for name in names if chance.random() < share}
    if not new:
        return document
    return replace(document, sentences=[_rewritten(sentence, new) for sentence in document.sentences])


def _tokens(name: str) -> list[str]:
    return [name[start:end] for start, end in token_extents(name)]


def _rewritten(sentence: Sentence, new: Names) -> Sentence:
    tokens: list[str] = []
    allowed: list[int] = []
    names = []
    for first, last, label in _pieces(sentence):
        name = new.get(tuple(sentence.tokens[first:last])) if label == "organization" else None
        start = len(tokens)
        if name is None:
            tokens += sentence.tokens[first:last]
            allowed += sentence.allowed[first:last]
        else:
            tokens += name
            allowed += [mask(["B-organization"]), *[mask(["I-organization"])] * (len(name) - 1)]
        if label:
            names.append((start, len(tokens), label))
    return Sentence(tokens, allowed, names)


def _pieces(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """Cut a sentence into its names and, with the label "", what lies between them."""
    position = 0
    for first, last, label in sentence.names:
        if position < first:
            yield position, first, ""
        yield first, last, label
        position = last
    if position < len(sentence.tokens):
        yield position, len(sentence.tokens), ""
