"""What stands around a mention: the words before and after it on its line, the cases that they allow."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Token

from pipeline.finding.mentions import NameMention
from pipeline.knowledge.organizations import legal_forms
from pipeline.knowledge.prepositions import preposition_cases
from pipeline.language.inflection.words import readings
from pipeline.language.morphology import parses

QUOTES = frozenset("«»\"„“”‘’'‚‹›")
OPENING = frozenset("«\"„“‘'‚‹")
_FAR = 30


class Surroundings:
    """Access to a Doc's tokens from mentions: who covers a token, what stands to the left and right of a mention."""

    def __init__(self, doc: Doc, mentions: Sequence[NameMention]) -> None:
        self.doc, self.text = doc, doc.text
        self.mentions = mentions
        self._covering: dict[int, NameMention] = {}
        for mention in sorted(mentions, key=lambda m: m.start - m.end):
            for token in self.tokens(mention):
                self._covering[token.i] = mention

    def tokens(self, mention: NameMention) -> Sequence[Token]:
        """Return the tokens that a mention touches."""
        span = self.doc.char_span(mention.start, mention.end, alignment_mode="expand")
        return list(span) if span is not None else []

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


@dataclass(frozen=True)
class Before:
    """What stands before one mention."""

    around: Surroundings
    mention: NameMention

    @cached_property
    def is_quoted(self) -> bool:
        """Whether a quote opens directly before the mention."""
        previous = self.around.text[self.mention.start - 1 : self.mention.start]
        return previous in OPENING if previous else False

    @cached_property
    def words(self) -> tuple[Token, ...]:
        """Words before the mention within the clause, nearest first, without quotes and legal forms."""
        return tuple(self._words())

    def _words(self) -> Iterator[Token]:
        forms = legal_forms()
        for token in self.around.left(self.mention):
            if token.text in QUOTES or token.text in forms:
                continue
            if not token.text[0].isalnum():
                return
            yield token

    @cached_property
    def noun(self) -> Token | None:
        """The common noun that the mention is an apposition of or stands in the genitive to, if one is next to it."""
        for token in self.words:
            if self.around.mention_of(token) is not None:
                return None
            if _is_adjective(token.text):
                continue
            return token if _is_common_noun(token.text) else None
        return None

    @cached_property
    def adjectives(self) -> tuple[str, ...]:
        """Lemmas of the adjectives directly before the mention («турецкая Hepsiburada»)."""
        found = []
        for token in self.words:
            if self.around.mention_of(token) is not None or not _is_adjective(token.text):
                break
            found.append(adjective_lemma(token.text))
        return tuple(found)

    @cached_property
    def cases(self) -> frozenset[str]:
        """The cases that the words before allow; empty where they say nothing."""
        for token in self._past_enumeration():
            word = token.text.casefold()
            if word in preposition_cases():
                return preposition_cases()[word]
            if _is_adjective(token.text) or word in ("и", "или"):
                continue
            return frozenset({"gent"}) if _is_common_noun(token.text) else frozenset()
        return frozenset()

    def _past_enumeration(self) -> Iterator[Token]:
        """Yield words to the left, over mentions of the same label that the mention is listed with."""
        forms = legal_forms()
        for token in self.around.left(self.mention):
            other = self.around.mention_of(token)
            if token.text in QUOTES or token.text == "," or token.text in forms:
                continue
            if other is not None and other.label == self.mention.label:
                continue
            if not token.text[0].isalnum():
                return
            yield token
            if token.text.casefold() not in ("и", "или") and not _is_adjective(token.text):
                return


def _is_common_noun(word: str) -> bool:
    return not word[0].isupper() and bool(parses(word)) and parses(word)[0].pos == "NOUN"


def _is_adjective(word: str) -> bool:
    found = parses(word)
    return bool(found) and found[0].pos in ("ADJF", "PRTF")


def adjective_lemma(word: str) -> str:
    """Return the masculine nominative of an adjective, in small letters without ё."""
    lemmas = [parse.lemma for parse in parses(word) if parse.pos in ("ADJF", "PRTF")]
    return (lemmas[0] if lemmas else word.casefold()).replace("ё", "е")


def noun_lemma(word: str) -> str:
    """Return the lemma of a noun, in small letters without ё; abbreviations as they are, in small letters."""
    lemmas = [parse.lemma for parse in parses(word) if parse.pos == "NOUN"]
    return (lemmas[0] if lemmas else word.casefold()).replace("ё", "е")


def cases_of(word: str) -> frozenset[str]:
    """Return the cases that a form can have."""
    return frozenset(reading.case for reading in readings(word) if reading.case)
