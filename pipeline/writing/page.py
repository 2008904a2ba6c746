"""A self-contained HTML page: the text drawn by displaCy, then tables. No script, nothing loaded from elsewhere."""

from collections.abc import Iterable
from html import escape

from spacy import displacy

from pipeline.records import ArticleRecord
from pipeline.writing.rows import TABLES, labelled_spans

COLOURS = {
    "organization": "#a5e1f3", "location": "#b9e6a8", "person": "#ffe08a", "date": "#e3c4f4", "quantity": "#c6d3ff",
}  # fmt: skip
STYLE = """
body { font: 16px/1.6 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #222 }
table { border-collapse: collapse; margin: 1rem 0; font-size: .9rem } caption { text-align: left; font-weight: bold }
td, th { border-bottom: 1px solid #ddd; padding: .2rem .8rem .2rem 0; text-align: left; vertical-align: top }
"""


def page(records: Iterable[ArticleRecord]) -> str:
    """Return the page of some records, one after another."""
    body = "\n".join(map(_article, records))
    return (
        f'<!DOCTYPE html>\n<html lang="ru">\n<head>\n<meta charset="utf-8">\n<title>Svodka</title>\n'
        f"<style>{STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _article(record: ArticleRecord) -> str:
    title = escape(record.article.title or record.article.id)
    tables = "".join(_table(name, record) for name in TABLES)
    warnings = "".join(f"<p>⚠ {escape(warning)}</p>\n" for warning in record.warnings)
    day = record.article.published or ""
    return f"<article>\n<h1>{title}</h1>\n<p>{day}</p>\n{_text(record)}\n{tables}{warnings}</article>"


def _text(record: ArticleRecord) -> str:
    spans = [{"start": span.start, "end": span.end, "label": span.label} for span in labelled_spans(record)]
    drawing = {"text": record.article.text or "", "ents": spans, "title": None}
    return displacy.render(drawing, style="ent", manual=True, page=False, jupyter=False, options={"colors": COLOURS})


def _table(name: str, record: ArticleRecord) -> str:
    columns, rows = TABLES[name]
    lines = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>\n" for row in rows(record))
    if not lines:
        return ""
    head = "".join(f"<th>{escape(column)}</th>" for column in columns)
    return f"<table>\n<caption>{name}</caption>\n<tr>{head}</tr>\n{lines}</table>\n"
