"""Trains the classifier from the corpus, from beginning to end: `make train`.

The corpus is split by item: most of it trains the encoder and the word model, the rest fits how their
votes and the rules' are combined and calibrated, by cross-validation, and gives the scores of the card.
"""

import argparse
import json
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import torch
from encoder import Encoder, base_folder, export, pad
from item import CORPUS, digest_of
from torch import Tensor, nn

from dragoman.config import Settings
from dragoman.events.marks import ACTOR, PLAIN, RECIPIENT, TRIGGER, load_tokenizer, mark
from dragoman.learn.combine import fit_combiner
from dragoman.learn.instances import Example, build_examples, read_corpus
from dragoman.learn.split import SHARE, split
from dragoman.pipeline import load_tools

STATUSES = ("actual", "future", "hypothetical", "negated", "historical")
OUT = Path(__file__).parent.parent / "src" / "dragoman" / "data" / "model"
DROPS = {TRIGGER: 0.35, RECIPIENT: 0.1, ACTOR: 0.05}  # marks hidden in training, so that bare pairs and lone triggers are known too


@dataclass(frozen=True)
class Labels:
    """The names behind the numbers of each head."""

    types: tuple[str, ...]
    modes: tuple[str, ...]


@dataclass(frozen=True)
class Row:
    """An example as numbers."""

    ids: list[int]
    roles: list[int]
    event: int
    modes: tuple[int, ...]
    status: int


def number(examples: Sequence[Example], labels: Labels) -> list[Row]:
    """The examples as numbers, in order."""
    tokenizer = load_tokenizer()
    rows = []
    for example in examples:
        ids, roles = mark(example.instance, tokenizer)
        modes = tuple(labels.modes.index(f"{example.event}/{mode}") for mode in example.modes if f"{example.event}/{mode}" in labels.modes)
        rows.append(Row(ids, roles, labels.types.index(example.event), modes, STATUSES.index(example.status)))
    return rows


def batches(rows: Sequence[Row], size: int, chance: random.Random) -> Iterator[list[Row]]:
    """Shuffled batches of rows of like length."""
    order = list(rows)
    chance.shuffle(order)
    for start in range(0, len(order), size * 20):
        block = sorted(order[start : start + size * 20], key=lambda row: len(row.ids))
        cuts = [block[i : i + size] for i in range(0, len(block), size)]
        chance.shuffle(cuts)
        yield from cuts


def hide(roles: list[int], chance: random.Random) -> list[int]:
    """The roles with some marks hidden at random."""
    hidden = {role for role, share in DROPS.items() if chance.random() < share}
    return [PLAIN if role in hidden else role for role in roles]


def loss_of(encoder: Encoder, batch: Sequence[Row], modes: int, chance: random.Random) -> Tensor:
    """Cross-entropy of type and status, and of the modes where there is an event."""
    length = max(len(row.ids) for row in batch)
    ids = pad([row.ids for row in batch], length)
    roles = pad([hide(row.roles, chance) for row in batch], length)
    mask = (torch.arange(length)[None] < torch.tensor([len(row.ids) for row in batch])[:, None]).long()
    with torch.autocast("cpu", dtype=torch.bfloat16):
        type_logits, mode_logits, status_logits = encoder(ids, roles, mask)
    events = torch.tensor([row.event for row in batch])
    told = events > 0
    total = nn.functional.cross_entropy(type_logits.float(), events, label_smoothing=0.05)
    if told.any():
        wanted = torch.zeros(len(batch), modes)
        for place, row in enumerate(batch):
            wanted[place, list(row.modes)] = 1.0
        total = total + 2.0 * nn.functional.binary_cross_entropy_with_logits(mode_logits.float()[told], wanted[told]) * 5
        statuses = torch.tensor([row.status for row in batch])
        total = total + 0.5 * nn.functional.cross_entropy(status_logits.float()[told], statuses[told])
    return total


def train_encoder(rows: Sequence[Row], labels: Labels, epochs: int, seed: int) -> Encoder:
    """The encoder after `epochs` passes: AdamW, learning rate 1e-4 (heads 1e-3) with warm-up and linear fall."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
    encoder = Encoder(len(labels.types), len(labels.modes), len(STATUSES))
    heads = [p for name, p in encoder.named_parameters() if not name.startswith("body.")]
    groups = [{"params": encoder.body.parameters(), "lr": 1e-4}, {"params": heads, "lr": 1e-3}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = epochs * (len(rows) // 32 + 1)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda n: min((n + 1) / (0.06 * steps), max(0.0, (steps - n) / (0.94 * steps))))
    encoder.train()
    began = time.time()
    for epoch in range(epochs):
        total = count = 0.0
        for batch in batches(rows, 32, chance):
            optimiser.zero_grad()
            loss = loss_of(encoder, batch, len(labels.modes), chance)
            loss.backward()
            nn.utils.clip_grad_norm_(encoder.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            total, count = total + loss.item(), count + 1
        print(f"epoch {epoch + 1} of {epochs}: loss {total / count:.3f}, {time.time() - began:.0f} s", flush=True)
    return encoder


def main() -> None:
    """Trains and writes the model, its tokenizer, its combiner and its card."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--epochs", type=int, default=4)
    arguments.add_argument("--seed", type=int, default=7)
    arguments.add_argument("--share", type=float, default=1.0, help="how much of the training items to use, for a learning curve")
    arguments.add_argument("--out", type=Path, default=OUT)
    options = arguments.parse_args()
    tools = load_tools(Settings(classifier=False))
    items = read_corpus(CORPUS)
    examples = list(build_examples(items, tools, options.seed))
    types = ("NONE", *tools.codebook.types)
    modes = tuple(f"{name}/{mode}" for name, entry in tools.codebook.types.items() for mode in entry.modes)
    labels = Labels(types, modes)
    learn, back = split(examples, SHARE, options.seed)
    if options.share < 1:
        learn, _ = split(learn, 1 - options.share, options.seed)
    print(f"{len(items)} items, {len(learn)} examples to learn from, {len(back)} held back", flush=True)
    told = [e for e in learn if e.kind != "pair" or e.event == "NONE"]  # a pair is what is told, its trigger hidden
    encoder = train_encoder(number(told, labels), labels, options.epochs, options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    export(encoder, options.out / "encoder.onnx")
    (options.out / "tokenizer.json").write_bytes((base_folder() / "tokenizer.json").read_bytes())
    scores = fit_combiner(learn, back, labels.types, labels.modes, STATUSES, options.out)
    digest = sha256((options.out / "encoder.onnx").read_bytes() + (options.out / "combiner.npz").read_bytes()).hexdigest()[:12]
    card = {
        "digest": digest, "corpus": digest_of(CORPUS), "codebook": tools.run.codebook, "parser": tools.run.model,
        "items": len(items), "examples": len(learn), "seed": options.seed,
        "epochs": options.epochs, "types": types, "modes": modes, "statuses": STATUSES, "held_back": scores,
        "back": sorted({example.item for example in back}),
    }  # fmt: skip
    (options.out / "card.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(scores, indent=1))


if __name__ == "__main__":
    main()
