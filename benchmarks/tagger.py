"""Speed of our tagger beside stock slovnet's (natasha's weights), in one run, on one thread.

    OMP_NUM_THREADS=1 python -m benchmarks.tagger [GOLD ...] [--rounds N] [--weights FILE]

Both go from text to spans: slovnet cuts tokens itself, ours gets tokens and sentences from razdel through
training.taggers. «tokens given» is our tagger without that cutting. A round goes over all texts; the first reads
every word form for the first time, the best has them in the caches. Single: an article at a time; batch: 16 at once.
"""

import argparse
import time
from collections.abc import Callable
from pathlib import Path

from pipeline.comparison.gold import gold_files
from pipeline.comparison.gold_xml import read_gold_xml
from pipeline.finding.tagger import Tagger
from training.taggers import our_tagger, sentences, stock_tagger

Run = Callable[[list[int]], object]


def rates(run: Run, texts: int, batch: int, rounds: int, tokens: int) -> tuple[float, float]:
    """Return tokens a second of the first and of the best round."""
    times = []
    for _ in range(rounds):
        started = time.perf_counter()
        for first in range(0, texts, batch):
            run(list(range(first, min(first + batch, texts))))
        times.append(time.perf_counter() - started)
    return tokens / times[0], tokens / min(times)


def main() -> None:
    """Print tokens a second."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="*", type=Path, default=[Path("corpus/gold")])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--weights", type=Path)
    arguments = parser.parse_args()
    texts = [read_gold_xml(file).text for file in gold_files(arguments.gold)]
    words = [[[text[a:b] for a, b in sentence] for sentence in sentences(text)] for text in texts]
    tokens = sum(len(sentence) for document in words for sentence in document)
    tagger = Tagger(arguments.weights) if arguments.weights else Tagger.load()
    ours, stock = our_tagger(arguments.weights), stock_tagger()
    runs: dict[str, Run] = {
        "slovnet": lambda batch: stock([texts[i] for i in batch]),
        "ours": lambda batch: ours([texts[i] for i in batch]),
        "ours, tokens given": lambda batch: tagger.batch([words[i] for i in batch]),
    }
    print(f"{len(texts)} articles, {tokens} tokens; tokens a second, first round / best round")
    for batch in (1, 16):
        for name, run in runs.items():
            first, best = rates(run, len(texts), batch, arguments.rounds, tokens)
            print(f"{'single' if batch == 1 else 'batch':7} {name:20} {first:8,.0f} {best:8,.0f}", flush=True)


if __name__ == "__main__":
    main()
