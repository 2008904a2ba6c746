"""What a count counts: the head noun after the number, through adjectives and lists of them."""

import re
from collections.abc import Sequence
from functools import lru_cache

from pipeline.finding.mentions import ItemMention
from pipeline.finding.numbers import Number
from pipeline.finding.quantities.elided import ADJECTIVES, JOINTS, LoneAdjective, left_out, masculine
from pipeline.finding.quantities.governing import CASES, governed, government
from pipeline.finding.quantities.passage import Passage, Word
from pipeline.knowledge.quantity_words import context_words
from pipeline.language.morphology import Parse, parses

#: Between the words of one noun phrase.
INSIDE = re.compile(
    r"[ \u00a0\u202f]{1,2}|[ \u00a0]?\n(?=[а-яё])|[ \u00a0][«\"„“(]|[»\"”)]?[ \u00a0]|[»\"”],?[ \u00a0]|,[ \u00a0]"
)
#: Before an adjective.
ADVERBS = frozenset(
    {"так", "самых", "наиболее", "более", "особо", "ранее", "вновь", "недавно", "полностью", "частично"}
)
PROPER = frozenset({"Name", "Surn", "Patr", "Geox"})
UNCOUNTED = PROPER | {"Abbr", "Fixd"}
LONGEST_ABBREVIATION = 6


def counted_after(passage: Passage, number: Number, position: int, *, measured: bool = False) -> ItemMention | None:
    """Return the noun phrase counted that begins after `position`; `measured`: after «единиц», «штук» (genitive)."""
    place = number.start, position, measured
    if place not in passage.counted:
        passage.counted[place] = _counted_after(passage, number, position, measured=measured)
    return passage.counted[place]


def _counted_after(passage: Passage, number: Number, position: int, *, measured: bool) -> ItemMention | None:
    words = passage.after(position, 8)
    start = position
    adjectives = False
    for index, word in enumerate(words):
        if not INSIDE.fullmatch(passage.text, start, word.start) or (not index and passage.text[start] == ","):
            return left_out(passage, words[:index], start, word.start)
        role = _role(passage, number, words[index : index + 3], measured=measured)
        if role == "head":
            lemma = _lemma(passage, number, word, measured=measured)
            if lemma is None:
                return LoneAdjective(words[0].start, word.end, masculine(word.lower))
            return ItemMention(words[0].start, word.end, lemma)
        if role == "none" or (role == "joint" and not adjectives):
            return None
        adjectives = adjectives or role == "adjective"
        start = word.end
    return None


def _role(passage: Passage, number: Number, words: Sequence[Word], *, measured: bool) -> str:
    word, following = words[0], words[1] if len(words) > 1 else None
    if word.lower in JOINTS:
        return "joint"
    if word.lower in ADVERBS and following is not None and adjectives_of(following):
        return "adjective"
    written = passage.text[word.start : word.end]
    if written.isupper() and len(written) > 1 and (measured or (_is_abbreviation(word.lower) and number.scale == 1)):
        return "head"
    if _is_latin(word):
        return "head" if following is None or _is_latin(following) or not word.lower.islower() else "adjective"
    adjectives, nouns = adjectives_of(word), _nouns(passage, number, word, measured=measured)
    if adjectives and following is not None and _agree(passage, number, words, measured=measured):
        return "adjective"
    if nouns:
        return "head"
    if adjectives:
        return "adjective" if following is not None else "head"
    return "none"


def _agree(passage: Passage, number: Number, words: Sequence[Word], *, measured: bool) -> bool:
    """Tell whether an adjective goes with the next word: «рабочих мест», not «рабочих завода»; over «и» with another
    adjective: «малых и средних предприятий»."""
    word, following = words[0], words[1]
    if following.lower in JOINTS:
        another = words[2] if len(words) > 2 else None
        paired = another is not None and _is_adjective(word.lower) and _is_adjective(another.lower)
        return paired or not _nouns(passage, number, word, measured=measured)
    if not INSIDE.fullmatch(passage.text, word.end, following.start):
        return False
    if adjectives_of(following) or _is_latin(following):
        return not _nouns(passage, number, word, measured=measured) or bool(adjectives_of(following))
    return bool(_nouns(passage, number, following, measured=measured))


def adjectives_of(word: Word) -> tuple[Parse, ...]:
    return _adjectives(word.lower)


@lru_cache(maxsize=50_000)
def _is_abbreviation(form: str) -> bool:
    """Tell an abbreviation that the dictionary does not know («2 МРП») from a label («223 ФЗ»)."""
    return (
        not parses(form)[0].pos
        and not form.isascii()
        and len(form) <= LONGEST_ABBREVIATION
        and form not in context_words("labels")
    )


def _is_adjective(form: str) -> bool:
    return parses(form)[0].pos in ADJECTIVES


@lru_cache(maxsize=50_000)
def _adjectives(form: str) -> tuple[Parse, ...]:
    return tuple(parse for parse in parses(form) if parse.pos in ADJECTIVES)


def _nouns(passage: Passage, number: Number, word: Word, *, measured: bool) -> tuple[Parse, ...]:
    found = governed(word.lower, government(number, measured=measured))
    if not found or not passage.text[word.start].isupper():
        return found
    written = passage.text[word.start : word.end]
    if written.isupper() or (written[-1].islower() and written[1:2].isupper()):
        return found
    return tuple(parse for parse in found if not parse.grammemes & PROPER)


def _lemma(passage: Passage, number: Number, word: Word, *, measured: bool) -> str | None:
    """Return the lemma of a head; None for an adjective alone."""
    written = passage.text[word.start : word.end]
    if _is_latin(word) or (written.isupper() and len(written) > 1):
        return written
    nouns = _nouns(passage, number, word, measured=measured)
    if nouns:
        plural = [parse for parse in nouns if parse.number == "plur" and CASES.get(parse.case, parse.case) == "gent"]
        return max(plural or nouns, key=lambda parse: parse.score).lemma
    return None


def _is_latin(word: Word) -> bool:
    return word.lower[0].isascii()
