"""Does a clause speak of what was or of what is to come? The nearest verb tells."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from pipeline.finding.dates.lexemes import Lexeme
from pipeline.knowledge.calendar import clause_words
from pipeline.language.morphology import Parse, parses

Tense = Literal[-1, 0, 1]
#: Beyond so many steps (a word is one, a comma several) a verb says nothing about the expression.
REACH = 30
#: «показанный летом»: a participle speaks only of what directly follows it.
PARTICIPLE_REACH = 4
#: A verb of speech behind a comma is so much farther off.
SPEECH_COST = 12
TENSES: dict[str, Tense] = {"past": -1, "participle": -1, "present": 0, "future": 1}
_COSTS = {"comma": 5, "dash": 2, "open": 6, "close": 6, "other": 4}


class Verb(NamedTuple):
    """How far a verb is from the expression, the time that it tells, whether it tells what goes on, stands before, is
    of the perfective aspect."""

    steps: int
    tense: Tense
    lasting: bool = False
    before: bool = False
    perfective: bool = False


def nearest_verb(items: list[Lexeme], first: int, end: int) -> Verb | None:
    """Return the verb of the sentence nearest to items[first:end]; None where it has none."""
    return min([*_verbs(items, range(first - 1, -1, -1)), *_verbs(items, range(end, len(items)))], default=None)


def _verbs(items: list[Lexeme], indices: range) -> Iterator[Verb]:
    """The nearest verb in one direction. «может вырасти», «обязался сдать» are to come, «успели сдать» was."""
    steps, infinitive, crossed = 0, False, False
    for index in indices:
        item = items[index]
        if item.kind == "newline" or _ends_sentence(items, index) or steps > REACH:
            return
        steps += _COSTS.get(item.kind, 1)
        crossed = crossed or item.kind == "comma"
        form = _form(item.text) if item.kind == "word" else None
        if form == "infinitive":
            infinitive = True
        elif form == "participle" and (indices.step > 0 or steps > PARTICIPLE_REACH):
            continue
        elif form is not None:
            speech = crossed and is_one_of(item.text, "speech")
            yield _verb(item.text, form, steps + SPEECH_COST * speech, infinitive)._replace(before=indices.step < 0)
            return


def _verb(word: str, form: str, steps: int, infinitive: bool) -> Verb:
    if infinitive and (form == "present" or not is_one_of(word, "achieved")):
        return Verb(steps, 1)
    return Verb(steps, TENSES[form], form == "present" and _lasts(word), perfective="perf" in parses(word)[0])


def _lasts(word: str) -> bool:
    return any(parse.lemma.replace("ё", "е") in clause_words("lasting") for parse in parses(word))


def is_one_of(word: str, group: str) -> bool:
    """Say whether a word is a form of one of a group of clause words (calendar.toml)."""
    return bool(word) and parses(word)[0].lemma.replace("ё", "е") in clause_words(group)


def _ends_sentence(items: list[Lexeme], index: int) -> bool:
    item = items[index]
    if item.text in ("!", "?", "…"):
        return True
    following = items[index + 1] if index + 1 < len(items) else None
    return item.kind == "dot" and (following is None or (following.start > item.end and following.capital))


@lru_cache(maxsize=10_000)
def _form(word: str) -> str | None:
    """The time that a word form tells, a key of TENSES or "infinitive"; None where it is no verb."""
    if len(word) < 3:
        return None
    best = parses(word)[0]
    if best.pos not in ("VERB", "PRTS", "INFN", "ADJS", "PRTF"):
        return None
    if is_one_of(word, "coming"):
        return "future"
    if best.pos == "INFN":
        return "infinitive"
    return _time(best)


def _time(parse: Parse) -> str | None:
    if parse.pos == "PRTF":
        return "participle" if "past" in parse else None
    if parse.pos == "ADJS":
        return None
    if "past" in parse:
        return "past"
    return "future" if "futr" in parse else "present"
