"""Forms that the dictionary takes for another word than the news mean: «стали» (a verb, or the metal)."""

from collections.abc import Sequence
from functools import lru_cache

from pipeline.language.morphology import Parse, parses

#: Marks of proper names: a word in small letters is none of them («свинины», «индия», «ковров»).
PROPER = frozenset({"Surn", "Name", "Patr", "Geox", "Orgn"})
#: So many words behind «стали» tell what it is.
NEAR = 2


def is_metal(form: str, following: Sequence[str]) -> bool:
    """Tell «выпуск стали», the metal, from «стали выпускать», «стали лидерами», «стали больше» by the words behind."""
    if form != "стали":
        return False
    for word in following[:NEAR]:
        best = parses(word)[0] if word.isalpha() else None
        if best is None or best.pos == "VERB":
            return True
        if best.pos in ("INFN", "COMP") or best.case == "ablt":
            return False
    return True


@lru_cache(maxsize=10_000)
def common_parses(word: str) -> tuple[Parse, ...]:
    """Return the readings of a word; of one in small letters without proper names, where others are left.

    A short adjective goes behind a noun that is as likely: «ковров» is of «ковёр», not of «ковровый».
    """
    found = parses(word)
    if not word.islower():
        return found
    common = tuple(parse for parse in found if not parse.grammemes & PROPER) or found
    best = common[0]
    noun = next((parse for parse in common if parse.pos == "NOUN" and parse.score >= best.score), None)
    if best.pos != "ADJS" or noun is None:
        return common
    return (noun, *(parse for parse in common if parse is not noun))
