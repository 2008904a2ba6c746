"""A record in the terminal: the text with coloured mentions, then tables."""

from collections.abc import Iterable

from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipeline.explanation import Decision
from pipeline.records import ArticleRecord
from pipeline.writing.rows import TABLES, labelled_spans

COLOURS = {
    "organization": "black on bright_cyan",
    "location": "black on bright_green",
    "person": "black on bright_yellow",
    "date": "black on bright_magenta",
    "quantity": "white on blue",
}


def show_record(record: ArticleRecord, console: Console) -> None:
    """Print one record."""
    console.print(Text(f"{record.article.id}  {record.article.published or ''}", style="bold"))
    console.print(coloured(record))
    for title, (columns, rows) in TABLES.items():
        table = Table(*columns, title=title, title_justify="left")
        for row in rows(record):
            table.add_row(*map(Text, row))
        if table.row_count:
            console.print(table)
    for warning in record.warnings:
        console.print(Text(f"warning: {warning}", style="yellow"))


def coloured(record: ArticleRecord) -> Text:
    """Return the article's text with a colour for each kind of mention."""
    text = Text(record.article.text or "")
    for span in labelled_spans(record):
        text.stylize(COLOURS[span.label], span.start, span.end)
    return text


def show_decisions(decisions: Iterable[Decision], console: Console) -> None:
    """Print what was read and why."""
    table = Table("kind", "text", "read as", "because of")
    for decision in decisions:
        table.add_row(*map(Text, (decision.kind, decision.text, decision.value, decision.reason)))
    console.print(table)
