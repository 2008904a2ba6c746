"""Does a clause speak of what was or of what is to come? The nearest verb tells."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from pipeline.finding.dates.lexemes import Lexeme
from pipeline.knowledge.calendar import clause_words
from pipeline.language.morphology import Parse, parses

Tense = Literal[-1, 0, 1]
#: Beyond so many steps (a word is one, a comma several) a verb says nothing about the expression.
REACH = 30
#: «показанный летом»: a participle speaks only of what directly follows it.
PARTICIPLE_REACH = 4
TENSES: dict[str, Tense] = {"past": -1, "participle": -1, "present": 0, "future": 1}
_COSTS = {"comma": 5, "dash": 2, "open": 6, "close": 6, "other": 4}


def tense_of(items: list[Lexeme], first: int, end: int) -> Tense:
    """Return -1 where the verb nearest to items[first:end] is past, 1 where it is future or a plan, else 0."""
    found = sorted([*_verbs(items, range(first - 1, -1, -1)), *_verbs(items, range(end, len(items)))])
    for _, tense in found[:1]:
        return tense
    return 0


def _verbs(items: list[Lexeme], indices: range) -> Iterator[tuple[int, Tense]]:
    """The nearest verb in one direction: how far it is, and its tense. «может вырасти» is to come."""
    steps, infinitive = 0, False
    for index in indices:
        item = items[index]
        if item.kind == "newline" or _ends_sentence(items, index) or steps > REACH:
            return
        steps += _COSTS.get(item.kind, 1)
        form = _form(item.text) if item.kind == "word" else None
        if form == "infinitive":
            infinitive = True
        elif form == "participle" and (indices.step > 0 or steps > PARTICIPLE_REACH):
            continue
        elif form is not None:
            yield steps, 1 if infinitive and form == "present" else TENSES[form]
            return


def _ends_sentence(items: list[Lexeme], index: int) -> bool:
    item = items[index]
    if item.text in ("!", "?", "…"):
        return True
    following = items[index + 1] if index + 1 < len(items) else None
    return item.kind == "dot" and (following is None or following.start > item.end)


@lru_cache(maxsize=50_000)
def _form(word: str) -> str | None:
    """The time that a word form tells, a key of TENSES or "infinitive"; None where it is no verb."""
    if len(word) < 3:
        return None
    best = parses(word)[0]
    if best.pos not in ("VERB", "PRTS", "INFN", "ADJS", "PRTF"):
        return None
    if best.lemma.replace("ё", "е") in clause_words("coming"):
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
