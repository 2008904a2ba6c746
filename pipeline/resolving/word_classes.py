"""What single words are: common nouns, adjectives, types of organizations, and their lemmas."""

from spacy.tokens import Token

from pipeline.knowledge.organizations import before_words
from pipeline.language.inflection.words import is_dictionary_word, readings
from pipeline.language.morphology import parses

_ENDS_OF_SENTENCES = frozenset(".!?…:•–—-«")


def is_type_of_organization(word: str) -> bool:
    """Say whether a word names a type of organization, as before a name («компания Х»)."""
    return noun_lemma(word) in before_words() and not word.isupper()


def is_common_noun(word: str) -> bool:
    """Say whether a word in small letters is a noun."""
    return not word[0].isupper() and bool(parses(word)) and parses(word)[0].pos == "NOUN"


def begins_sentence(token: Token) -> bool:
    """Say whether a word's capital says nothing («Фонд «Х» собрал …»): it is a known noun that begins a sentence."""
    is_first = token.i == 0 or token.is_sent_start or token.nbor(-1).text in _ENDS_OF_SENTENCES
    return bool(is_first) and is_common_noun(token.text.casefold()) and is_dictionary_word(token.text)


def is_adjective(word: str) -> bool:
    """Say whether a word is an adjective or a participle by its likeliest reading."""
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
