"""What a process of ours on a node of the cluster begins with."""

import os
from contextlib import suppress
from pathlib import Path


def work_in(folder: Path) -> None:
    """Make paths mean here what they mean in `folder`, where the command runs.

    A node that lacks the folder does without: it reads object stores and whole paths.
    """
    with suppress(FileNotFoundError):
        os.chdir(folder)
