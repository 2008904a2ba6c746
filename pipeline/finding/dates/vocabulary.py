"""Word form → what it may mean in a calendar expression. Letters are lower case, ё is written е."""

from functools import cache
from typing import Any, NamedTuple

from pipeline.knowledge.calendar import fixed_words, inflected_words
from pipeline.language.morphology import analyzer

#: Forms that belong to more than one word: the class that wins.
_SHARED_FORMS = {"лет": ("years", 1.0)}


class Meaning(NamedTuple):
    """The kind of a word and its value (number of the month, of the weekday, a shift …)."""

    kind: str
    value: float


@cache
def vocabulary() -> dict[str, Meaning]:
    """Return all word forms of calendar expressions."""
    meanings: dict[str, Meaning] = {}
    for kind, words in inflected_words().items():
        for word, value in words.items():
            meanings.update(dict.fromkeys(_forms(word), Meaning(kind, float(value))))
    for word, value in inflected_words()["season"].items():  # «лета» is summer, not years
        meanings.update(dict.fromkeys(_forms(word), Meaning("season", float(value))))
    for kind, words in fixed_words().items():
        meanings.update({word: Meaning(kind, float(value)) for word, value in words.items()})
    return meanings | {form: Meaning(*meaning) for form, meaning in _SHARED_FORMS.items()}


def _forms(word: str) -> set[str]:
    """All inflected forms of a word, without derived parts of speech and superlatives."""
    base = analyzer().parse(word)[0]
    return {_plain(form.word) for form in base.lexeme if _is_inflection(form.tag, base.tag)}


def _is_inflection(tag: Any, base: Any) -> bool:
    same = tag.POS == base.POS and tag.tense == base.tense and tag.voice == base.voice
    superlative = "Supr" in tag and "Supr" not in base  # «ближайший» itself is one
    return bool(same and not superlative and "Erro" not in tag and "V-ej" not in tag)


def _plain(word: str) -> str:
    return word.lower().replace("ё", "е")
