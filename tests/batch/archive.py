"""Archives for tests, and what a run left in its folder."""

import json
from functools import partial
from pathlib import Path
from typing import Any

from pipeline.batch.job import Job, Watch
from pipeline.batch.report import Report
from pipeline.batch.run import run_job
from pipeline.settings import Settings
from tests import stand_in

WORDS = (
    "завод", "выпустил", "прокат", "экспорт", "вырос", "область", "тенге", "добыча", "нефть", "уголь", "рынок", "цена",
    "план", "отчёт", "банк", "рост", "спад",
)  # fmt: skip


def text_of(number: int) -> str:
    """Return a text that no other number's text is like."""
    chosen = [WORDS[(number * 7 + place * (number % 11 + 1)) % len(WORDS)] for place in range(30)]
    return f"Предприятие{number} сообщило: {' '.join(chosen)} {number * 31} и {number * 17} тонн."


def write_archive(path: Path, count: int, special: dict[int, str] | None = None) -> Path:
    """Write `count` articles as JSON Lines; `special` replaces texts, or whole lines where they begin with a brace."""
    lines = []
    for number in range(count):
        text = (special or {}).get(number, text_of(number))
        row = {"id": f"a{number}", "text": text, "published": "2025-12-20"}
        lines.append(text if text.startswith("{") else json.dumps(row, ensure_ascii=False))
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


class Stop(BaseException):
    """An interruption at a chosen place."""


def stop_after(count: int) -> Watch:
    """Interrupt a run when so many articles are done."""

    def advanced(report: Report) -> None:
        if report.done == count:
            raise Stop

    return Watch(advanced=advanced)


def job(archive: Path | str, out: Path, **options: Any) -> Job:
    """Return a job with short times."""
    settings = options.pop("settings", Settings(seconds_per_article=2))
    return Job(paths=[str(archive)], out=out, settings=settings, **options)


def run(archive: Path | str, out: Path, **options: Any) -> Report:
    """Run a job with the stand-in for the models."""
    watch = options.pop("watch", Watch())
    wanted = job(archive, out, **options)
    return run_job(wanted, partial(stand_in.load, wanted.settings), watch)


def contents(out: Path) -> dict[str, bytes]:
    """Return the files of an output folder without the journal."""
    files = (path for path in sorted(out.rglob("*")) if path.is_file() and not path.name.startswith("journal."))
    return {str(path.relative_to(out)): path.read_bytes() for path in files}


def failures(out: Path) -> list[dict[str, Any]]:
    """Return the rows of failures.jsonl."""
    return [json.loads(line) for line in (out / "failures.jsonl").read_text("utf-8").splitlines()]
