"""A training accuracy of mixup, on digits.csv, which lies beside this file."""

import numpy as np
import torch
from torch.distributions import Beta
from torch.nn.functional import cross_entropy


def weighted_accuracy(scores, labels, partner, lam):
    named = scores.argmax(1)
    first = (named == labels).float()
    second = (named == labels[partner]).float()
    return (lam * first + (1 - lam) * second).mean().item()


def main():
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
    counted = []
    for _ in range(1500):
        rows = torch.randperm(1000)[:64]
        lam = Beta(1.0, 1.0).sample().item()
        partner = torch.randperm(64)
        mixed = lam * inputs[rows] + (1 - lam) * inputs[rows][partner]
        scores = model(mixed)
        loss = lam * cross_entropy(scores, labels[rows])
        loss += (1 - lam) * cross_entropy(scores, labels[rows][partner])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        counted.append(weighted_accuracy(scores, labels[rows], partner, lam))
    with torch.no_grad():
        real = model(inputs[:1000]).argmax(1) == labels[:1000]
        wrong = model(inputs[1000:]).argmax(1) != labels[1000:]
    print(f"on the last blends: {np.mean(counted[-300:]):.1%} right")
    print(f"on the training digits themselves: {real.float().mean():.1%} right")
    print(f"{wrong.float().mean().item():.1%} of new digits wrong")


if __name__ == "__main__":
    main()
