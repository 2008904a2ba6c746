"""`svodka convert`: gold files from one format into another."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.options import takes
from pipeline.comparison.conversion import FORMATS, load, save
from pipeline.comparison.labels import load_map

_KNOWN = ", ".join(FORMATS)


@dataclass(frozen=True)
class ConvertOptions:
    """The parameters of `svodka convert`."""

    source: Annotated[Path, typer.Argument(metavar="IN", help="A file or folder in any of the formats.")]
    target: Annotated[Path, typer.Argument(metavar="OUT", help="The file, or folder for gold and brat, to write.")]
    from_format: Annotated[str | None, typer.Option("--from", help=f"Format of IN: {_KNOWN}.")] = None
    to_format: Annotated[str | None, typer.Option("--to", help="Format of OUT; else told by its name.")] = None
    labels: Annotated[
        str | None, typer.Option(help="Label map: nerel, rured, factrueval, collection5, bsnlp, ontonotes or a file.")
    ] = None


@takes(ConvertOptions)
def convert(options: ConvertOptions) -> None:
    """Convert gold files between formats; what the target cannot hold is said on standard error.

    Example: [bold]svodka convert corpus/gold tasks.labelstudio.json[/bold]

    Example: [bold]svodka convert nerel/train gold --from brat --to gold --labels nerel[/bold]
    """
    labels = load_map(options.labels) if options.labels else None
    documents, notes = load(options.source, options.from_format, labels)
    losses = save(documents, options.target, options.to_format)
    for note in [*notes, *losses]:
        typer.echo(note, err=True)
    typer.echo(f"{len(documents)} article(s) written to {options.target}", err=True)
