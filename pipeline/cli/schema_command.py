"""`svodka schema`: JSON Schema of the records."""

from pathlib import Path
from typing import Annotated

import typer

from pipeline.writing.atomic import write_atomic
from pipeline.writing.schema import schemas


def schema(
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder for the *.schema.json files.")] = Path("schemas"),
) -> None:
    """Write the JSON Schema of the records.

    Example: [bold]svodka schema -o schemas[/bold]
    """
    out.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        write_atomic(out / name, text.encode("utf-8"))
        typer.echo(out / name)
