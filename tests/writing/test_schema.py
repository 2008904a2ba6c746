"""schemas/ is what the models say today."""

from pathlib import Path

from pipeline.writing.schema import schemas


def test_the_schema_files_are_not_stale() -> None:
    folder = Path(__file__).resolve().parents[2] / "schemas"
    kept = {path.name: path.read_text("utf-8") for path in folder.glob("*.schema.json")}
    assert kept == schemas(), "run: svodka schema -o schemas"
