"""Starts runs on a cluster, each as a process of its own (see cluster_run.py)."""

import subprocess
import sys
from pathlib import Path


def start(*arguments: object) -> "subprocess.Popen[bytes]":
    """Start a run: ARCHIVE OUT FORM ADDRESS [OPTION…]."""
    command = [sys.executable, "-m", "tests.batch.cluster_run", *map(str, arguments)]
    return subprocess.Popen(command, cwd=Path(__file__).resolve().parents[2], stderr=subprocess.DEVNULL)
