"""Whose rouble or manat an article means: the country that its words place the passage in."""

from functools import lru_cache

from pipeline.finding.quantities.passage import Passage
from pipeline.knowledge.currencies import currencies, place_evidence

#: How much a word of the same sentence, of the same paragraph, of the rest of the article tells.
NEAR, SAME_PARAGRAPH, ELSEWHERE = 6.0, 3.0, 1.0


class Roubles:
    """Resolves «рублей» in one article."""

    def __init__(self, passage: Passage) -> None:
        self._passage = passage
        self._evidence: list[tuple[int, str]] | None = None

    def code(self, noun: str, position: int) -> str:
        """Return the ISO code of a currency's noun at an offset."""
        currency = next(currency for currency in currencies() if currency.noun == noun)
        home = currency.code[:2]  # ISO 4217: the country of its first two letters
        country = self._country(position, (home, *currency.by_country))
        return currency.by_country.get(country, currency.code)

    def _country(self, position: int, candidates: tuple[str, ...]) -> str:
        weights: dict[str, float] = {}
        sentence, paragraph = self._passage.sentence_of(position), self._passage.paragraph_of(position)
        for at, country in self._places():
            if country not in candidates:
                continue
            near = NEAR if sentence[0] <= at < sentence[1] else ELSEWHERE
            near = SAME_PARAGRAPH if near == ELSEWHERE and paragraph[0] <= at < paragraph[1] else near
            weights[country] = weights.get(country, 0) + near
        return max(weights, key=lambda country: weights[country], default="")

    def _places(self) -> list[tuple[int, str]]:
        if self._evidence is None:
            words = self._passage.words
            self._evidence = [(word.start, country) for word in words for country in _countries(word.lower)]
        return self._evidence


@lru_cache(maxsize=10_000)
def _countries(form: str) -> tuple[str, ...]:
    return tuple(c for c, stems in place_evidence().items() for stem in stems if form.startswith(stem))
