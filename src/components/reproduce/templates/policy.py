import sys
from dataclasses import dataclass, field
from statistics import mean

import numpy as np
import torch
from torch.distributions import Beta
from torch.nn.functional import dropout, log_softmax, one_hot


@dataclass
class Policy:
    """How a network makes its training examples; as it stands, ERM."""

    alpha: float = 0.0  # lambda ~ Beta(alpha, alpha); 0 mixes nothing
    lambda_per: str = "batch"  # or "example"
    mix_inputs: bool = True
    mix_labels: bool = True
    layer: int = 0  # 0 mixes inputs, 1 the first hidden layer, ...
    partner_class: str = "any"  # or "same": of the same training label
    partner_choice: str = "random"  # or "nearest"
    nearest: int = 4  # how many neighbors "nearest" chooses among
    partner_pool: str = "rows"  # or "batch": a permutation of it
    label_smoothing: float = 0.0
    input_noise: float = 0.0  # standard deviation
    heavier: str = "either"  # or "first": lambda is at least one half
    dropout: float = 0.0  # of hidden units
    mixes_from: float = 0  # the first step that mixes
    mixes_until: float = float("inf")  # the first that does no more


@dataclass
class Part:
    """Networks of one architecture, and what they are trained with."""

    sizes: list
    adam: dict
    batch: int
    training_rows: int
    policies: dict
    redrawn: dict = field(default_factory=dict)  # shares of the labels
