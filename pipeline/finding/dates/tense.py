"""Does a clause speak of what was or of what is to come? The nearest verb tells."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Literal, NamedTuple

from pipeline.finding.dates.agreement import is_steel
from pipeline.finding.dates.lexemes import Lexeme
from pipeline.knowledge.calendar import clause_words
from pipeline.language.morphology import Parse, analyzer, parses

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


class Clauses:
    """Where in a text verbs, commas and the ends of sentences stand, and how far one lexeme is from another."""

    def __init__(self, items: Sequence[Lexeme]) -> None:
        self._items = items
        words = ((index, item) for index, item in enumerate(items) if item.kind == "word")
        forms = ((index, _form(item.text)) for index, item in words if not is_steel(items, index))
        self._verbs = [(index, form) for index, form in forms if form is not None]
        self._places = [index for index, _ in self._verbs]
        self._ends = [i for i, item in enumerate(items) if item.kind == "newline" or _ends_sentence(items, i)]
        self._costs = [0, *accumulate(_COSTS.get(item.kind, 1) for item in items)]
        self._commas = [0, *accumulate(item.kind == "comma" for item in items)]

    def nearest_verb(self, first: int, end: int) -> Verb | None:
        """Return the verb of the sentence nearest to items[first:end]; None where it has none."""
        return min([*self._before(first), *self._after(end)], default=None)

    def are_together(self, one: int, other: int) -> bool:
        """Say whether no sentence ends between two places."""
        return bisect_left(self._ends, one) == bisect_left(self._ends, other)

    def _before(self, first: int) -> Iterator[Verb]:
        """The nearest verb. «может вырасти», «обязался сдать» are to come, «успели сдать» was."""
        place = bisect_left(self._ends, first)
        floor, infinitive = self._ends[place - 1] if place else -1, False
        for at in range(bisect_left(self._places, first) - 1, -1, -1):
            index, form = self._verbs[at]
            steps = self._costs[first] - self._costs[index]
            if index < floor or self._costs[first] - self._costs[index + 1] > REACH:
                return
            if form == "infinitive":
                infinitive = True
            elif form != "participle" or steps <= PARTICIPLE_REACH:
                crossed = self._commas[first] > self._commas[index]
                yield _verb(self._items[index].text, form, steps, infinitive, crossed)._replace(before=True)
                return

    def _after(self, end: int) -> Iterator[Verb]:
        place = bisect_left(self._ends, end)
        ceiling, infinitive = self._ends[place] if place < len(self._ends) else len(self._items), False
        for at in range(bisect_left(self._places, end), len(self._places)):
            index, form = self._verbs[at]
            if index > ceiling or self._costs[index] - self._costs[end] > REACH:
                return
            if form == "infinitive":
                infinitive = True
            elif form != "participle":
                steps, crossed = self._costs[index + 1] - self._costs[end], self._commas[index] > self._commas[end]
                yield _verb(self._items[index].text, form, steps, infinitive, crossed)
                return


def _verb(word: str, form: str, steps: int, infinitive: bool, crossed: bool) -> Verb:
    steps += SPEECH_COST if crossed and is_one_of(word, "speech") else 0
    if infinitive and (form == "present" or not is_one_of(word, "achieved")):
        return Verb(steps, 1)
    return Verb(steps, TENSES[form], form == "present" and _lasts(word), perfective="perf" in parses(word)[0])


def _lasts(word: str) -> bool:
    return any(parse.lemma.replace("ё", "е") in clause_words("lasting") for parse in parses(word))


def is_one_of(word: str, group: str) -> bool:
    """Say whether a word is a form of one of a group of clause words (calendar.toml)."""
    return bool(word) and parses(word)[0].lemma.replace("ё", "е") in clause_words(group)


def _ends_sentence(items: Sequence[Lexeme], index: int) -> bool:
    item = items[index]
    if item.text in ("!", "?", "…"):
        return True
    if item.kind != "dot":
        return False
    following = items[index + 1] if index + 1 < len(items) else None
    return following is None or (following.start > item.end and following.capital)


@lru_cache(maxsize=10_000)
def _form(word: str) -> str | None:
    """The time that a word form tells, a key of TENSES or "infinitive"; None where it is no verb."""
    if len(word) < 3:
        return None
    best = _verb_of(word)
    if best.pos not in ("VERB", "PRTS", "INFN", "ADJS", "PRTF"):
        return None
    if is_one_of(word, "coming") or ("past" not in best and is_one_of(word, "coming_now")):
        return "future"
    if best.pos == "INFN":
        return "infinitive"
    return _time(best)


def _verb_of(word: str) -> Parse:
    """The best parse; of «закроем», which is the ablative of a rare noun too, the verb."""
    best, *others = parses(word)
    if best.pos == "NOUN" and best.case == "ablt" and analyzer().word_is_known(word):
        return next((parse for parse in others if parse.pos == "VERB" and "futr" in parse and "1per" in parse), best)
    return best


def _time(parse: Parse) -> str | None:
    if parse.pos == "PRTF":
        return "participle" if "past" in parse else None
    if parse.pos == "ADJS":
        return None
    if "past" in parse:
        return "past"
    return "future" if "futr" in parse else "present"
