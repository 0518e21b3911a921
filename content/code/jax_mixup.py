"""mixup in JAX with Optax, on digits.csv, which lies beside this file."""

import jax
import jax.numpy as jnp
import numpy as np
import optax

optimizer = optax.adam(0.003)


def scores_of(weights, inputs):
    for matrix, bias in weights[:-1]:
        inputs = jax.nn.relu(inputs @ matrix + bias)
    matrix, bias = weights[-1]
    return inputs @ matrix + bias


@jax.jit
def mixup_step(weights, state, key, inputs, labels, alpha):
    draw, order = jax.random.split(key)
    # One lambda for the mini-batch; alpha = 0 is ordinary training.
    strength = jnp.where(alpha > 0, alpha, 1.0)
    drawn = jax.random.beta(draw, strength, strength)
    lam = jnp.where(alpha > 0, drawn, 1.0)
    # Example i is blended with example partner[i].
    partner = jax.random.permutation(order, len(inputs))
    blends = lam * inputs + (1 - lam) * inputs[partner]
    soft_labels = lam * labels + (1 - lam) * labels[partner]  # one-hot

    def loss_of(weights):
        scores = scores_of(weights, blends)
        return optax.softmax_cross_entropy(scores, soft_labels).mean()

    gradient = jax.grad(loss_of)(weights)
    changes, state = optimizer.update(gradient, state)
    return optax.apply_updates(weights, changes), state


def main(alpha):
    random = np.random.default_rng(1)
    table = np.loadtxt("digits.csv", delimiter=",", skiprows=1)
    table = random.permutation(table)
    inputs, numbers = jnp.array(table[:, :64] / 16), table[:, 64].astype(int)
    labels = jax.nn.one_hot(numbers, 10)
    sizes = [(64, 64), (64, 64), (64, 10)]
    weights = [
        (jnp.array(random.normal(0, (2 / a) ** 0.5, (a, b))), jnp.zeros(b))
        for a, b in sizes
    ]
    state = optimizer.init(weights)
    keys = jax.random.split(jax.random.key(1), 1500)
    for key in keys:
        rows = random.choice(1000, 64, replace=False)
        weights, state = mixup_step(
            weights, state, key, inputs[rows], labels[rows], alpha
        )
    wrong = scores_of(weights, inputs[1000:]).argmax(1) != numbers[1000:]
    print(f"alpha {alpha:g}: {wrong.mean():.1%} of new digits wrong")


if __name__ == "__main__":
    main(alpha=0.0)
    main(alpha=1.0)
