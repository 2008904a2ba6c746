"""Torch weights → the npz that pipeline/finding/tagger reads: half precision, one corpus' conventions built in."""

import argparse
import json
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from pipeline.finding.tagger.forms import Alphabets
from training.tagger.dataset import CORPORA
from training.tagger.model import TaggerModel
from training.tagger.tags import TAGS


def export(model: TaggerModel, alphabets: Alphabets, corpus: int, file: Path) -> None:
    """Write the weights; the corpus' embedding, a constant at inference, goes into the biases."""
    weights: dict[str, NDArray[Any]] = {
        name: tensor.detach().numpy().astype(np.float16) for name, tensor in _weights(model, corpus).items()
    }
    settings = {"tags": TAGS, "characters": alphabets.characters, "grammemes": alphabets.grammemes}
    weights["settings"] = np.array(json.dumps(settings, ensure_ascii=False))
    np.savez_compressed(file, allow_pickle=False, **weights)


def _weights(model: TaggerModel, corpus: int) -> dict[str, Any]:
    transitions, start = model.crf.scores()
    return {
        "letters.embedding": model.letter.weight,
        "letters.weight": model.letters.weight.permute(2, 1, 0).reshape(-1, model.sizes.letters),
        "letters.bias": model.letters.bias,
        "form.weight": model.form.weight.T,
        "form.bias": model.form.bias,
        **_lstm(model, model.corpus.weight[corpus]),
        **_hidden(model, model.corpus.weight[corpus]),
        "tags.weight": model.tags.weight.T,
        "tags.bias": model.tags.bias,
        "transitions": transitions,
        "start": start,
    }


def _lstm(model: TaggerModel, corpus: Tensor) -> dict[str, Tensor]:
    own = dict(model.lstm.named_parameters())
    inputs, biases, recurrent = [], [], []
    for way in ("l0", "l0_reverse"):
        weight = own[f"weight_ih_{way}"]
        inputs.append(weight[:, : -len(corpus)])
        biases.append(own[f"bias_ih_{way}"] + own[f"bias_hh_{way}"] + weight[:, -len(corpus) :] @ corpus)
        recurrent.append(own[f"weight_hh_{way}"].T)
    return {
        "lstm.input": torch.cat(inputs).T,
        "lstm.bias": torch.cat(biases),
        "lstm.recurrent": torch.stack(recurrent),
    }


def _hidden(model: TaggerModel, corpus: Tensor) -> dict[str, Tensor]:
    weight = model.hidden.weight
    return {
        "hidden.weight": weight[:, : -len(corpus)].T,
        "hidden.bias": model.hidden.bias + weight[:, -len(corpus) :] @ corpus,
    }


def main() -> None:
    """Write the npz of a trained model (*.pt beside the weights) for one corpus' conventions."""
    parser = argparse.ArgumentParser(description="Export a trained model with the conventions of one corpus.")
    parser.add_argument("model", type=Path)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--conventions", choices=CORPORA, default="own")
    arguments = parser.parse_args()
    kept = torch.load(arguments.model, weights_only=False)
    model = TaggerModel(kept["sizes"])
    model.load_state_dict(kept["model"])
    export(model.eval(), kept["alphabets"], CORPORA.index(arguments.conventions), arguments.weights)


if __name__ == "__main__":
    main()
