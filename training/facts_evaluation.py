"""Measure the facts' models on annotated mentions, so that only the facts are measured.

    python -m training.facts_evaluation FOLDER... --test FOLDER...     learn from the first, measure on the others
    python -m training.facts_evaluation FOLDER... --folds 5            cross-validation over articles
    python -m training.facts_evaluation --test FOLDER...               the shipped weights

Figures are those of `pipeline.comparison` (facts F1, shares of slots). `--errors` lists the facts that are wrong.
"""

import argparse
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from pipeline.comparison.report import ScoredRun, score_run
from pipeline.facts.finder import drafts, facts_of_drafts
from pipeline.facts.model import Model, model
from pipeline.records import Article, ArticleRecord, ProducedBy
from training.fact_examples import ReadArticle, read_articles
from training.facts import train

Models = Callable[[str], Model]
SLOTS = ("indicator", "object", "subject", "date", "location", "status")


def found(article: ReadArticle, models: Models) -> ArticleRecord:
    """Return the record of an article with its annotated mentions and the facts that the models find."""
    findings, text = article.scene.findings, article.gold.text
    return ArticleRecord(
        article=Article(id=article.gold.article.id, published=article.gold.article.published, text=text),
        organizations=findings.organizations,
        locations=findings.locations,
        people=findings.people,
        dates=findings.dates,
        quantities=findings.quantities,
        facts=tuple(facts_of_drafts(article.scene, article.cast, drafts(article.scene, article.cast, models=models))),
        produced_by=ProducedBy(version="", model=""),
    )


def measured(articles: Sequence[ReadArticle], models: Models) -> ScoredRun:
    """Return the scores of the models on some articles."""
    return score_run([article.gold for article in articles], [found(article, models) for article in articles])


def cross_validated(articles: Sequence[ReadArticle], folds: int) -> ScoredRun:
    """Return the scores of all articles, each found by models that have not seen it."""
    scores = {}
    for fold in range(folds):
        models = train([a for i, a in enumerate(articles) if i % folds != fold], rounds=1)
        scores.update(measured(articles[fold::folds], models.__getitem__).articles)
    return ScoredRun(scores)


def lines(run: ScoredRun, errors: bool) -> Iterator[str]:
    """Yield the figures of a run, and its errors where they are wanted."""
    counts, shares = run.total.counts["facts"], run.total.shares
    slots = ", ".join(f"{slot} {shares[f'facts {slot}'].rate:.3f}" for slot in SLOTS)
    yield f"{len(run.articles)} articles: facts F1 {counts.f1:.3f} ({counts.gold} gold, {counts.predicted} found)"
    yield slots
    for name, scores in run.articles.items() if errors else ():
        yield from (f"{name} {e.cause} {e.gold or e.found}: {e.detail}" for e in scores.errors if e.kind == "facts")


def main() -> None:
    """Learn where that is wanted, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--test", nargs="+", type=Path, default=[])
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--errors", action="store_true")
    arguments = parser.parse_args()
    articles = list(read_articles(arguments.folders))
    if not arguments.test:
        print("\n".join(lines(cross_validated(articles, arguments.folds), arguments.errors)))
        return
    models = train(articles, rounds=1).__getitem__ if articles else model
    for folder in arguments.test:
        print(folder, *lines(measured(list(read_articles([folder])), models), arguments.errors), sep="\n")


if __name__ == "__main__":
    main()
