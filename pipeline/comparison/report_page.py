"""A comparison as one self-contained HTML page: scores, charts, and each article with gold and found side by side.

The data travel as JSON in the page and are set as text by its script, so that markup in an article is shown, not run.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from typing import Any

from pipeline.comparison.alignment import align
from pipeline.comparison.causes import overlaps
from pipeline.comparison.counts import Error, Scores, overall
from pipeline.comparison.gold import GoldArticle
from pipeline.comparison.report import ScoredRun, as_json
from pipeline.records import ArticleRecord

_FOLDER = files("pipeline.comparison").joinpath("page")
KINDS = {"organizations": "organization", "locations": "location", "people": "person"}
NONE = "—"


class Mark(dict[str, Any]):
    """A mark of the page: start, end, kind, label, optional."""

    @property
    def start(self) -> int:
        return int(self["start"])

    @property
    def end(self) -> int:
        return int(self["end"])


def report_page(run: ScoredRun, golds: Iterable[GoldArticle], records: Mapping[str, ArticleRecord]) -> str:
    """Return the page. `records` are by article id; an article without one is shown with nothing found."""
    figures = as_json(run)
    articles = [_article(gold, records.get(gold.article.id), run.articles[gold.article.id]) for gold in golds]
    data = {
        "overall": overall(run.total),
        "measures": [{"name": name, **figures[name]} for name in run.measures],
        "confusion": confusion(articles),
        "articles": articles,
    }
    # "<" never stands in the data as such: no article can close the script element that carries it.
    content = json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")
    page = _read("page.html").replace("/*STYLE*/", _read("page.css")).replace("/*SCRIPT*/", _read("page.js"))
    return page.replace("/*DATA*/", content)


def _read(name: str) -> str:
    return _FOLDER.joinpath(name).read_text(encoding="utf-8")


def _article(gold: GoldArticle, record: ArticleRecord | None, scores: Scores) -> dict[str, Any]:
    found = sorted(_marks(record), key=lambda mark: mark.start) if record else []
    wanted = sorted(_marks(gold), key=lambda mark: mark.start)
    errors = [_error(error) for error in sorted(scores.errors, key=lambda e: (e.gold or e.found or (0, 0)))]
    return {"id": gold.article.id, "text": gold.text, "gold": wanted, "found": found, "errors": errors}


def _error(error: Error) -> dict[str, Any]:
    places = {"gold": error.gold, "found": error.found}
    return {"kind": error.kind, "cause": error.cause, "detail": error.detail, **places}


def _marks(source: GoldArticle | ArticleRecord) -> Iterator[Mark]:
    for group, kind in KINDS.items():
        for entity in getattr(source, group):
            label = f"{kind} {getattr(entity, 'kind', None) or ''}: {entity.name}"
            for mention in entity.mentions:
                yield _mark(mention, kind, label)
    for date in source.dates:
        yield _mark(date, "date", f"{date.kind} {date.first or ''}…{date.last or ''} {date.duration or ''}")
    for item in source.quantities:
        value = item.value if item.value is not None else f"{item.low}…{item.high}"
        yield _mark(item, "quantity", f"{value} {item.unit or item.dimension} {item.change or ''}")


def _mark(mention: Any, kind: str, label: str) -> Mark:
    optional = getattr(mention, "optional", False)
    return Mark(start=mention.start, end=mention.end, kind=kind, label=label.strip(), optional=optional)


def confusion(articles: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Return how often a gold mention of one kind was found as another, or not at all; optional mentions left out."""
    kinds = [*KINDS.values(), "date", "quantity", NONE]
    cells = [[0] * len(kinds) for _ in kinds]
    for article in articles:
        wanted = [mark for mark in article["gold"] if not mark["optional"]]
        found = article["found"]
        pairs = align(wanted, found, lambda a, b: float(a["kind"] == b["kind"]) if overlaps(a, b) else None)
        for index, mark in enumerate(wanted):
            other = found[pairs[index]]["kind"] if index in pairs else NONE
            cells[kinds.index(mark["kind"])][kinds.index(other)] += 1
        for index, mark in enumerate(found):
            if index not in pairs.values() and not any(overlaps(mark, other) for other in article["gold"]):
                cells[-1][kinds.index(mark["kind"])] += 1
    return {"kinds": kinds, "rows": cells}
