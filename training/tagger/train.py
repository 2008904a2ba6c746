"""The training loop: AdamW, one cosine of the learning rate, averaged weights."""

import copy
import math
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import torch

from training.tagger.dataset import Encoded, FormTable, batches, tensors
from training.tagger.model import TaggerModel


@dataclass(frozen=True)
class Plan:
    """How to train; `tokens` of a batch, `warmup` and `average` in steps."""

    epochs: int
    rate: float = 2e-3
    tokens: int = 1200
    warmup: int = 200
    average: int = 400
    seed: int = 1


def train(
    model: TaggerModel,
    variants: Sequence[Sequence[Encoded]],
    table: FormTable,
    plan: Plan,
    keep: Callable[[TaggerModel], None] = lambda _: None,
) -> TaggerModel:
    """Train on one variant of the sentences an epoch, in turn; return the model with averaged weights. `keep` is given
    it after each epoch."""
    chance = random.Random(plan.seed)
    optimizer = torch.optim.AdamW(model.parameters(), lr=plan.rate, weight_decay=0.01)
    steps = plan.epochs * len(batches(variants[0], plan.tokens, chance))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _rate(step, steps, plan.warmup))
    averaged, step, started = copy.deepcopy(model), 0, time.perf_counter()
    for epoch in range(plan.epochs):
        total, made = 0.0, batches(variants[epoch % len(variants)], plan.tokens, chance)
        model.train()
        for batch in made:
            loss = model.loss(tensors(batch, table))
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(model.parameters(), 2.0)
            optimizer.step()
            schedule.step()
            step += 1
            _average(averaged, model, min(1 - 1 / plan.average, (step + 1) / (step + 20)))
            total += loss.item()
        keep(averaged)
        spent = time.perf_counter() - started
        print(f"epoch {epoch + 1}/{plan.epochs}: loss a token {total / len(made):.4f}, {spent:.0f} s", flush=True)
    return averaged.eval()


def _rate(step: int, steps: int, warmup: int) -> float:
    return min((step + 1) / warmup, 0.5 * (1 + math.cos(math.pi * min(1.0, step / steps))) + 0.005)


@torch.no_grad()
def _average(averaged: TaggerModel, model: TaggerModel, keep: float) -> None:
    for kept, new in zip(averaged.parameters(), model.parameters(), strict=True):
        kept.lerp_(new, 1 - keep)
