"""Scores: exact counts, optimal and order-free alignment, errors with their cause; figures equal to the referee's."""

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from pipeline.comparison.alignment import align
from pipeline.comparison.counts import Counts, Scores, overall
from pipeline.comparison.gold import gold_files
from pipeline.comparison.gold_xml import read_gold_xml
from pipeline.comparison.report import as_json, score_run
from pipeline.comparison.scoring import score_article
from pipeline.records import ArticleRecord
from tests.comparison.samples import corrupted, gold_article, perfect_record


def test_a_perfect_record_has_every_figure_one(tmp_path: Path) -> None:
    gold = gold_article(tmp_path)
    scores = score_article(gold, perfect_record(gold))
    assert overall(scores) == 1
    assert {counts.f1 for counts in scores.counts.values()} == {1}
    assert {share.rate for share in scores.shares.values()} == {1}
    assert scores.errors == []


def test_no_record_counts_as_a_record_with_nothing_in_it(tmp_path: Path) -> None:
    scores = score_article(gold_article(tmp_path), None)
    assert scores.counts["organizations exact"] == Counts(0, 0, 1)  # the optional mention is no miss
    assert scores.counts["quantities value"] == Counts(0, 0, 3)
    assert scores.counts["facts"] == Counts(0, 0, 2)
    assert {error.cause for error in scores.errors} == {"missed"}


def test_errors_name_their_cause(tmp_path: Path) -> None:
    gold = gold_article(tmp_path)
    data = json.loads(perfect_record(gold).model_dump_json())
    data["quantities"][0]["value"] = 1300
    place = data["locations"][0]["mentions"][0]
    place |= {"start": place["start"] - 2, "text": "в Актау"}
    data["facts"][0]["subject"] = None
    scores = score_article(gold, ArticleRecord.model_validate(data))
    assert sorted((error.kind, error.cause) for error in scores.errors) == [
        ("facts", "wrong link"),
        ("locations", "wrong boundary"),
        ("quantities", "wrong value"),
    ]


def test_wrong_fields_and_kinds_are_errors_too(tmp_path: Path) -> None:
    gold = gold_article(tmp_path)
    data = json.loads(perfect_record(gold).model_dump_json())
    data["organizations"][0] |= {"name": "Актау", "kind": "bank", "country": "RU"}
    data["quantities"][1]["change"] = None
    data["facts"][0]["status"] = "planned"
    data["people"], person = [], data["people"][0]
    data["locations"].append({"id": "l9", "name": person["name"], "kind": "city", "mentions": person["mentions"]})
    scores = score_article(gold, ArticleRecord.model_validate(data))
    assert sorted((error.kind, error.cause, error.field) for error in scores.errors) == [
        ("facts", "wrong value", True),
        ("locations", "wrong kind", False),
        ("organizations", "wrong kind", True),
        ("organizations", "wrong link", True),
        ("organizations", "wrong value", True),
        ("people", "wrong kind", False),
        ("quantities", "wrong value", True),
    ]
    assert "Дина Сапарова: found as locations" in {error.detail for error in scores.errors}


def test_alignment_is_optimal_where_first_come_is_not() -> None:
    """The first gold item fits both found ones, the second only the first: greedy pairing would lose one."""
    fits = {("a", "x"), ("a", "y"), ("b", "x")}
    assert align(["a", "b"], ["x", "y"], lambda g, f: 0.0 if (g, f) in fits else None) == {0: 1, 1: 0}


@pytest.mark.parametrize("seed", range(10))
def test_the_order_of_records_never_matters(tmp_path: Path, seed: int) -> None:
    gold = gold_article(tmp_path)
    record = corrupted(perfect_record(gold), seed)
    data = record.model_dump()
    for group in ("organizations", "locations", "dates", "quantities", "facts"):
        data[group] = random.Random(seed).sample(data[group], len(data[group]))
    shuffled = score_article(gold, ArticleRecord.model_validate(data))
    scores = score_article(gold, record)
    assert (shuffled.counts, shuffled.shares) == (scores.counts, scores.shares)


def test_counts_add_up_exactly_over_articles(tmp_path: Path) -> None:
    gold = gold_article(tmp_path)
    parts = [score_article(gold, corrupted(perfect_record(gold), seed)) for seed in range(6)]
    total = Scores()
    for part in parts:
        total.add(part)
    for name, counts in total.counts.items():
        assert counts.gold == sum(part.counts[name].gold for part in parts)
        assert counts.hits == sum(part.counts[name].hits for part in parts)


def _referee(root: Path) -> Path:
    referee = root.parent / "shared" / "score.py"
    if not referee.exists():
        pytest.skip("the referee's score.py is not beside this checkout")
    return referee


@pytest.mark.parametrize("folder", ["corpus/gold", "../shared/gold"])
@pytest.mark.parametrize("seed", [None, 1, 2, 3])
def test_figures_are_the_referees(tmp_path: Path, root: Path, seed: int | None, folder: str) -> None:
    referee, folder_path = _referee(root), (root / folder).resolve()
    files = {str(file): read_gold_xml(file) for file in gold_files([folder_path])}
    if seed is not None:  # where two facts share a quantity, the referee's pairing depends on order and ours does not
        files = {
            file: gold for file, gold in files.items() if len({fact.quantity for fact in gold.facts}) == len(gold.facts)
        }
    golds = list(files.values())
    records = [perfect_record(gold) for gold in golds]
    if seed is not None:
        records = [corrupted(record, seed + i) for i, record in enumerate(records)]
    lines = [record.model_dump_json() for record in records]
    (tmp_path / "records.jsonl").write_text("\n".join(lines), encoding="utf-8")
    command = [sys.executable, str(referee), str(tmp_path / "records.jsonl"), *files, "--json"]
    theirs: dict[str, Any] = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    ours = as_json(score_run(golds, records))
    assert ours["overall"] == theirs["overall"]
    assert ours["shares"] == theirs["shares"]
    for name in theirs.keys() - {"overall", "shares"}:
        assert {key: ours[name][key] for key in theirs[name]} == theirs[name], name
