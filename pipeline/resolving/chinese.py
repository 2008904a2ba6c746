"""Chinese names in Latin letters, by their syllables (pinyin; Hanyu Pinyin, ISO 7098)."""

import re

_INITIAL = "(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])"
_FINAL = (
    "(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|a|e|i|o|u)"
)
_TWO_SYLLABLES = re.compile(f"{_INITIAL}{_FINAL}{_INITIAL}{_FINAL}", re.IGNORECASE)
#: What Latin names of other languages seldom have.
_TELLING = re.compile("zh|x|q[iu]|(?:ang|eng|ing|ong)$|ian|iao|ua|uo", re.IGNORECASE)


def is_chinese(word: str) -> bool:
    """Say whether a word is two Chinese syllables, one of them with a sound that tells («Zhengda», «Honghua»)."""
    return _TWO_SYLLABLES.fullmatch(word) is not None and _TELLING.search(word) is not None
