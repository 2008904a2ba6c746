"""Train the mention tagger and write its weights.

    python -m training.tagger DATA_FOLDER [--own FOLDER ...] [--weights FILE] [--epochs N] [--clean]

DATA_FOLDER holds the public corpora as *.jsonl.gz (training/README.md says where they come from); --own names folders
of annotated articles (*.gold.xml). --clean leaves out the corpora that state no licence.
"""

import argparse
import pickle
import random
from collections.abc import Iterator
from pathlib import Path

import torch

from training.tagger.augmentation import renamed
from training.tagger.corpora import OWN, own_documents, public_documents
from training.tagger.dataset import CORPORA, Encoded, FormTable, alphabets
from training.tagger.documents import Document
from training.tagger.exercises import EXERCISE, exercises
from training.tagger.export import export
from training.tagger.mixing import MIXABLE, MIXED, as_own
from training.tagger.model import Sizes, TaggerModel
from training.tagger.train import Plan, train

#: Corpus → the splits that may be trained on; dev and test splits are for measuring.
SPLITS = {
    "nerel": frozenset({"train"}),
    "rured": frozenset({"train"}),
    "factrueval": frozenset({"dev"}),
    "collection5": frozenset({"all"}),
}
CLEAN = ("factrueval",)
EXERCISES = 3  # how often an epoch sees each exercise, always filled anew
HERE = Path(__file__).parent


def main() -> None:
    """Read the data, train, write the weights."""
    arguments = _arguments()
    torch.manual_seed(arguments.seed)
    torch.set_num_threads(1)  # small matrices: a second thread waits more than it works
    documents = list(_documents(arguments))
    variants = _variants(documents, arguments)
    words = sorted({token for variant in variants for d in variant for s in d.sentences for token in s.tokens})
    started = torch.load(arguments.start, weights_only=False) if arguments.start else None
    known = started["alphabets"] if started else alphabets(words)
    table = FormTable(words, known)
    encoded = [_encoded(variant, table, arguments.own_weight) for variant in variants]
    print(f"{len(documents)} documents, {len(words)} forms, {len(encoded[0])} sentences", flush=True)
    sizes = Sizes(characters=len(known.characters) + 2, traits=table.width, corpora=len(CORPORA))
    model = TaggerModel(sizes)
    if started:
        model.load_state_dict(started["model"])
    kept = arguments.weights.with_suffix(".pt")

    def keep(trained: TaggerModel) -> None:
        torch.save({"model": trained.state_dict(), "sizes": sizes, "alphabets": known}, kept)

    plan = Plan(arguments.epochs, rate=arguments.rate, seed=arguments.seed)
    model = train(model, encoded, table, plan, keep)
    export(model, known, CORPORA.index(arguments.conventions), arguments.weights)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--own", nargs="*", type=Path, default=[HERE.parent / "articles" / "train"])
    parser.add_argument("--own-weight", type=int, default=4, help="how often an epoch sees each of our own articles")
    parser.add_argument("--mixed", type=float, default=0.2, help="share of public documents under our own habits")
    parser.add_argument("--weights", type=Path, default=Path("names.npz"))
    parser.add_argument("--conventions", choices=CORPORA, default=OWN, help="the corpus whose conventions to follow")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--rate", type=float, default=2e-3, help="the highest learning rate")
    parser.add_argument("--start", type=Path, help="a trained model (*.pt) to go on from, for a quick trial")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--clean", action="store_true")
    parser.add_argument("--cache", type=Path, help="a file that keeps the tokenized public corpora between runs")
    return parser.parse_args()


def _documents(arguments: argparse.Namespace) -> Iterator[Document]:
    yield from own_documents([folder for folder in arguments.own if folder.exists()])
    if arguments.cache and arguments.cache.exists():
        public = pickle.loads(arguments.cache.read_bytes())
    else:
        public = [
            document
            for corpus, splits in SPLITS.items()
            for document in public_documents(arguments.data / f"{corpus}.jsonl.gz", corpus, splits)
        ]
        if arguments.cache:
            arguments.cache.write_bytes(pickle.dumps(public))
    yield from (document for document in public if not arguments.clean or document.corpus in CLEAN)


def _variants(documents: list[Document], arguments: argparse.Namespace) -> list[list[Document]]:
    """The documents, each time with other names invented and others under our own habits, at most four ways."""
    chance = random.Random(arguments.seed)

    def varied(document: Document) -> Document:
        named = renamed(document, _share(document), chance)
        is_mixed = document.corpus in MIXABLE and chance.random() < arguments.mixed
        return as_own(named) if is_mixed else named

    return [[*map(varied, documents), *exercises(EXERCISES, chance)] for _ in range(4)]


def _share(document: Document) -> float:
    return 0.4 if document.corpus == OWN else 0.12


def _encoded(documents: list[Document], table: FormTable, own_weight: int) -> list[Encoded]:
    return [
        sentence
        for document in documents
        for sentence in table.encode(document)
        for _ in range(own_weight if _is_article(document) else 1)
    ]


def _is_article(document: Document) -> bool:
    """Say whether a document is an article of our own."""
    return document.corpus == OWN and not document.id.startswith((EXERCISE, MIXED))


if __name__ == "__main__":
    main()
