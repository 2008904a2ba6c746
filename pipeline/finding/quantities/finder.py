"""QuantityFinder: every number of a document that measures or counts, with its unit, item, comparison and change."""

import re

from spacy.tokens import Doc

from pipeline.finding.annotations import annotations
from pipeline.finding.mentions import ItemMention, QuantityMention
from pipeline.finding.numbers import Number, find_numbers
from pipeline.finding.quantities.amounts import sign_before
from pipeline.finding.quantities.carrying import carry_on, name_pieces
from pipeline.finding.quantities.comparing import end_of_comparison
from pipeline.finding.quantities.completing import complete
from pipeline.finding.quantities.elided import LoneAdjective
from pipeline.finding.quantities.headings import measure_by_headings
from pipeline.finding.quantities.items import counted_after
from pipeline.finding.quantities.lone_ones import without_articles
from pipeline.finding.quantities.measuring import measure_after, times
from pipeline.finding.quantities.passage import Passage
from pipeline.finding.quantities.rating import without_bases
from pipeline.finding.quantities.reading import Reading, reading_of, scaled
from pipeline.finding.quantities.refusing import is_no_quantity
from pipeline.finding.quantities.shared import share_after, share_nouns
from pipeline.finding.quantities.spans import joined
from pipeline.finding.quantities.vocabulary import Measure, capital_units
from pipeline.language.sentences import sentence_starts
from pipeline.language.tokenizer import text_of

#: After «млрд.» a word with a capital begins a sentence: it is not what is measured.
NEW_SENTENCE = re.compile(r"\.[^\S\n]+[А-ЯЁ][а-яё]|\.[^\S\n]*\n")
SLASH = "/"


class QuantityFinder:
    """Finds quantities. Numbers within dates and names are left alone where these steps ran before."""

    def find(self, doc: Doc) -> list[QuantityMention]:
        """Return the quantities of a document, in order of the text."""
        passage = passage_of(doc)
        readings = [
            read(passage, number) for number in find_numbers(passage.text) if not is_no_quantity(passage, number)
        ]
        readings = without_bases(passage, readings)
        measure_by_headings(passage, readings)
        share_after(passage, readings)
        share_nouns(passage, readings)
        readings = without_articles(passage, joined(passage, readings))
        carry_on(passage, readings)
        name_pieces(passage, readings)
        share_after(passage, readings)
        found = [reading for reading in readings if reading.dimension is not None]
        complete(passage, found)
        return [reading.mention() for reading in found]


def passage_of(doc: Doc) -> Passage:
    """Return the text of a document as the rules see it, the numbers of dates and names hidden."""
    text = text_of(doc)
    if doc.has_annotation("SENT_START"):
        starts = [sentence.start_char for sentence in doc.sents]
    else:
        starts = list(sentence_starts(text))
    hidden = [(mention.start, mention.end) for key in ("dates", "names") for mention in annotations(doc, key)]
    return Passage(text, starts, hidden)


def read(passage: Passage, number: Number) -> Reading:
    """Read one number with the words right at it."""
    reading = reading_of(number)
    if number.kind in ("multiplier", "fraction") or SLASH in passage.text[number.start : number.end]:
        measure = measure_after(passage.text, number.end) if number.kind != "multiplier" else None
        if measure is not None and measure.dimension in ("percent", "percentage_point"):
            _apply(reading, measure)
        else:
            reading.dimension = "ratio"
        return reading
    sign = sign_before(passage.text, number.start)
    if sign is not None:
        reading.start = sign.start
    if NEW_SENTENCE.match(passage.text, number.end - 1) and not _begins_unit(passage.text, number.end):
        _apply(reading, sign)
        return reading
    end = end_of_comparison(passage.text, number.end)
    after = times(passage.text, number.start, number.end) or measure_after(passage.text, end)
    _apply(reading, sign or after)
    _add_item(passage, reading, after, end)
    return reading


def _begins_unit(text: str, position: int) -> bool:
    """Tell «450 тыс. Гкал» from a sentence that begins after «тыс.»."""
    return capital_units().match(text, position + 1) is not None


def _apply(reading: Reading, measure: Measure | None) -> None:
    if measure is None:
        return
    reading.dimension, reading.unit, reading.per, reading.rule = (
        measure.dimension, measure.unit, measure.per, measure.rule,
    )  # fmt: skip
    reading.end = max(reading.end, measure.end)
    reading.value, reading.low, reading.high = (
        scaled(value, measure.factor) for value in (reading.value, reading.low, reading.high)
    )


def _add_item(passage: Passage, reading: Reading, measure: Measure | None, end: int) -> None:
    """Find the noun counted, or, after a measure, the noun phrase that words like «в год» follow."""
    measured = reading.dimension is not None
    if reading.dimension in ("percent", "percentage_point", "ratio", "temperature"):
        return
    own = measure is not None and measure.rule in ("container", "occasions")
    noun = None if own else counted_after(passage, reading.number, max(reading.end, end), measured=measured)
    reading.phrase_end = max(reading.end, noun.end if noun else 0)
    if not measured and noun is not None:
        reading.dimension, reading.item = "count", noun
        reading.rule = "counted_adjective" if isinstance(noun, LoneAdjective) else "counted"
    elif measure is not None and measure.item is not None:
        reading.item = noun or ItemMention(measure.start, measure.end, measure.item)
