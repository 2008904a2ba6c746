"""The Python of both READMEs runs and prints what its comments say."""

import re
from pathlib import Path

import pytest

PRINTED = re.compile(r"print\(.*\)  # (.+)")


@pytest.mark.parametrize("name", ["README.md", "README.ru.md"])
def test_the_code_prints_what_it_says(root: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = (root / name).read_text(encoding="utf-8")
    (code,) = re.findall(r"```python\n(.+?)```", text, re.DOTALL)
    exec(compile(code, name, "exec"), {"__name__": "readme"})
    printed = capsys.readouterr().out.splitlines()
    assert PRINTED.findall(code) == printed[:1]
