"""The theme of a quantity: the noun whose amount the number states, «инвестиции» in «инвестиции выросли на 6 %».

It is the noun in the nominative or accusative that no preposition governs and no other noun, between the number and the
one before. A carrier («объём», «индекс», «доля») hands on to its genitive: «индекс промышленного производства». Where
the stretch has no such noun, the number shares the theme of the one before («выросла на 43 % и составила 93 млрд»), or
that of the list's lead.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.facts.anchors import Anchor
from pipeline.facts.scene import Scene
from pipeline.facts.words import Word
from pipeline.knowledge.statements import statement_words

_DIRECT = frozenset({"nomn", "accs"})
_GENITIVE_REACH = 4


@dataclass(frozen=True, slots=True)
class Theme:
    """The head nouns (indexes of words) and where they stand: own, partitive, shared, lead, before, or none."""

    heads: Sequence[int]
    source: str


NONE = Theme((), "none")


def themes(scene: Scene) -> dict[Anchor, Theme]:
    """Return the theme of each quantity of a scene."""
    found: dict[Anchor, Theme] = {}
    before: Anchor | None = None
    for anchor in scene.quantities:
        found[anchor] = _theme(scene, anchor, before, found)
        before = anchor
    return found


def _theme(scene: Scene, anchor: Anchor, before: Anchor | None, found: dict[Anchor, Theme]) -> Theme:
    start, _ = scene.sentence(anchor.first)
    same = before is not None and before.first >= start
    left = range(before.last if before is not None and same else start, anchor.first)
    own = tuple(_heads(scene, left))
    if own:
        return Theme(own, "own")
    partitive = tuple(_partitives(scene, left))
    if partitive:
        return Theme(partitive, "partitive")
    if before is not None and same and found[before].heads:
        return Theme(found[before].heads, "shared")
    return _of_lead(scene, anchor) or _of_sentence_before(scene, anchor, before, found)


def _of_lead(scene: Scene, anchor: Anchor) -> Theme | None:
    number = scene.layout.lead_of(anchor.first)
    if number is None:
        return None
    span = range(*scene.layout.sentences[number])
    heads = tuple(_heads(scene, span)) or tuple(_partitives(scene, span))
    return Theme(heads, "lead") if heads else None


def _of_sentence_before(scene: Scene, anchor: Anchor, before: Anchor | None, found: dict[Anchor, Theme]) -> Theme:
    """A sentence without a theme goes on with that of the number before: «В СКО – 6,2 млн тонн»."""
    if before is None or scene.layout.paragraph_of(before.first) != scene.layout.paragraph_of(anchor.first):
        return NONE
    return Theme(found[before].heads, "before")


def _heads(scene: Scene, span: range) -> Iterator[int]:
    """Nouns that may be subject or object: direct case, no preposition, no noun before that they depend on."""
    words = scene.words
    for index in span:
        word = words[index]
        if index in scene.mask or not _names_something(word) or _governed(scene, index, span.start):
            continue
        if word.lemma in statement_words("carriers"):
            yield from _complement(scene, index, span.stop)
        else:
            yield index


def _names_something(word: Word) -> bool:
    if word.is_noun:
        return not word.cases or bool(word.cases & _DIRECT)
    return word.text.isupper() and len(word.text) > 1 and word.text.isalpha()


def _governed(scene: Scene, index: int, start: int) -> bool:
    """Say whether a preposition or a noun stands before a noun, adjectives in between apart."""
    words, at = scene.words, index - 1
    while at >= start and words[at].is_adjective and at not in scene.mask:
        at -= 1
    if at < start:
        return False
    if words[at].pos == "PREP":
        return True
    return words[at].is_noun and at not in scene.mask and "gent" in words[index].cases


def _complement(scene: Scene, head: int, stop: int) -> Iterator[int]:
    """The genitive behind a carrier: «объём [взаимной] торговли», «доля национальных валют»."""
    words = scene.words
    for index in range(head + 1, min(stop, head + 1 + _GENITIVE_REACH)):
        if words[index].is_adjective and index not in scene.mask:
            continue
        if index not in scene.mask and words[index].is_noun and "gent" in words[index].cases:
            yield index
        return


def _partitives(scene: Scene, span: range) -> Iterator[int]:
    """A genitive without a noun before it: «отгружено продукции на …», «ипотеки выдано на …»."""
    words = scene.words
    for index in span:
        free = index not in scene.mask and words[index].is_noun and "gent" in words[index].cases
        if free and not _governed(scene, index, span.start):
            yield index
