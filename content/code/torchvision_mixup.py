"""mixup by torchvision, on digits.csv, which lies beside this file."""

import numpy as np
import torch
from torch.nn.functional import cross_entropy
from torchvision.transforms import v2

# One lambda for the batch, and neighbors in it are paired: shuffle first.
mixup = v2.MixUp(alpha=1.0, num_classes=10)


def train_step(model, optimizer, images, labels):
    images, soft_labels = mixup(images, labels)  # labels: class numbers
    loss = cross_entropy(model(images), soft_labels)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()


def main():
    torch.manual_seed(1)
    table = np.loadtxt("digits.csv", delimiter=",", skiprows=1)
    order = torch.randperm(len(table))
    pixels = torch.tensor(table[:, :64] / 16, dtype=torch.float32)[order]
    images = pixels.reshape(-1, 1, 8, 8)
    labels = torch.tensor(table[:, 64], dtype=torch.long)[order]
    model = torch.nn.Sequential(
        torch.nn.Flatten(),
        torch.nn.Linear(64, 64),
        torch.nn.ReLU(),
        torch.nn.Linear(64, 64),
        torch.nn.ReLU(),
        torch.nn.Linear(64, 10),
    )
    optimizer = torch.optim.Adam(model.parameters(), lr=0.003)
    for _ in range(1500):
        rows = torch.randperm(1000)[:64]
        train_step(model, optimizer, images[rows], labels[rows])
    with torch.no_grad():
        wrong = model(images[1000:]).argmax(1) != labels[1000:]
    print(f"{wrong.float().mean().item():.1%} of new digits wrong")


if __name__ == "__main__":
    main()
