"""Sentence boundaries by razdel, never across a line break: in news a line is a paragraph or an item of a list."""

import re
from collections.abc import Iterator

import razdel
from spacy.language import Language
from spacy.tokens import Doc

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")


def sentence_starts(text: str) -> Iterator[int]:
    """Yield the offset at which each sentence starts."""
    for line in _LINE.finditer(text):
        for sentence in razdel.sentenize(line.group()):
            yield line.start() + sentence.start


class Sentences:
    """spaCy component: sets `token.is_sent_start`. White space between sentences belongs to the one before it."""

    def __call__(self, doc: Doc) -> Doc:
        starts = set(sentence_starts(doc.text))
        for token in doc:
            token.is_sent_start = token.i == 0 or token.idx in starts
        return doc


@Language.factory("svodka_sentences", assigns=["token.is_sent_start", "doc.sents"])
def create_sentences(nlp: Language, name: str) -> Sentences:
    """Make the sentence component."""
    return Sentences()
