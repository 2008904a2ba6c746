"""Nouns that adjectives share: «Мунайлинского и Каракиянского районов», «Таласской области …, с Джалал-Абадской»."""

import re
from itertools import islice

from spacy.tokens import Token

from pipeline.finding.mentions import NameMention
from pipeline.language.inflection.words import readings
from pipeline.language.morphology import Parse, parses
from pipeline.resolving.surroundings import Surroundings

#: The nouns and their gender.
_SHARED = {"район": "masc", "область": "femn", "округ": "masc", "край": "masc", "море": "neut", "велаят": "masc"}
#: So many tokens to the right the noun may stand.
_REACH = 8
_CONJUNCTIONS = frozenset({"и", ",", "или", "а", "также"})
_OF_PLACE = re.compile(r"(?:ск|цк)(?:ий|ого|ому|им|ом|ая|ой|ую)$")
ADJECTIVAL = re.compile(r"(?:ий|ого|ому|им|ом|ая|ой|ую|ое|ый|ым|ей)$")


def with_shared_noun(around: Surroundings, mention: NameMention, text: str) -> str | None:
    """Return the full name of an adjective whose noun stands elsewhere: «Каракиянский район»; None for other names."""
    shared = _shared_noun(around, mention, text)
    adjective = None if shared is None else _adjective(text.split()[0], _SHARED[shared])
    return None if adjective is None else f"{adjective} {shared}"


def _adjective(word: str, gender: str) -> str | None:
    """Return the nominative singular of an adjective in a gender: «Каракиянского», masc → «Каракиянский»."""
    for reading in readings(word):
        if reading.is_adjective and reading.number == "sing" and reading.gender == gender:
            return reading.nominative
    return None


def _shared_noun(around: Surroundings, mention: NameMention, text: str) -> str | None:
    """Find the noun of an adjective that stands alone in an enumeration, or that stands in the plural beside it."""
    words = text.split()
    if not any(reading.is_adjective for reading in readings(words[0])) or len(words) > 2:
        return None
    if len(words) == 2:
        return _plural_of_shared(words[1]) if _is_singular(words[0]) else None
    if not ADJECTIVAL.search(words[0]):
        return None
    for number, token in enumerate(islice(around.right(mention), _REACH)):
        shared = _plural_of_shared(token.text)
        if shared is not None:
            return shared
        if not _continues(token) or (number == 0 and token.text not in _CONJUNCTIONS):
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
            if parse.lemma in _SHARED and _SHARED[parse.lemma] in genders and _may_be_left_out(parse):
                return parse.lemma
    return None


def _may_be_left_out(parse: Parse) -> bool:
    """Tell «в Воронежской и Белгородской областях и завод в Саратовской»; men's adjectives are towns too often."""
    return parse.number == "sing" or _SHARED[parse.lemma] == "femn"


def _continues(token: Token) -> bool:
    return token.text in _CONJUNCTIONS or any(r.is_adjective for r in readings(token.text))


def _plural_of_shared(word: str) -> str | None:
    for parse in parses(word):
        if parse.lemma in _SHARED and parse.number == "plur":
            return parse.lemma
    return None


def _is_singular(word: str) -> bool:
    return any(reading.is_adjective and reading.number == "sing" for reading in readings(word))
