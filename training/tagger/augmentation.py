"""Documents with some organizations and towns renamed, so that names are learned from their surroundings and shape."""

import random
from collections.abc import Iterator
from dataclasses import replace

from pipeline.language.morphology import parses
from pipeline.language.tokenizer import token_extents
from training.tagger.declension import declined_place
from training.tagger.documents import Document, Sentence
from training.tagger.invention import organization
from training.tagger.slots import towns
from training.tagger.tags import mask

Names = dict[tuple[str, ...], list[str]]


def renamed(document: Document, share: float, chance: random.Random) -> Document:
    """Return the document with about that share of its organizations and, half as often, of its places of one word
    replaced, each the same way throughout."""
    new: dict[str, Names] = {
        "organization": {
            name: _tokens(organization(chance)) for name in _names(document, "organization") if chance.random() < share
        },
        "location": _moved([name[0] for name in _names(document, "location") if len(name) == 1], share / 2, chance),
    }
    if not any(new.values()):
        return document
    return replace(document, sentences=[_rewritten(sentence, new) for sentence in document.sentences])


def _names(document: Document, label: str) -> list[tuple[str, ...]]:
    return sorted({tuple(s.tokens[a:b]) for s in document.sentences for a, b, given in s.names if given == label})


def _moved(words: list[str], share: float, chance: random.Random) -> Names:
    """Other towns for words that the dictionary knows as places, in the same case; one town for all cases of one."""
    lemmas = {word: parse for word in words if (parse := parses(word)[0]).case and "Geox" in parse and word.istitle()}
    renewed = [lemma for lemma in sorted({parse.lemma for parse in lemmas.values()}) if chance.random() < share]
    new = {lemma: chance.choice(towns()) for lemma in renewed}
    return {(word,): [declined_place(new[p.lemma], p.case)] for word, p in lemmas.items() if p.lemma in new}


def _tokens(name: str) -> list[str]:
    return [name[start:end] for start, end in token_extents(name)]


def _rewritten(sentence: Sentence, new: dict[str, Names]) -> Sentence:
    tokens: list[str] = []
    allowed: list[int] = []
    names = []
    for first, last, label in _pieces(sentence):
        name = new.get(label, {}).get(tuple(sentence.tokens[first:last]))
        start = len(tokens)
        if name is None:
            tokens += sentence.tokens[first:last]
            allowed += sentence.allowed[first:last]
        else:
            tokens += name
            allowed += [mask([f"B-{label}"]), *[mask([f"I-{label}"])] * (len(name) - 1)]
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
