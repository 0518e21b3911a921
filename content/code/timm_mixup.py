"""mixup by timm, on digits.csv, which lies beside this file."""

import numpy as np
import torch
from timm.data import Mixup
from torch.nn.functional import cross_entropy

# Said here because timm smooths labels by 0.1 unless it is told not to.
mixup = Mixup(mixup_alpha=1.0, label_smoothing=0.0, num_classes=10)


def train_step(model, optimizer, images, labels):
    # Changes the images in place: give it a copy of what is needed again.
    # The number of images must be even; each is paired with one of the others.
    images, soft_labels = mixup(images, labels)
    loss = cross_entropy(model(images), soft_labels)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()


def main():
    np.random.seed(1)  # timm draws lambda from NumPy
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
        rows = torch.randperm(1000)[:64]  # indexing copies
        train_step(model, optimizer, images[rows], labels[rows])
    with torch.no_grad():
        wrong = model(images[1000:]).argmax(1) != labels[1000:]
    print(f"{wrong.float().mean().item():.1%} of new digits wrong")


if __name__ == "__main__":
    main()
