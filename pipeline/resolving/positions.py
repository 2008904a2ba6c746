"""What a person is, as the text says beside the name: «министр энергетики Х», «Х, директор завода».

The position is the noun phrase around the nearest head noun of positions (knowledge/people); it keeps the state body
that it belongs to and leaves out the company («главный экономист ИК «Х»» is a «главный экономист» of it).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import dropwhile, islice

from spacy.tokens import Token

from pipeline.finding.mentions import NameMention
from pipeline.knowledge.organizations import legal_forms
from pipeline.knowledge.people import position_words
from pipeline.language.inflection import nominative
from pipeline.language.morphology import parses
from pipeline.resolving.bodies import without_company
from pipeline.resolving.context import QUOTES
from pipeline.resolving.surroundings import Surroundings
from pipeline.resolving.word_classes import cases_of

_STOPS = frozenset(":;,.—–-!?()…\n")
_LONGEST = 24
_NOMINAL = frozenset({"NOUN", "ADJF", "PRTF", "PREP", "CONJ", "NUMR", "PRCL"})


@dataclass(frozen=True, slots=True)
class Position:
    """A position: its text in the nominative, the cases of its head, the organization mentioned in it."""

    text: str
    cases: frozenset[str]
    organization: NameMention | None


def position_before(around: Surroundings, mention: NameMention) -> Position | None:
    """Return the position that stands directly before a name."""
    phrase = list(_phrase(around, _past_bracket(around.left(mention))))[::-1]
    return _position(around, phrase)


def _past_bracket(tokens: Iterator[Token]) -> Iterator[Token]:
    """Yield tokens to the left without a bracket right before the name: «глава «Х» (АЖД) Рустамов»."""
    first = next(tokens, None)
    if first is not None and first.text == ")":
        tokens = islice(dropwhile(lambda token: token.text != "(", tokens), 1, None)
    elif first is not None:
        yield first
    yield from tokens


def position_after(around: Surroundings, mention: NameMention) -> Position | None:
    """Return the position that stands after a name as an apposition: «Х, директор завода, …»."""
    tokens = iter(around.right(mention))
    first = next(tokens, None)
    if first is None or first.text not in (",", "—", "–", "("):
        return None
    phrase = list(_phrase(around, tokens))
    start = next((i for i, token in enumerate(phrase) if _is_position(token.text)), None)
    if start is None or any(not _is_adjective(token.text) for token in phrase[:start]):
        return None
    return _position(around, phrase)


def _phrase(around: Surroundings, tokens: Iterator[Token]) -> Iterator[Token]:
    """Yield the tokens of a nominal phrase up to a verb or a mark that ends it."""
    near = list(islice(tokens, _LONGEST))
    for index, token in enumerate(near):
        if token.text in _STOPS and not _enumerates(near, index):
            return
        other = around.mention_of(token)
        if other is not None and other.label == "person":
            return
        if other is None and token.text not in QUOTES and not _is_nominal(token.text):
            return
        yield token


def _enumerates(tokens: Sequence[Token], index: int) -> bool:
    """Tell the comma of «министр инвестиций, промышленности и торговли»."""
    if tokens[index].text != "," or not 0 < index < len(tokens) - 1:
        return False
    return all(_is_genitive_noun(token.text) for token in (tokens[index - 1], tokens[index + 1]))


@lru_cache(maxsize=20_000)
def _is_genitive_noun(word: str) -> bool:
    best = parses(word)[0]
    return word.islower() and best.pos == "NOUN" and any(parse.case == "gent" for parse in parses(word))


@lru_cache(maxsize=20_000)
def _is_nominal(word: str) -> bool:
    found = parses(word)
    is_name = word in legal_forms() or (word.isupper() and len(word) > 1)  # «эксперт ФГ «Х»»
    return not word[0].isalnum() or is_name or (bool(found) and found[0].pos in _NOMINAL)


@lru_cache(maxsize=20_000)
def _is_position(word: str) -> bool:
    return any(_is_listed(parse.lemma) for parse in parses(word) if parse.pos in ("NOUN", "PRTF"))


def _is_listed(lemma: str) -> bool:
    """Say whether a lemma is a position, alone or behind a prefix («экс-министр»)."""
    return lemma in position_words() or ("-" in lemma and lemma.rpartition("-")[2] in position_words())


def _cases_of_position(word: str) -> frozenset[str]:
    """Return the cases of a head noun as a position («аналитик» is no genitive of «аналитика»)."""
    return frozenset(parse.case for parse in parses(word) if _is_listed(parse.lemma) and parse.number == "sing")


def _is_adjective(word: str) -> bool:
    return any(parse.pos in ("ADJF", "PRTF") for parse in parses(word))


def _position(around: Surroundings, phrase: Sequence[Token]) -> Position | None:
    heads = [i for i, t in enumerate(phrase) if around.mention_of(t) is None and _is_position(t.text)]
    if not heads:
        return None
    head = _governing(phrase, heads)
    start = head
    while start > 0 and around.mention_of(phrase[start - 1]) is None and _describes(phrase[start - 1].text):
        start -= 1
    kept = without_company(around, phrase[start:])
    if not kept:
        return None
    organization = next(
        (m for token in phrase[start:] if (m := around.mention_of(token)) and m.label == "organization"), None
    )
    cases = _cases_of_position(phrase[head].text)
    text = around.text[kept[0].idx : kept[-1].idx + len(kept[-1].text)].strip()
    shown = nominative(text, cases=cases) if cases else _one_of_many(phrase[head].text)
    return Position(_uncapitalized(shown), cases, organization)


def _one_of_many(plural: str) -> str:
    """Return the singular of a position said of several people: «аналитики Х и У»."""
    return next(parse.lemma for parse in parses(plural) if _is_listed(parse.lemma))


def _uncapitalized(position: str) -> str:
    """Write the first word small unless it is an abbreviation: its capital is the sentence's."""
    first = position.split()[0]
    return position if first[1:] != first[1:].lower() else position[0].lower() + position[1:]


def _governing(phrase: Sequence[Token], heads: Sequence[int]) -> int:
    """Return the head noun that the others hang on in the genitive: заместитель ← руководителя ← …"""
    head = heads[-1]
    for earlier in reversed(heads[:-1]):
        if not cases_of(phrase[head].text) & {"gent"}:
            break
        head = earlier
    return head


def _describes(word: str) -> bool:
    return _is_adjective(word) and not word[0].isdigit()
