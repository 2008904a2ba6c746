"""What a count counts where the noun stands before: «Заявок было пять», «лошадей – 243 тысячи», «человек сорок»."""

from pipeline.finding.mentions import ItemMention
from pipeline.finding.numbers import Number
from pipeline.finding.quantities.items import JOINTS, SERVING, UNCOUNTED, adjectives_of
from pipeline.finding.quantities.passage import Passage, Word
from pipeline.knowledge.quantity_words import context_words
from pipeline.language.morphology import Parse, parses


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


def _is_free_genitive(passage: Passage, word: Word, previous: Word | None) -> bool:
    """Tell whether a genitive plural depends on nothing before it: it opens the sentence or a clause."""
    if not _genitive(word) or parses(word.lower)[0].pos != "NOUN" or (passage.text[word.start].isupper() and previous):
        return False
    before = passage.text[max(0, word.start - 2) : word.start].strip()
    if previous is None or before.endswith((",", ";", ":", "–", "—", "(", "»", ".", "-")):
        return not before.endswith(tuple("0123456789%"))
    if previous.lower in JOINTS:
        return False
    if adjectives_of(previous) and not any(parse.pos == "NOUN" for parse in parses(previous.lower)):
        head = passage.text[max(0, previous.start - 2) : previous.start].strip()
        return previous.start == passage.sentence_of(word.start)[0] or head.endswith((",", ";", "–", "—", ".", ":"))
    return any(parse.pos in ("VERB", "PRED") for parse in parses(previous.lower)[:1])


def _genitive(word: Word) -> list[Parse]:
    readings = parses(word.lower)
    if readings[0].pos in SERVING or readings[0].lemma in context_words("time"):
        return []
    found = [
        p for p in readings
        if p.pos == "NOUN" and p.number == "plur" and p.case in ("gent", "gen2") and not p.grammemes & UNCOUNTED
    ]  # fmt: skip
    return sorted(found, key=lambda parse: -parse.score)
