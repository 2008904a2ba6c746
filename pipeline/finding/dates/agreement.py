"""Whether the next word belongs to a calendar word, by case, number and gender; and «стали», the verb or the metal."""

from collections.abc import Sequence

from pipeline.finding.dates.lexemes import Lexeme
from pipeline.language.homonyms import NEAR, is_metal
from pipeline.language.morphology import parses

#: What may follow an adjective that has no noun («чем в прошлом, …»).
_ENDS = frozenset({"word", "dot", "comma", "close", "dash", "edge", "newline"})
_MARKS = frozenset({";", ":", "»", "”", '"'})


def is_genitive(word: str) -> bool:
    """Say whether the likeliest reading of a word is a noun or adjective in the genitive («за девять лет работы»)."""
    return bool(word) and any(parse.case == "gent" and parse.pos in ("NOUN", "ADJF") for parse in parses(word)[:1])


def stands_alone(adjective: str, following: Lexeme) -> bool:
    """Say whether a masculine or neuter adjective («прошлом») has no noun behind it."""
    if following.kind not in _ENDS and following.text not in _MARKS:
        return False
    own = {parse.case for parse in parses(adjective) if parse.number == "sing" and parse.gender != "femn"}
    words = parses(following.text) if following.kind == "word" else ()
    agreeing = (p for p in words if p.pos in ("NOUN", "ADJF", "PRTF") and p.number == "sing" and p.gender != "femn")
    return bool(own) and not any(parse.case in own for parse in agreeing)


def is_steel(items: Sequence[Lexeme], index: int) -> bool:
    """Tell «выпуск стали», the metal, from «стали выпускать»."""
    following = [item.text for item in items[index + 1 : index + 1 + NEAR]]
    return items[index].text == "стали" and is_metal("стали", following)
