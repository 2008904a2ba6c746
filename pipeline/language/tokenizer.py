"""The tokenizer: razdel's tokens as a spaCy Doc. Digit groups («500 000») are one token; white space that is no
single blank is a token of its own, so that the Doc gives the text back to the character."""

from collections.abc import Iterable, Iterator

import razdel
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from pipeline.language.digits import grouped_numbers

Extent = tuple[int, int]
TEXT = "svodka_text"


def token_extents(text: str) -> list[Extent]:
    """Return the extents of the tokens of a text; white space lies between them."""
    tokens = ((token.start, token.stop) for token in razdel.tokenize(text))
    return list(_merge(tokens, grouped_numbers(text)))


def _merge(tokens: Iterable[Extent], groups: list[Extent]) -> Iterator[Extent]:
    """Yield the groups, and of the tokens what no group covers («100–1» of «1 100–1 300» leaves the dash), in order."""
    waiting = 0
    for start, end in tokens:
        while waiting < len(groups) and groups[waiting][0] < end:
            group = groups[waiting]
            if start < group[0]:
                yield start, group[0]
            if start < group[1]:
                start = group[1]
            if end < group[1]:
                break
            yield group
            waiting += 1
        if start < end:
            yield start, end
    yield from groups[waiting:]


def text_of(doc: Doc) -> str:
    """Return the text of a Doc, as it was given to our tokenizer: spaCy joins it anew each time that it is asked."""
    kept: str | None = doc.user_data.get(TEXT)
    return doc.text if kept is None else kept


class RazdelTokenizer:
    """A spaCy tokenizer (text → Doc). `nlp.tokenizer = RazdelTokenizer(nlp.vocab)`."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        words: list[str] = []
        spaces: list[bool] = []
        position = 0
        for start, end in [*token_extents(text), (len(text), len(text))]:
            gap = text[position:start]
            if gap.startswith(" ") and words:
                spaces[-1], gap = True, gap[1:]
            if gap:
                words.append(gap)
                spaces.append(False)
            if end > start:
                words.append(text[start:end])
                spaces.append(False)
            position = end
        return Doc(self.vocab, words=words, spaces=spaces, user_data={TEXT: text})

    def to_bytes(self, **_: object) -> bytes:
        """Nothing is learned, so there is nothing to keep."""
        return b""

    def from_bytes(self, _: bytes, **__: object) -> "RazdelTokenizer":
        return self

    def to_disk(self, _: object, **__: object) -> None:
        return None

    def from_disk(self, _: object, **__: object) -> "RazdelTokenizer":
        return self


def blank() -> Language:
    """Return an empty Russian spaCy pipeline with razdel's tokens."""
    nlp = spacy.blank("ru")
    nlp.tokenizer = RazdelTokenizer(nlp.vocab)
    return nlp
