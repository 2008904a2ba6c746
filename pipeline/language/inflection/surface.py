"""The outside of a word: its letters' case, its ё, abbreviations with an ending («КамАЗа», «ВТБ»)."""

import re
from itertools import takewhile

#: An abbreviation or a name that ends in capitals, and a case ending in small letters: «АвтоВАЗе», «ГОКов».
_WITH_ENDING = re.compile(r"(?P<stem>.*[А-ЯЁ]{2})-?(?:а|у|ом|ем|е|ы|и|ов|ам|ами|ах|ой|ою)")
_CYRILLIC = re.compile(r"[А-ЯЁа-яё]+(?:[-’'][А-ЯЁа-яё]+)*")
_CAPITALS = re.compile(r"[А-ЯЁA-Z0-9]*[А-ЯЁA-Z]{2,}[А-ЯЁA-Z0-9]*")
#: Longer words in capitals are headlines («САМАРА, 24 декабря»), not abbreviations.
_LONGEST_ABBREVIATION = 6


def is_inflectable(word: str) -> bool:
    """Say whether a word is Russian script throughout: Latin, Kazakh letters and digits are left as they are."""
    return _CYRILLIC.fullmatch(word) is not None


def is_abbreviation(word: str) -> bool:
    """Say whether a word is an abbreviation in capitals («НПЗ», «КЭЗ»)."""
    return all(len(part) <= _LONGEST_ABBREVIATION and _CAPITALS.fullmatch(part) for part in word.split("-"))


def ends_in_capitals(word: str) -> bool:
    """Say whether a word ends like an abbreviation in the nominative («АвтоВАЗ»); headlines in capitals do not."""
    return len(word) > 2 and word[-2:].isupper() and not word.isupper()


def bare_abbreviation(word: str) -> str | None:
    """Return «АвтоВАЗ» for «АвтоВАЗе»; None where the word is no abbreviation with an ending."""
    match = _WITH_ENDING.fullmatch(word)
    return match["stem"] if match else None


def like(word: str, model: str) -> str:
    """Write `word` with the capitals of `model`, and with ё only where the model may have had one."""
    if "ё" not in model.casefold():
        word = _without_new_yo(word, model)
    parts, models = word.split("-"), model.split("-")
    if len(parts) != len(models):
        return _capitalized_like(word, model)
    return "-".join(map(_capitalized_like, parts, models))


def _capitalized_like(word: str, model: str) -> str:
    if model.isupper() and len(model) > 1:
        return word.upper()
    pairs = zip(word.casefold().replace("ё", "е"), model.casefold().replace("ё", "е"), strict=False)
    common = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    kept = "".join(
        letter.upper() if given.isupper() else letter for letter, given in zip(word[:common], model, strict=False)
    )
    return kept + word[common:]


def _without_new_yo(word: str, model: str) -> str:
    return word.replace("ё", "е") if "е" in model.casefold() else word
