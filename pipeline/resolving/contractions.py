"""Contracted names: «Магнитогорский меткомбинат» and «Магнитогорский металлургический комбинат», «Минводресурсов»."""

import re
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_]+")
_LINKING = frozenset({"и", "по", "в", "на", "о", "об", "для", "с"})
#: Fewest letters that a contracted word keeps, and fewest of the whole contraction.
_FEWEST, _SHORTEST = 2, 6
#: Letters between the parts: «центр-о-банк», «пром-стро-й-банк».
_LINKS = ("о", "й")
#: Contracted names of state bodies: «Госпогранкомитет», «облисполком», «Россельхознадзор», «Самарастат».
_OF_STATE = re.compile(
    r"(?:гос|нац)[а-я]*(?:комитет|комиссия|агентство|служба|инспекция|контроль|комстат|реестр|совет|центр)"
    r"|(?:обл|гор|рай|мингор|миноб)[а-я]*(?:исполком|акимат|совет|дума|администрация|суд)"
    r"|[а-я]{3,}(?:надзор|стат|реестр|казна|казначейство|минводхоз)"
    r"|мин(?!ск|[а-я]*щин)[а-я]{3,}|[а-я]{4,}недра|глав[а-я]+управление|рос[а-я]*(?:агентство|служба|имущество|резерв|недра|водресурсы|рыболовство)"
)


def is_contracted_state_body(word: str) -> bool:
    """Say whether a word is made like the short name of a state body."""
    return _OF_STATE.fullmatch(word.casefold().replace("ё", "е")) is not None


@lru_cache(maxsize=10_000)
def contracts(short: str, full: str) -> bool:
    """Say whether the last word of `short` is put together of beginnings of the words of `full`, the others equal."""
    own, words = _words(short), _words(full)
    if not own or len(words) <= len(own) or own[:-1] != words[: len(own) - 1] or len(own[-1]) < _SHORTEST:
        return False
    rest = [word for word in words[len(own) - 1 :] if word not in _LINKING]
    return len(rest) > 1 and _begins(own[-1], rest)


@lru_cache(maxsize=20_000)
def _words(name: str) -> list[str]:
    return [match.group().casefold().replace("ё", "е") for match in _WORD.finditer(name)]


def _begins(letters: str, words: list[str]) -> bool:
    """Say whether letters are beginnings of two or more words in order; the last one may keep its case ending."""
    (word, *rest) = words
    for count in range(len(word), _FEWEST - 1, -1):
        if not letters.startswith(word[:count]):
            continue
        left = letters[count:]
        if not left:
            return len(rest) == 0
        if rest and any(_begins(left.removeprefix(link), rest) for link in ("", *_LINKS)):
            return True
    return False
