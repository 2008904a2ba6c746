"""A comparison of records with gold: the scores of each article, their sum, and what tables and JSON show of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pipeline.comparison.bootstrap import Interval, difference_intervals, intervals
from pipeline.comparison.counts import Scores, overall
from pipeline.comparison.gold import GoldArticle
from pipeline.comparison.scoring import score_article
from pipeline.records import ArticleRecord


@dataclass(frozen=True)
class ScoredRun:
    """The scores of one run against gold, article by article in the order of the gold files."""

    articles: Mapping[str, Scores]

    @cached_property
    def total(self) -> Scores:
        """The counts of all articles added up: micro-averages come from it."""
        total = Scores()
        for scores in self.articles.values():
            total.add(scores)
        return total

    @property
    def measures(self) -> Sequence[str]:
        """Names of the measures, in the order in which they are shown."""
        return tuple(self.total.counts)

    @cached_property
    def intervals(self) -> Mapping[str, Interval]:
        """95 % bootstrap intervals of F1 over articles."""
        return intervals(list(self.articles.values()), self.measures)

    def macro(self, measure: str) -> float:
        """Mean over articles of a measure's F1, articles that have neither gold nor found items left out."""
        rows = [scores.counts[measure] for scores in self.articles.values()]
        rates = [counts.f1 for counts in rows if counts.gold or counts.predicted]
        return sum(rates) / len(rates) if rates else 0.0

    def value(self, name: str) -> float:
        """Return one figure by name: `overall`, a measure's F1 («facts», «dates value») or a share («facts status»).

        Raises KeyError where there is no such figure.
        """
        if name == "overall":
            return overall(self.total)
        if name in self.total.counts:
            return self.total.counts[name].f1
        return self.total.shares[name].rate


def unmatched(golds: Iterable[GoldArticle], records: Iterable[ArticleRecord]) -> tuple[list[str], list[str]]:
    """Return the ids of gold articles without a record, and of records without a gold article."""
    wanted, found = {gold.article.id for gold in golds}, {record.article.id for record in records}
    return sorted(wanted - found), sorted(found - wanted)


def score_run(golds: Iterable[GoldArticle], records: Iterable[ArticleRecord]) -> ScoredRun:
    """Score records against gold; a gold article without a record counts as one with nothing in it."""
    by_id = {record.article.id: record for record in records}
    return ScoredRun({gold.article.id: score_article(gold, by_id.get(gold.article.id)) for gold in golds})


def as_json(run: ScoredRun) -> dict[str, Any]:
    """Return the figures of a run for machines: the referee's keys, intervals and macro-averages besides."""
    rows: dict[str, Any] = {}
    for name in run.measures:
        counts, interval = run.total.counts[name], run.intervals[name]
        rows[name] = {
            "precision": round(counts.precision, 4), "recall": round(counts.recall, 4), "f1": round(counts.f1, 4),
            "gold": counts.gold, "predicted": counts.predicted, "hits": counts.hits,
            "macro_f1": round(run.macro(name), 4), "interval": [round(interval.low, 4), round(interval.high, 4)],
        }  # fmt: skip
    shares = {name: round(share.rate, 4) for name, share in sorted(run.total.shares.items())}
    return {**rows, "overall": round(overall(run.total), 4), "shares": shares, "articles": len(run.articles)}


@dataclass(frozen=True, slots=True)
class Change:
    """What run B made of one article and kind of record: errors of A that are gone, and errors that are new."""

    article: str
    kind: str
    fixed: tuple[str, ...]
    broken: tuple[str, ...]


def changes(a: ScoredRun, b: ScoredRun) -> list[Change]:
    """Return what B fixed and what it broke, by article and kind, articles without a change left out."""
    found = []
    for article, before in a.articles.items():
        after = b.articles[article]
        for kind in dict.fromkeys(error.kind for error in (*before.errors, *after.errors)):
            old, new = _labels(before, kind), _labels(after, kind)
            if old != new:
                found.append(Change(article, kind, tuple(sorted(old - new)), tuple(sorted(new - old))))
    return found


def _labels(scores: Scores, kind: str) -> set[str]:
    """Errors of one kind as text; the place tells apart what reads the same."""
    return {f"{e.cause}: {e.detail} @{(e.gold or e.found or (0, 0))[0]}" for e in scores.errors if e.kind == kind}


def differences(a: ScoredRun, b: ScoredRun) -> Mapping[str, Interval]:
    """Return the paired 95 % bootstrap interval of F1(b) - F1(a) for each measure and overall."""
    return difference_intervals(list(a.articles.values()), list(b.articles.values()), a.measures)
