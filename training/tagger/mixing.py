"""Documents of public corpora under our own habits, as far as their marks say what our rules would mark.

Articles of our own speak of the economy alone: what general news is about (people without a position, songs, viruses,
parties, clubs) is learned under our habits from public corpora. A token keeps only the tags that are sure by our rules:
unmarked ones stay unmarked, people stay people; where habits part (type words before a name, a country behind a body,
unions of states, facilities) all readings are left open to the CRF.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from pipeline.finding.tagger.shapes import OPENING
from pipeline.knowledge.places import place_table
from training.tagger.corpora import OWN, conventions
from training.tagger.documents import Document, Sentence
from training.tagger.tags import ANY, mask, outside

#: Corpora whose unmarked words are no names by our rules either.
MIXABLE = frozenset({"nerel", "rured", "factrueval"})
MIXED = "mixed"  # how the ids of such documents begin
_QUOTES = OPENING | {'"'}


def as_own(document: Document) -> Document:
    """Return the document with our own habits."""
    sentences = [_rewritten(sentence) for sentence in document.sentences]
    return replace(document, id=f"{MIXED} {document.id}", corpus=OWN, sentences=sentences)


def _rewritten(sentence: Sentence) -> Sentence:
    allowed = [_widened(tags) for tags in sentence.allowed]
    for first, last, label in sentence.names:
        if label in ("organization", "location", "person"):
            allowed[first:last] = _name(sentence.tokens[first:last], label, begins_sentence=first == 0)
        if label == "location" and first and sentence.tokens[first - 1].casefold().startswith("долл"):
            allowed[first:last] = [mask(["O"])] * (last - first)  # «долларов США»
    for first, last in _owners(sentence):
        allowed[first:last] = [tags | mask(["I-organization"]) for tags in allowed[first:last]]
    return replace(sentence, allowed=allowed)


@cache
def _widened(tags: int) -> int:
    """What a token may be under our habits by what its corpus lets it be."""
    if tags & mask(["B-facility", "I-facility"]):
        return ANY
    dropped = outside(conventions()[OWN]["open"])
    return tags | dropped if tags & dropped else tags


def _name(tokens: Sequence[str], label: str, *, begins_sentence: bool) -> list[int]:
    """The tags of a name's tokens; type words before the name, in small letters or before a quote, may be outside."""
    if "(" in tokens:
        return [ANY] * len(tokens)  # «Фолькер Буфье (Volker Bouffier)»: two names by our rules, one by others'
    begins, inside = mask([f"B-{label}"]), mask([f"I-{label}"])
    sure = _certain_from(tokens)
    if begins_sentence and label == "organization" and len(tokens) > 1 and tokens[0].istitle():
        sure = max(sure, 1)  # «Компания X»: a type word has its capital from the sentence
    open_ends = [mask(["O"]) | begins | inside] * sure
    rest = [begins | inside if sure else begins, *[inside] * (len(tokens) - sure - 1)]
    tags = [*open_ends, *rest]
    return [_either(tag) for tag in tags] if _is_union(" ".join(tokens)) else tags


def _certain_from(tokens: Sequence[str]) -> int:
    """The number of the token from which on the name is a name by any habit."""
    quoted = next((i + 1 for i, token in enumerate(tokens[:-1]) if token in _QUOTES), 0)
    small = next((i for i, token in enumerate(tokens) if not token[0].islower()), 0)
    return max(quoted, small)


def _either(tags: int) -> int:
    """Unions of states are places and organizations."""
    prefixes = [prefix for prefix in "BI" if tags & mask([f"{prefix}-organization", f"{prefix}-location"])]
    return tags | mask(f"{prefix}-{label}" for prefix in prefixes for label in ("organization", "location"))


@cache
def _is_union(name: str) -> bool:
    return any(place.kind == "union" for place in place_table().listed(name))


def _owners(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield the places directly behind an organization: «Верховная Рада» «Украины» is one name by our rules."""
    for (_, middle, label), (place, end, other) in pairwise(sentence.names):
        if label == "organization" and other == "location" and middle == place:
            yield place, end
