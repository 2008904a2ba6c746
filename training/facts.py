"""Learn the weights of the facts' models from annotated articles.

    python -m training.facts FOLDER [FOLDER ...] [--rounds 2] [--out pipeline/facts/weights]

FOLDER holds *.gold.xml. Each slot has a linear model (`pipeline.facts.model`) that is fitted by maximum likelihood with
an L2 penalty. In the first round the facts before a quantity are the annotated ones; in the following rounds they are
those that a model of the other articles finds, so that the model knows how far its own past choices can be trusted
(dates keep the first round: SURE_PAST).
"""

import argparse
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np

from pipeline.facts.model import SLOTS, Model
from training.fact_examples import Example, ReadArticle, examples, read_articles
from training.linear import fit_candidates
from training.linear_classes import fit_classes

#: L2 penalties by slot: the best on held-out articles of 0.5, 1, 2, 4, 8 (choices by annotated facts before).
PENALTIES = {"indicator": 1.5, "status": 3.0, "subject": 6.0, "date": 8.0, "location": 3.0, "object": 1.0}
#: Slots that learn from the annotated facts before: dates so found carry on farther, and wrongly.
SURE_PAST = frozenset({"date"})
FOLDS = 5
LEAST_WEIGHT = 0.03

Models = dict[str, Model]


def train(articles: Sequence[ReadArticle], rounds: int) -> Models:
    """Return the models of all slots."""
    sure: list[Sequence[Example]] = [examples(article) for article in articles]
    found = sure
    for _ in range(rounds - 1):
        found = list(_with_predicted_past(articles, found))
    kept = [e for per_article in sure for e in per_article if e.slot in SURE_PAST]
    return fit_all([*kept, *(e for per_article in found for e in per_article if e.slot not in SURE_PAST)])


def _with_predicted_past(
    articles: Sequence[ReadArticle], found: Sequence[Sequence[Example]]
) -> Iterable[Sequence[Example]]:
    """Examples whose facts before are those found by models that have not seen the article."""
    results: list[Sequence[Example]] = [()] * len(articles)
    for fold in range(FOLDS):
        models = fit_all(e for i, per_article in enumerate(found) if i % FOLDS != fold for e in per_article)
        for index in range(fold, len(articles), FOLDS):
            results[index] = examples(articles[index], models)
    return results


def fit_all(given: Iterable[Example]) -> Models:
    """Return a model for each slot of the examples."""
    given = list(given)
    by_slot = {slot: [example for example in given if example.slot == slot] for slot in SLOTS}
    return {
        slot: (fit_classes if own[0].classes else fit_candidates)(own, PENALTIES[slot]) for slot, own in by_slot.items()
    }


def write(models: Models, folder: Path) -> None:
    """Write the weights as JSON, one file a slot, without those near nought."""
    folder.mkdir(parents=True, exist_ok=True)
    for slot, model in models.items():
        shared = {
            feature: _rounded(dict(zip(model.classes, row.tolist(), strict=True)))
            for feature, row in sorted(model.shared.items())
        }
        content = {
            "classes": model.classes,
            "vectors": bool(model.vectors),
            "tied": _rounded(dict(sorted(model.tied.items()))),
            "shared": {feature: weights for feature, weights in shared.items() if weights},
        }
        text = json.dumps(content, ensure_ascii=False, indent=0)
        (folder / f"{slot}.json").write_text(text + "\n", encoding="utf-8")
        if model.vectors:
            halves = {zone: matrix.astype(np.float16) for zone, matrix in model.vectors.items()}
            np.savez_compressed(folder / f"{slot}.npz", **halves)  # type: ignore[arg-type]


def _rounded(weights: Mapping[str, float]) -> dict[str, float]:
    return {name: round(weight, 3) for name, weight in weights.items() if abs(weight) >= LEAST_WEIGHT}


def main() -> None:
    """Read the articles, learn, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--out", type=Path, default=Path("pipeline/facts/weights"))
    arguments = parser.parse_args()
    articles = list(read_articles(arguments.folders))
    models = train(articles, arguments.rounds)
    write(models, arguments.out)
    print(f"{len(articles)} articles, {sum(len(model.tied) for model in models.values())} tied weights")


if __name__ == "__main__":
    main()
