"""Conversion between gold formats: what a format can hold comes back the same; what it cannot is said."""

import json
from pathlib import Path

import pytest

from pipeline.comparison.conversion import FORMATS, format_of, load, save
from pipeline.comparison.formats.standoff import Document, LabelledSpan, from_gold, to_gold
from pipeline.comparison.gold_xml import read_gold_xml
from pipeline.comparison.labels import OURS, load_map, map_names, relabelled
from pipeline.errors import GoldError
from pipeline.records import Article
from tests.comparison.samples import gold_article, write_gold

TARGETS = {
    "gold": "gold", "labelstudio": "a.labelstudio.json", "doccano": "a.doccano.jsonl", "records": "a.jsonl",
    "brat": "brat", "conll": "a.conll", "docbin": "a.spacy", "labelstudio-predictions": "a.predictions.json",
}  # fmt: skip


def spans(document: Document) -> list[tuple[int, int, str]]:
    return sorted((span.start, span.end, span.label) for span in document.spans)


@pytest.mark.parametrize("name", FORMATS)
def test_spans_and_text_survive_every_format(tmp_path: Path, name: str) -> None:
    document = from_gold(gold_article(tmp_path))
    target = tmp_path / TARGETS[name]
    save([document], target, name)
    (back,), notes = load(target, name)
    assert notes == []
    assert back.text == document.text
    assert back.article.id == "sample"
    assert spans(back) == spans(document)


@pytest.mark.parametrize("name", ["gold", "docbin", "labelstudio", "labelstudio-predictions"])
def test_lossless_formats_give_the_same_gold_article(tmp_path: Path, name: str) -> None:
    gold = gold_article(tmp_path)
    save([from_gold(gold)], tmp_path / TARGETS[name], name)
    (back,), _ = load(tmp_path / TARGETS[name], name)
    assert to_gold(back) == gold


def test_brat_keeps_values_and_facts_in_notes(tmp_path: Path) -> None:
    gold = gold_article(tmp_path)
    losses = save([from_gold(gold)], tmp_path / "brat", "brat")
    (back,), _ = load(tmp_path / "brat", "brat")
    assert to_gold(back).quantities == gold.quantities
    assert to_gold(back).facts == gold.facts
    assert "publication date" in losses[0]


def test_brat_reads_discontinuous_spans(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("южная и северная зоны", encoding="utf-8")
    (tmp_path / "a.ann").write_text("T1\tlocation 0 5;17 21\tюжная зоны\n", encoding="utf-8")
    (document,), _ = load(tmp_path / "a.ann")
    assert document.spans[0].fragments == ((0, 5), (17, 21))
    save([document], tmp_path / "out", "brat")
    assert (tmp_path / "out" / "a.ann").read_text(encoding="utf-8") == "T1\tlocation 0 5;17 21\tюжная зоны\n"


def test_label_studio_offsets_are_code_points(tmp_path: Path) -> None:
    document = Document(
        article=Article(id="a", text="🚂 КТЖ"), spans=(LabelledSpan(label="organization", fragments=((2, 5),)),)
    )
    save([document], tmp_path / "a.labelstudio.json")
    task = json.loads((tmp_path / "a.labelstudio.json").read_text(encoding="utf-8"))[0]
    value = task["annotations"][0]["result"][0]["value"]
    assert (value["start"], value["end"], value["text"]) == (2, 5, "КТЖ")


def test_conll_without_our_comments_is_read_as_tokens(tmp_path: Path) -> None:
    (tmp_path / "a.conll").write_text("Завод O\nКТЖ B-ORG\nв O\nАлма B-LOC\n-Ате I-LOC\n", encoding="utf-8")
    (document,), notes = load(tmp_path / "a.conll", labels={"ORG": "organization", "LOC": "location"})
    assert document.text == "Завод КТЖ в Алма -Ате"
    assert spans(document) == [(6, 9, "organization"), (12, 21, "location")]
    assert notes == []


@pytest.mark.parametrize("name", map_names())
def test_label_maps_lead_to_our_labels(name: str) -> None:
    assert set(load_map(name).values()) <= set(OURS)


def test_unknown_labels_are_left_out_and_counted() -> None:
    span = LabelledSpan(label="ANIMAL", fragments=((0, 4),))
    document = Document(article=Article(id="a", text="Тигр"), spans=(span,))
    mapped, left_out = relabelled(document, load_map("nerel"))
    assert mapped.spans == ()
    assert left_out == {"ANIMAL": 1}


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('ref="l1"', 'ref="l9"', r"sample.gold.xml:\d+: ref 'l9' is no location"),
        ('unit="%"', 'unit="%" value2="1"', r"sample.gold.xml:\d+: <quantity> value2: Extra inputs"),
        ('dimension="mass"', 'dimension="weight"', r"sample.gold.xml:\d+: <quantity> dimension: Input should be"),
        ("</facts>", "</fact>", r"sample.gold.xml:.*line \d+"),
        ('quantity="q3" indicator', 'quantity="q9" indicator', r"quantity 'q9' is no id of this article"),
        ("<entities>", "<entitie>", "sample.gold.xml"),
    ],
)
def test_a_broken_gold_file_is_refused_with_file_line_and_reason(
    tmp_path: Path, old: str, new: str, reason: str
) -> None:
    path = write_gold(tmp_path)
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(GoldError, match=reason):
        read_gold_xml(path)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.ann", "T1\torganization 0 99\tКТЖ\n", r"a.ann:1: the text there reads 'КТЖ растёт'"),
        ("a.ann", "T1\torganization x 3\tКТЖ\n", r"a.ann:1: invalid literal"),
        ("a.conll", "КТЖ B-ORG\nрастёт\n", r"a.conll:2: a token and an IOB2 tag"),
        ("a.doccano.jsonl", '{"text": "КТЖ", "label": [[0, 3, "ORG"]]}\n{"text": "КТЖ"', r"a.doccano.jsonl:2: "),
        ("a.doccano.jsonl", '{"text": "КТЖ", "label": [[0, 9, "ORG"]]}', r"jsonl:1: .*span 0–9 \(ORG\) is not in the"),
        ("a.doccano.jsonl", '{"label": [[0, 3, "ORG"]]}', r"a.doccano.jsonl:1: 'text' is missing"),
        ("a.labelstudio.json", '[{"data": {"id": "a"}}]', r"task 1: 'text' is missing"),
        ("a.labelstudio.json", '[\n{"data": ', r"a.labelstudio.json:2: no JSON"),
        ("a.spacy", "КТЖ", r"a.spacy: no spaCy DocBin"),
    ],
)
def test_broken_files_of_other_formats_are_refused_too(tmp_path: Path, name: str, content: str, reason: str) -> None:
    (tmp_path / "a.txt").write_text("КТЖ растёт", encoding="utf-8")
    (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(GoldError, match=reason):
        load(tmp_path / name)


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.conll").write_bytes("КТЖ B-ORG\n".encode("cp1251"))
    with pytest.raises(GoldError, match=r"a\.conll: byte 0 is not UTF-8"):
        load(tmp_path / "a.conll")


def test_formats_are_told_by_name_or_named(tmp_path: Path) -> None:
    assert format_of(Path("x.gold.xml")) is FORMATS["gold"]
    assert format_of(Path("x.jsonl")) is FORMATS["records"]
    assert format_of(Path("x.doccano.jsonl")) is FORMATS["doccano"]
    with pytest.raises(GoldError, match="name it"):
        format_of(Path("x.docx"))
    with pytest.raises(GoldError, match="no such file"):
        load(tmp_path / "absent.conll")
