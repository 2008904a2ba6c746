"""Noun phrases and their dictionary form: «легковых автомобилей» → «легковой автомобиль», «объектов ВИЭ» → …"""

from bisect import bisect_left
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.facts.scene import Scene
from pipeline.facts.words import ADJECTIVAL, Word
from pipeline.knowledge.organizations.legal_forms import legal_forms
from pipeline.knowledge.statements import statement_words
from pipeline.language.homonyms import common_parses
from pipeline.language.morphology import analyzer, parses
from pipeline.records import Quantity

_ADJECTIVES = 2


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: words first..last (exclusive) with its head; `text` is its dictionary form, `lemma` the head's."""

    first: int
    head: int
    last: int
    text: str
    lemma: str
    is_genitive: bool
    is_nominative: bool

    @property
    def shape(self) -> tuple[bool, bool]:
        """Whether it has an adjective, whether a complement."""
        return self.first < self.head, self.last > self.head + 1


class Phrases:
    """The noun phrases of an article, without and with their genitive complement; no head lies in a mention."""

    def __init__(self, scene: Scene) -> None:
        spans, counted = (range(*sentence) for sentence in scene.layout.sentences), _counted(scene)
        self._all = [phrase for span in spans for phrase in _phrases(scene, span, counted)]
        self._heads = [phrase.head for phrase in self._all]

    def within(self, span: range) -> Sequence[Phrase]:
        """Return the phrases whose head lies in a stretch that no mention and no clause's end cuts in two."""
        return self._all[bisect_left(self._heads, span.start) : bisect_left(self._heads, span.stop)]


def _counted(scene: Scene) -> dict[int, str]:
    """Word → lemma of the nouns that numbers count."""
    items = [a.item.item for a in scene.quantities if isinstance(a.item, Quantity) and a.item.item is not None]
    return {i: item.lemma for item in items for i in range(*scene.layout.word_range(item.start, item.end))}


def _phrases(scene: Scene, span: range, counted: Mapping[int, str]) -> Iterator[Phrase]:
    """The phrases of a sentence. Nouns that a number counts are read as its finder did: surer than by themselves."""
    words, hidden = scene.words, scene.mask
    for head in span:
        if head in hidden or not _is_head(words[head]):
            continue
        first = _first_adjective(words, head, span.start, hidden)
        text = _dictionary_form(words, first, head, counted.get(head))
        cases = words[head].cases
        told = words[head].lemma, "gent" in cases, "nomn" in cases
        yield Phrase(first, head, head + 1, text, *told)
        complement = _complement(words, head, span.stop, hidden)
        if complement is not None:
            yield Phrase(first, head, complement + 1, f"{text} {_as_written(words, head + 1, complement)}", *told)


def _is_head(word: Word) -> bool:
    if word.text in legal_forms():
        return False
    if word.is_noun:
        return len(word.text) > 1
    return "LATN" in parses(word.text)[0] and word.text[0].isalpha()


def _first_adjective(words: Sequence[Word], head: int, start: int, hidden: Container[int]) -> int:
    first = head
    while first > max(start, head - _ADJECTIVES) and first - 1 not in hidden and _tells(words[first - 1], words[head]):
        first -= 1
    return first


def _tells(adjective: Word, head: Word) -> bool:
    if not adjective.is_adjective or adjective.lemma in statement_words("untelling"):
        return False
    return not head.cases or bool(adjective.cases & head.cases)


def _complement(words: Sequence[Word], head: int, end: int, hidden: Container[int]) -> int | None:
    """The head of the genitive behind: «выпуск [легковых] автомобилей»; an abbreviation may stand there, too."""
    index = head + 1
    while index < end and index - head <= _ADJECTIVES and words[index].is_adjective and "gent" in words[index].cases:
        index += 1
    if index >= end or index in hidden:
        return None
    word = words[index]
    is_abbreviation = word.text.isupper() and len(word.text) > 1
    return index if is_abbreviation or (word.is_noun and "gent" in word.cases) else None


def _dictionary_form(words: Sequence[Word], first: int, head: int, counted: str | None) -> str:
    lemma, gender, plural = _noun(words[head].text, counted)
    return " ".join([*(_agreeing(words[i].text, gender, plural) for i in range(first, head)), lemma])


def _as_written(words: Sequence[Word], first: int, last: int) -> str:
    return " ".join(words[i].text if words[i].text.isupper() else words[i].lower for i in range(first, last + 1))


@lru_cache(maxsize=10_000)
def _noun(text: str, lemma: str | None) -> tuple[str, str, bool]:
    """The lemma of a noun, its gender, whether it has no singular. Abbreviations and Latin words stay as they are."""
    nouns = [parse for parse in common_parses(text) if parse.pos == "NOUN"]
    best = next((parse for parse in nouns if parse.lemma == lemma), nouns[0] if nouns else None)
    if best is None or (text.isupper() and len(text) > 1) or "LATN" in best:
        return text, "masc", False
    return best.lemma, best.gender or "masc", "Pltm" in best


@lru_cache(maxsize=10_000)
def _agreeing(text: str, gender: str, plural: bool) -> str:
    """The nominative of an adjective for a noun of a gender, or for a plural one."""
    wanted = {"nomn", "plur"} if plural else {"nomn", "sing", gender}
    adjectives = [parse for parse in analyzer().parse(text) if parse.tag.POS in ADJECTIVAL]
    # «валового» is of «валовой», which the dictionary has beside «валовый»
    for parse in sorted(adjectives, key=lambda parse: not parse.normal_form.endswith("вой")):
        inflected = parse.inflect(wanted)
        if inflected is not None:
            return str(inflected.word)
    return text.lower()
