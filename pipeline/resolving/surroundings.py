"""Access to a Doc's tokens from mentions: who covers a token, what stands beside a mention on its line."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from pipeline.finding.mentions import NameMention
from pipeline.language.tokenizer import text_of

#: So many tokens to each side are looked at.
_FAR = 30


class Surroundings:
    """Access to a Doc's tokens from mentions: who covers a token, what stands to the left and right of a mention."""

    def __init__(self, doc: Doc, mentions: Sequence[NameMention]) -> None:
        self.doc, self.text = doc, text_of(doc)
        self.mentions = mentions
        self._covering: dict[int, NameMention] = {}
        self._tokens: dict[tuple[int, int], list[Token]] = {}
        for mention in sorted(mentions, key=lambda m: m.start - m.end):
            for token in self.tokens(mention):
                self._covering[token.i] = mention

    def tokens(self, mention: NameMention) -> Sequence[Token]:
        """Return the tokens that a mention touches."""
        known = self._tokens.get((mention.start, mention.end))
        if known is None:
            span = self.doc.char_span(mention.start, mention.end, alignment_mode="expand")
            known = self._tokens[mention.start, mention.end] = list(span) if span is not None else []
        return known

    def mention_of(self, token: Token) -> NameMention | None:
        """Return the widest mention that covers a token."""
        return self._covering.get(token.i)

    def left(self, mention: NameMention) -> Iterator[Token]:
        """Yield the tokens before a mention, nearest first, to the beginning of its line."""
        tokens = self.tokens(mention)
        first = tokens[0].i if tokens else 0
        for index in range(first - 1, max(first - _FAR, 0) - 1, -1):
            token = self.doc[index]
            if "\n" in token.text:
                return
            yield token

    def right(self, mention: NameMention) -> Iterator[Token]:
        """Yield the tokens after a mention, to the end of its line."""
        tokens = self.tokens(mention)
        last = tokens[-1].i if tokens else len(self.doc)
        for index in range(last + 1, min(last + _FAR, len(self.doc))):
            token = self.doc[index]
            if "\n" in token.text:
                return
            yield token

    def sentence(self, mention: NameMention) -> Sequence[Token]:
        """Return the tokens of the sentence that a mention begins in, of its line where sentences are not known."""
        tokens = self.tokens(mention)
        if not tokens:
            return []
        if self.doc.has_annotation("SENT_START"):
            return list(tokens[0].sent)
        return [*reversed(list(self.left(mention))), *tokens, *self.right(mention)]
