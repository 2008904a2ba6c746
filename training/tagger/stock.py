"""slovnet's three convolutions over word vectors and shapes as a side branch, started from natasha's weights."""

import torch
from slovnet import NER
from slovnet.shape import word_shape
from torch import Tensor, nn
from torch.nn.functional import relu

from pipeline.finding.tagger.embedding import package_data

SIZE = 64


class StockBranch(nn.Module):
    """Vectors (300) and shapes of tokens → SIZE numbers a token, from windows of seven tokens."""

    def __init__(self) -> None:
        super().__init__()
        stock = NER.load(package_data() / "model/slovnet_ner_news_v1.tar")
        model = stock.infer.model
        self.shapes = nn.Embedding.from_pretrained(_tensor(model.emb.shape.weight), freeze=False)
        self.convolutions = nn.ModuleList()
        self.scales, self.shifts = nn.ParameterList(), nn.ParameterList()
        for layer in model.encoder.layers:
            weight = _tensor(layer.conv.weight)
            convolution = nn.Conv1d(weight.shape[1], weight.shape[0], 3, padding=1)
            convolution.weight.data, convolution.bias.data = weight, _tensor(layer.conv.bias)  # type: ignore[union-attr]
            self.convolutions.append(convolution)
            scale = _tensor(layer.norm.weight) / _tensor(layer.norm.std)
            self.scales.append(nn.Parameter(scale))
            self.shifts.append(nn.Parameter(_tensor(layer.norm.bias) - _tensor(layer.norm.mean) * scale))

    def forward(self, vectors: Tensor, shapes: Tensor) -> Tensor:
        """vectors: B × T × 300, shapes: B × T → B × T × SIZE."""
        state = torch.cat((vectors, self.shapes(shapes)), dim=2).transpose(1, 2)
        for convolution, scale, shift in zip(self.convolutions, self.scales, self.shifts, strict=True):
            state = relu(convolution(state)) * scale[:, None] + shift[:, None]
        return state.transpose(1, 2)


def shape_numbers(words: list[str]) -> Tensor:
    """Return slovnet's shape of each word form as the number of its row in the shapes' embedding."""
    vocabulary = NER.load(package_data() / "model/slovnet_ner_news_v1.tar").infer.encoder.shapes_vocab
    return torch.tensor([vocabulary.encode(word_shape(word)) for word in words])


def _tensor(weight: object) -> Tensor:
    return torch.tensor(weight.array, dtype=torch.float32)  # type: ignore[attr-defined]
