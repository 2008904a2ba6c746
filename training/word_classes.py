"""Make the classes of words that the facts' features know: centres of the news vectors of dictionary words.

    python -m training.word_classes [--classes 300] [--out pipeline/facts/weights/word_classes.npz]

k-means (scikit-learn) over navec's vectors, at length one, of the nouns, verbs and adjectives in its vocabulary that
are dictionary forms; names are left out.
"""

import argparse
from pathlib import Path

import numpy as np
from sklearn.cluster import KMeans

from pipeline.finding.tagger.embedding import word_vectors
from pipeline.language.morphology import parses

PARTS = frozenset({"NOUN", "INFN", "VERB", "ADJF", "ADVB", "PRTF"})
NAMES = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn", "Trad"})


def dictionary_words() -> list[str]:
    """Return the words of the vocabulary that are dictionary forms and no names."""
    found = []
    for word in word_vectors()._ids:
        if word.isalpha() and len(word) > 2:
            best = parses(word)[0]
            if best.pos in PARTS and best.lemma == word and not NAMES & set(best.grammemes):
                found.append(word)
    return found


def main() -> None:
    """Cluster and write the centres."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--classes", type=int, default=300)
    parser.add_argument("--out", type=Path, default=Path("pipeline/facts/weights/word_classes.npz"))
    arguments = parser.parse_args()
    words = dictionary_words()
    vectors = word_vectors().vectors(np.array([word_vectors().id(word) for word in words]))
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-6
    centres = KMeans(arguments.classes, n_init=1, max_iter=50, random_state=0).fit(vectors).cluster_centers_
    centres /= np.linalg.norm(centres, axis=1, keepdims=True)
    np.savez_compressed(arguments.out, centres=centres.astype(np.float16))
    print(f"{len(words)} words, {arguments.classes} classes")


if __name__ == "__main__":
    main()
