"""mixup by Keras, on digits.csv, which lies beside this file."""

import keras
import numpy as np

# One lambda for each example. Its own alpha, unless said, is 0.2.
mixup = keras.layers.MixUp(alpha=1.0, seed=1)


def train_step(model, images, labels):
    # Labels are one-hot and floating-point: whole numbers cannot be blended.
    blends = mixup({"images": images, "labels": labels})
    model.train_on_batch(blends["images"], blends["labels"])


def main():
    keras.utils.set_random_seed(1)
    random = np.random.default_rng(1)
    table = np.loadtxt("digits.csv", delimiter=",", skiprows=1)
    table = random.permutation(table)
    images = (table[:, :64] / 16).reshape(-1, 8, 8, 1).astype("float32")
    numbers = table[:, 64].astype(int)
    labels = np.eye(10, dtype="float32")[numbers]
    model = keras.Sequential(
        [
            keras.layers.Flatten(),
            keras.layers.Dense(64, activation="relu"),
            keras.layers.Dense(64, activation="relu"),
            keras.layers.Dense(10),
        ]
    )
    model.compile(
        optimizer=keras.optimizers.Adam(0.003),
        loss=keras.losses.CategoricalCrossentropy(from_logits=True),
    )
    for _ in range(1500):
        rows = random.choice(1000, 64, replace=False)
        train_step(model, images[rows], labels[rows])
    scores = model.predict(images[1000:], verbose=0)
    wrong = np.mean(scores.argmax(1) != numbers[1000:])
    print(f"{wrong:.1%} of new digits wrong")


if __name__ == "__main__":
    main()
