"""What stands around a mention: the words before and after it on its line, the cases that they allow."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Token

from pipeline.finding.mentions import NameMention
from pipeline.knowledge.organizations import legal_forms
from pipeline.knowledge.prepositions import preposition_cases
from pipeline.language.morphology import parses
from pipeline.resolving.surroundings import Surroundings
from pipeline.resolving.word_classes import (
    adjective_lemma,
    begins_sentence,
    is_adjective,
    is_common_noun,
    is_type_of_organization,
)

QUOTES = frozenset("«»\"„“”‘’'‚‹›")
OPENING = frozenset("«\"„“‘'‚‹")


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
            if is_adjective(token.text):
                continue
            return token if is_common_noun(token.text) or begins_sentence(token) else None
        return None

    @cached_property
    def adjectives(self) -> tuple[str, ...]:
        """Lemmas of the adjectives before the mention («турецкая Hepsiburada», «китайской компании X»)."""
        found = []
        for number, token in enumerate(self.words):
            if number == 0 and is_type_of_organization(token.text):
                continue
            if self.around.mention_of(token) is not None or not is_adjective(token.text):
                break
            found.append(adjective_lemma(token.text))
        return tuple(found)

    @cached_property
    def cases(self) -> frozenset[str]:
        """The cases that the words before allow; empty where they say nothing."""
        word = self._governor.text.casefold() if self._governor is not None else ""
        if word in preposition_cases():
            return preposition_cases()[word]
        return frozenset({"gent"}) if word else frozenset()

    @property
    def preposition(self) -> str:
        """The preposition before the mention and what it is listed with, in small letters, else ""."""
        word = self._governor.text.casefold() if self._governor is not None else ""
        return word if word in preposition_cases() else ""

    @cached_property
    def person_cases(self) -> frozenset[str]:
        """The cases of a person's name: a noun for a person before it agrees («врач Х») or governs it («мать Х»)."""
        word = self._governor.text if self._governor is not None else ""
        people = [parse for parse in parses(word) if parse.pos == "NOUN" and "anim" in parse] if word else []
        if not people or word.casefold() in preposition_cases():
            return self.cases
        return frozenset({"gent", *(parse.case for parse in people if parse.number == "sing")})

    @cached_property
    def _governor(self) -> Token | None:
        """The preposition or common noun before the mention, over adjectives and what it is listed with."""
        for token in self._past_enumeration():
            if token.text.casefold() in preposition_cases():
                return token
            if not is_adjective(token.text) and token.text.casefold() not in ("и", "или"):
                return token if is_common_noun(token.text) or begins_sentence(token) else None
        return None

    @cached_property
    def verb_gender(self) -> str:
        """The gender of a verb in the past tense directly before the mention («сообщила»), else ""."""
        word = self.words[0].text if self.words else ""
        verbs = [parse for parse in parses(word) if parse.pos == "VERB"] if word else []
        return verbs[0].gender if verbs and "past" in verbs[0] and verbs[0].number == "sing" else ""

    def _past_enumeration(self) -> Iterator[Token]:
        """Yield words to the left, over mentions of the same label that the mention is listed with."""
        forms, comma = legal_forms(), False
        for token in self.around.left(self.mention):
            other = self.around.mention_of(token)
            if comma and token.text not in QUOTES and (other is None or other.label != self.mention.label):
                return
            comma = token.text == "," or (comma and token.text in QUOTES)
            if comma or token.text in QUOTES or token.text in forms:
                continue
            if other is not None and other.label == self.mention.label:
                continue
            if not token.text[0].isalnum():
                return
            yield token
            if token.text.casefold() not in ("и", "или") and not is_adjective(token.text):
                return
