"""What a count counts where the noun stands before: «Заявок было пять», «лошадей – 243 тысячи», «человек сорок»."""

from functools import lru_cache
from itertools import zip_longest

from pipeline.finding.mentions import ItemMention
from pipeline.finding.numbers import Number
from pipeline.finding.quantities.elided import JOINTS
from pipeline.finding.quantities.governing import SERVING
from pipeline.finding.quantities.items import PROPER, UNCOUNTED, adjectives_of
from pipeline.finding.quantities.passage import Passage, Word
from pipeline.finding.quantities.reading import Reading
from pipeline.knowledge.quantity_words import context_words, count_nouns
from pipeline.language.morphology import Parse, analyzer, parses

#: «больше всего машин продано в Москве».
MOST = frozenset({"всего", "больше", "меньше", "сколько", "столько"})


def counted_before(passage: Passage, number: Number, taken: int) -> ItemMention | None:
    """Return the genitive plural that stands before: «Заявок было пять», «лошадей – 243 тысячи», «человек сорок».

    Nothing is looked for before `taken`, the end of the quantity before, whose unit the word may be.
    """
    words = [word for word in passage.before(number.start, 12) if word.start >= taken and len(word.lower) > 2]
    for index, word in enumerate(words):
        previous = words[index + 1] if index + 1 < len(words) else None
        if _is_free_genitive(passage, word, previous):
            start = previous.start if previous is not None and adjectives_of(previous) else word.start
            return ItemMention(start, word.end, _genitive(word)[0].lemma)
    return None


def number_of(passage: Passage, reading: Reading, taken: int) -> ItemMention | None:
    """Return the genitive plural after «число», «количество», «выпуск»: «число заводов», «продажи автомобилей»."""
    words = [word for word in passage.before(reading.start, 12) if word.start >= taken]
    for index, word in enumerate(words):
        if index + 1 == len(words) or parses(word.lower)[0].pos == "PREP":
            continue
        if not _genitive(word):
            continue
        before = next(
            (w for w in words[index + 1 :] if not adjectives_of(w) or _is_number_noun(w.lower, reading)), None
        )
        if before is not None and _is_number_noun(before.lower, reading):
            return ItemMention(words[index].start, word.end, _genitive(word)[0].lemma)
    return None


def named_before(passage: Passage, position: int) -> ItemMention | None:
    """Return the noun before the dash or bracket of «тракторы – 22,7 тыс. штук», «диски (1,2 млн штук)»,
    «линию телевизоров на 150 тыс. штук»."""
    head = passage.text[max(0, position - 4) : position].rstrip()
    if not head.endswith(("–", "—", "-", ":", "(", " на")):
        return None
    cases = ("gent", "nomn", "accs", "ablt") if head.endswith(":") else ("gent", "nomn", "accs")
    words = [word for word in passage.before(position, 7) if word.lower != "на"]
    for word, previous in zip_longest(words, words[1:]):
        outside = previous is not None and parses(previous.lower)[0].pos == "PREP"
        if parses(word.lower)[0].pos in ("VERB", "PREP", "INFN") or (passage.text[word.start].isupper() and previous):
            continue
        noun = next((p for p in parses(word.lower) if p.pos == "NOUN" and p.case in cases), None)
        of_noun = previous is not None and parses(previous.lower)[0].pos == "NOUN"
        if noun is not None and of_noun and (noun.case, noun.number) == ("gent", "sing"):
            return None  # «мощность линии – 60 штук в час»
        if noun is not None and noun.lemma in count_nouns("number") | count_nouns("output"):
            return None  # «нарастил выпуск на 45 тыс. штук»
        if noun is not None and not outside and _is_known(word.lower) and not noun.grammemes & PROPER:
            return ItemMention(word.start, word.end, noun.lemma)
    return None


def of_plural_before(passage: Passage, position: int) -> ItemMention | None:
    """Return the nearest nominative plural before: what «их» stands for in «маслозаводы, а их четыре»."""
    for word in passage.before(position, 10):
        for parse in parses(word.lower) if parses(word.lower)[0].pos not in SERVING else ():
            if parse.pos == "NOUN" and parse.number == "plur" and parse.case == "nomn":
                return ItemMention(word.start, word.end, parse.lemma)
    return None


@lru_cache(maxsize=10_000)
def _is_known(form: str) -> bool:
    return bool(analyzer().word_is_known(form))


@lru_cache(maxsize=20_000)
def _lemma_of_noun(form: str) -> str:
    return next((parse.lemma for parse in parses(form)[:2] if parse.pos == "NOUN"), "")


def _is_number_noun(form: str, reading: Reading) -> bool:
    """Outputs are counted up to thousands; «экспорт удобрений – 1,2 млн» may be of tonnes."""
    lemma = _lemma_of_noun(form)
    return lemma in count_nouns("number") or (reading.number.scale <= 1000 and lemma in count_nouns("output"))


def _is_free_genitive(passage: Passage, word: Word, previous: Word | None) -> bool:
    """Tell whether a genitive plural depends on nothing before it: it opens the sentence or a clause."""
    if not _genitive(word) or parses(word.lower)[0].pos != "NOUN" or (passage.text[word.start].isupper() and previous):
        return False
    before = passage.text[max(0, word.start - 2) : word.start].strip()
    if previous is None or before.endswith((",", ";", ":", "–", "—", "(", "»", ".", "-")):
        return not before.endswith(tuple("0123456789%"))
    if previous.lower in JOINTS:
        return False
    if previous.lower in MOST or _ends_date(passage, previous):
        return True
    if adjectives_of(previous) and any(parse.case == "gent" for parse in adjectives_of(previous)):
        first = _first_adjective(passage, previous)
        head = passage.text[max(0, first.start - 2) : first.start].strip()
        return first.start == passage.sentence_of(word.start)[0] or head.endswith((",", ";", "–", "—", ".", ":"))
    return any(parse.pos in ("VERB", "PRED") for parse in parses(previous.lower)[:1])


def _ends_date(passage: Passage, word: Word) -> bool:
    """«К 2028 году участников станет 45»: a date governs nothing."""
    return passage.is_hidden(word.start, word.end) and parses(word.lower)[0].lemma in context_words("time")


def _first_adjective(passage: Passage, adjective: Word) -> Word:
    """The first of «новых рабочих мест»."""
    before = passage.before(adjective.start, 1)
    touching = before and not passage.text[before[0].end : adjective.start].strip()
    return _first_adjective(passage, before[0]) if touching and adjectives_of(before[0]) else adjective


def _genitive(word: Word) -> list[Parse]:
    readings = parses(word.lower)
    if readings[0].pos in SERVING or readings[0].lemma in context_words("time"):
        return []
    if not _is_known(word.lower):
        return []
    found = [
        p for p in readings
        if p.pos == "NOUN" and p.number == "plur" and p.case in ("gent", "gen2") and not p.grammemes & UNCOUNTED
    ]  # fmt: skip
    return sorted(found, key=lambda parse: -parse.score)
