"""Mentions of places, read: the name in the nominative, the type word beside it, the noun that an enumeration shares."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from spacy.tokens import Token

from pipeline.finding.mentions import NameMention
from pipeline.knowledge.organizations import core
from pipeline.knowledge.places import PlaceTable
from pipeline.knowledge.places.location_types import mining_words, outside_words, type_words
from pipeline.knowledge.prepositions import preposition_cases
from pipeline.language.inflection import nominative
from pipeline.language.inflection.words import readings
from pipeline.language.morphology import parses
from pipeline.resolving.appearance import Appearance
from pipeline.resolving.context import QUOTES, Before, Surroundings, cases_of, noun_lemma

#: «г. Сарань», «с. Актогай»: an abbreviated type word with its full stop.
_SHORT_TYPE = re.compile(r"(?:^|[\s(«\"])(?P<word>г|гор|с|п|пос|пгт|ст|р|оз|дер)\.\s*[«\"“]?$")
#: Places that no type word before them makes something else («порты Казахстана»).
_FIRM = frozenset({"country", "region", "continent", "union"})
#: The nouns that enumerated adjectives share: «Мунайлинского и Каракиянского районов».
_SHARED = {"район": "masc", "область": "femn", "округ": "masc", "край": "masc", "море": "neut", "велаят": "masc"}
_REACH = 8
_OF_PLACE = re.compile(r"(?:ск|цк)(?:ий|ого|ому|им|ом|ая|ой|ую)$")
_ADJECTIVAL = re.compile(r"(?:ий|ого|ому|им|ом|ая|ой|ую|ое|ый|ым|ей)$")
_LIST_MARKS = frozenset({"и", ",", "–", "—", "-"})
#: Plural type words whose kind the listed names take.
_LISTED_KINDS = frozenset({"city", "village", "zone", "water", "deposit", "facility"})


@dataclass(frozen=True, slots=True)
class LocationAppearance(Appearance):
    """A mention of a place and the kind that its own head or a type word beside it tells."""

    kind: str | None = None

    @property
    def preposition(self) -> str:
        """The preposition directly before the name, else ""."""
        words = self.before.words
        word = words[0].text.casefold() if words and not self.before.is_quoted else ""
        return word if word in preposition_cases() else ""

    @property
    def is_about_mining(self) -> bool:
        """Whether the sentence speaks of ore, oil, mines."""
        sentence = self.before.around.sentence(self.mention)
        return any(parse.lemma in mining_words() for token in sentence for parse in parses(token.text)[:1])


def read_location(around: Surroundings, mention: NameMention, table: PlaceTable) -> LocationAppearance:
    """Read one mention of a place."""
    before = Before(around, mention)
    text = _core(around.text[mention.start : mention.end])
    kind, cases = _type_before(before, table)
    shared = None if text in table else _shared_noun(around, mention, text)
    name = _name(text, cases or before.cases, table, shared)
    own = None if kind is not None and before.is_quoted else _own_kind(name)
    if own is None and kind is not None and _is_firm(name, table):
        kind = None
    if own is None and kind is not None and _is_genitive_of(before, text, name, kind):
        kind = None
    return LocationAppearance(mention, text, name, before, None, own or kind)


def _core(text: str) -> str:
    bounds = core(text)
    text = text[bounds.start : bounds.end]
    first, space, rest = text.partition(" ")
    if space and noun_lemma(first) in outside_words() and rest[:1].isupper():
        return rest.strip("«»\"“”„ ")
    return text


def _name(text: str, cases: frozenset[str], table: PlaceTable, shared: str | None) -> str:
    if shared is None:
        return nominative(text, cases=cases, known=table.__contains__)
    adjective = text.split()[0]
    return f"{_adjective(adjective, _SHARED[shared])} {shared}"


def _adjective(word: str, gender: str) -> str:
    """Return the nominative singular of an adjective in a gender: «Каракиянского», masc → «Каракиянский»."""
    for reading in readings(word):
        if reading.is_adjective and reading.number == "sing" and reading.gender == gender:
            return reading.nominative
    return word


def _shared_noun(around: Surroundings, mention: NameMention, text: str) -> str | None:
    """Find the noun of an adjective that stands alone in an enumeration, or that stands in the plural beside it."""
    words = text.split()
    if not any(reading.is_adjective for reading in readings(words[0])) or len(words) > 2:
        return None
    if len(words) == 2:
        return _plural_of_shared(words[1]) if _is_singular(words[0]) else None
    if not _ADJECTIVAL.search(words[0]):
        return None
    for token in islice(around.right(mention), _REACH):
        shared = _plural_of_shared(token.text)
        if shared is not None:
            return shared
        if not _continues(token):
            break
    return _noun_spoken_of(around, mention, words[0])


def _noun_spoken_of(around: Surroundings, mention: NameMention, adjective: str) -> str | None:
    """Find the noun that an adjective left out after a name with it: «Таласской области …, с Джалал-Абадской»."""
    adjectives = [reading for reading in readings(adjective) if reading.is_adjective and reading.number == "sing"]
    genders = {reading.gender for reading in adjectives}
    if not _OF_PLACE.search(adjective) or not genders:
        return None
    for token in around.left(mention):
        for parse in parses(token.text):
            if parse.lemma in _SHARED and _SHARED[parse.lemma] in genders and parse.number == "sing":
                return parse.lemma
    return None


def _continues(token: Token) -> bool:
    return token.text in ("и", ",", "или", "а", "также") or any(r.is_adjective for r in readings(token.text))


def _plural_of_shared(word: str) -> str | None:
    for parse in parses(word):
        if parse.lemma in _SHARED and parse.number == "plur":
            return parse.lemma
    return None


def _is_singular(word: str) -> bool:
    return any(reading.is_adjective and reading.number == "sing" for reading in readings(word))


def _type_before(before: Before, table: PlaceTable) -> tuple[str | None, frozenset[str]]:
    """Return the kind that a type word before the name tells, and the cases that an apposition to it can have."""
    start = before.around.text[: before.mention.start]
    short = _SHORT_TYPE.search(start[-12:])
    if short:
        return type_words().get(short["word"]), frozenset()
    token = before.noun or _listed_noun(before)
    if token is None:
        return None, frozenset()
    kind = _kind_of(token.text)
    if kind is None:
        return None, frozenset()
    if kind in ("facility", "deposit", "zone"):  # «с разреза Каражыра»: such names stay in the nominative
        return kind, frozenset({"nomn"})
    return kind, frozenset({"nomn", *cases_of(token.text)})


def _kind_of(word: str) -> str | None:
    """Return the kind that a type word tells; one letter tells it only with a full stop («с. Актогай», «с Актогая»)."""
    if len(word) == 1:
        return None
    return type_words().get(noun_lemma(word)) or type_words().get(word.casefold())


def _listed_noun(before: Before) -> Token | None:
    """Find the type word of a name that is listed after another («порты Актау и Курык») or is an abbreviation (СЭЗ)."""
    for token in before.around.left(before.mention):
        other = before.around.mention_of(token)
        if token.text in QUOTES or token.text in _LIST_MARKS or (other and other.label == before.mention.label):
            continue
        is_plural_noun = any(p.pos == "NOUN" and p.number == "plur" for p in parses(token.text))
        if other is not None:
            return None
        is_type = token.text.casefold() in type_words() and token.text.isupper()
        return token if is_type or (is_plural_noun and _kind_of(token.text) in _LISTED_KINDS) else None
    return None


def _own_kind(name: str) -> str | None:
    """Return the kind that the name's own head tells: «Зерендинский район», «Каспийское море», «область Абай»."""
    words = name.split()
    if len(words) == 1 and name.isupper() and type_words().get(name.rstrip("0123456789-").casefold()) == "facility":
        return "facility"  # ТЭЦ-2
    second = words[1:2] if _ADJECTIVAL.search(words[0]) else []
    for word in (words[-1], words[0], *second) if len(words) > 1 else ():
        plain = word.rstrip("0123456789-").casefold()
        kind = type_words().get(noun_lemma(word)) or type_words().get(plain)
        if kind is not None and len(plain) > 2:
            return kind
    return None


def _is_firm(name: str, table: PlaceTable) -> bool:
    return any(place.kind in _FIRM for place in table.listed(name))


def _is_genitive_of(before: Before, text: str, name: str, kind: str) -> bool:
    """Say whether the name is a genitive after the noun («аэропорт Астаны»), not its apposition («порт Актау»)."""
    if before.noun is None or before.is_quoted or text == name:
        return False
    agrees = (cases_of(before.noun.text) - {"nomn", "accs"}) & cases_of(text.split()[-1])
    return kind not in ("city", "village", "district") or not agrees


def read_locations(
    around: Surroundings, mentions: Sequence[NameMention], table: PlaceTable
) -> list[LocationAppearance]:
    """Read all mentions of places, in the order of the text."""
    return [read_location(around, mention, table) for mention in mentions if mention.label == "location"]
