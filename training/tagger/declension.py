"""Names put into a case, for exercises: pymorphy3 for nouns and adjectives, endings for people."""

from functools import cache

from pipeline.language.morphology import analyzer

#: Endings of surnames in -ов, -ев, -ин, and of given names: men in a consonant, men in -й and -ь, women in -а.
_SURNAME = {"nomn": ("", "а"), "gent": ("а", "ой"), "datv": ("у", "ой"), "accs": ("а", "у"), "ablt": ("ым", "ой")}
_GIVEN_MAN = {"nomn": "", "gent": "а", "datv": "у", "accs": "а", "ablt": "ом"}
_GIVEN_WOMAN = {"nomn": "а", "gent": "ы", "datv": "е", "accs": "у", "ablt": "ой"}


@cache
def declined_place(name: str, case: str) -> str:
    """Return a place's name in a case; several words as a phrase, what cannot be inflected as it is."""
    if not case or not name[0].isalpha() or " " in name:
        return declined_phrase(name, case) if case else name
    readings = [p for p in analyzer().parse(name) if p.tag.POS == "NOUN" and p.tag.case == "nomn"]
    readings.sort(key=lambda p: ("Geox" not in p.tag, "Fixd" in p.tag))
    inflected = readings[0].inflect({case}) if readings else None
    return inflected.word.capitalize() if inflected and "-" not in name else name


@cache
def declined_phrase(phrase: str, case: str) -> str:
    """Return a phrase in a case: adjectives and nouns in the nominative up to and with its head noun, joined by «и»."""
    words, done = [], False
    for word in phrase.split():
        known = (p for p in analyzer().parse(word) if p.tag.case == "nomn" and p.tag.POS in {"ADJF", "NOUN"})
        reading = next(known, None)
        inflected = reading.inflect({case}) if reading and case and not done else None
        words.append(_like(inflected.word, word) if inflected else word)
        done = (done or (reading is not None and reading.tag.POS == "NOUN")) and word != "и"
    return " ".join(words)


@cache
def declined_adjective(adjective: str, form: str) -> str:
    """Return an adjective in the nominative: `masc`, `femn`, `neut` or `plur`."""
    reading = next(p for p in analyzer().parse(adjective) if p.tag.POS == "ADJF")
    inflected = reading.inflect({"nomn", form})
    return str(inflected.word) if inflected else adjective


def declined_person(given: str, surname: str, woman: bool, case: str) -> str:
    """Return given name and surname in a case."""
    if surname.endswith(("ов", "ев", "ин")):
        surname += _SURNAME[case][woman]
    return f"{_given(given, case)} {surname}"


def _given(name: str, case: str) -> str:
    if name.endswith("а"):
        return name[:-1] + _GIVEN_WOMAN[case]
    if name.endswith("й") and case != "nomn":
        return name[:-1] + {"ablt": "ем", "datv": "ю"}.get(case, "я")
    if name.endswith(tuple("бвгджзклмнпрстфхцчшщ")):
        return name + _GIVEN_MAN[case]
    return name


def _like(word: str, model: str) -> str:
    if "-" in model:
        return "-".join(_like(*pair) for pair in zip(word.split("-"), model.split("-"), strict=False))
    return word.capitalize() if model[:1].isupper() else word
