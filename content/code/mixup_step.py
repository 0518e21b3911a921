"""mixup in PyTorch, on digits.csv, which lies beside this file."""

import numpy as np
import torch
from torch.distributions import Beta
from torch.nn.functional import cross_entropy


def mixup_step(model, optimizer, inputs, labels, alpha):
    # One lambda for the mini-batch; alpha = 0 is ordinary training.
    lam = Beta(alpha, alpha).sample().item() if alpha > 0 else 1.0
    # Example i is blended with example partner[i].
    partner = torch.randperm(len(inputs), device=inputs.device)
    scores = model(lam * inputs + (1 - lam) * inputs[partner])
    loss_i = cross_entropy(scores, labels)  # labels are class numbers
    loss_j = cross_entropy(scores, labels[partner])
    loss = lam * loss_i + (1 - lam) * loss_j
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()


def share_of_errors(model, inputs, labels):
    with torch.no_grad():
        return (model(inputs).argmax(1) != labels).float().mean().item()


def main(alpha):
    torch.manual_seed(1)
    table = np.loadtxt("digits.csv", delimiter=",", skiprows=1)
    order = torch.randperm(len(table))
    inputs = torch.tensor(table[:, :64] / 16, dtype=torch.float32)[order]
    labels = torch.tensor(table[:, 64], dtype=torch.long)[order]
    model = torch.nn.Sequential(
        torch.nn.Linear(64, 64),
        torch.nn.ReLU(),
        torch.nn.Linear(64, 64),
        torch.nn.ReLU(),
        torch.nn.Linear(64, 10),
    )
    optimizer = torch.optim.Adam(model.parameters(), lr=0.003)
    for _ in range(1500):
        rows = torch.randperm(1000)[:64]
        mixup_step(model, optimizer, inputs[rows], labels[rows], alpha)
    # Errors are counted on real digits: the first 1,000 are for training.
    train = share_of_errors(model, inputs[:1000], labels[:1000])
    test = share_of_errors(model, inputs[1000:], labels[1000:])
    print(f"alpha {alpha:g}: {train:.1%} of training digits wrong")
    print(f"alpha {alpha:g}: {test:.1%} of new digits wrong")


if __name__ == "__main__":
    main(alpha=0)
    main(alpha=1)
