"""`svodka show`: one article or record, coloured, in the terminal or as a page."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError
from rich.console import Console

from pipeline.cli.terminal import show_decisions, show_record
from pipeline.errors import RecordError, SettingsError
from pipeline.reading import read
from pipeline.records import Article, ArticleRecord, Failure
from pipeline.writing.atomic import write_atomic


def show(
    file: Annotated[str, typer.Argument(metavar="FILE", help="An article, or a record that extract wrote (.json).")],
    html: Annotated[Path | None, typer.Option(help="Write a self-contained page here instead.")] = None,
    why: Annotated[bool, typer.Option("--why", help="Show which rule or features decided each value.")] = False,
) -> None:
    """Show an article with coloured mentions, and its dates, quantities and facts as tables.

    Example: [bold]svodka show news/article.txt --html article.html[/bold]

    Example: [bold]svodka show news/article.txt --why[/bold]
    """
    if why:
        _explain(file)
        return
    records = list(_records(file))
    if html is None:
        console = Console()
        for record in records:
            show_record(record, console)
        return
    from pipeline.writing.page import page  # displaCy comes with spaCy, which is slow to load

    write_atomic(html, page(records).encode("utf-8"))
    typer.echo(html)


def _explain(file: str) -> None:
    from pipeline.extractor import Extractor

    extractor = Extractor()
    articles = [_load(Path(file)).article] if file.endswith(".json") else map(_article, read([file]))
    for article in articles:
        show_decisions(extractor.explain(article), Console())


def _records(file: str) -> Iterator[ArticleRecord]:
    if file.endswith(".json"):
        yield _load(Path(file))
        return
    from pipeline.extractor import Extractor

    extractor = Extractor()
    for item in read([file]):
        yield extractor(_article(item))


def _article(item: Article | Failure) -> Article:
    if isinstance(item, Failure):
        raise SettingsError(f"{item.source}: {item.error}")
    return item


def _load(path: Path) -> ArticleRecord:
    try:
        record = ArticleRecord.model_validate(json.loads(path.read_bytes()))
    except OSError as error:
        raise SettingsError(f"{path}: {error.strerror}: check the path") from error
    except (ValueError, ValidationError) as error:
        raise RecordError(f"{path}: no record of ours: {error}") from error
    if record.article.text is None:
        raise RecordError(f"{path}: the record was written without its text: extract again without --no-text")
    return record
