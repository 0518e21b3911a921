def redraw_labels(labels, rows, share, classes):
    """A share of the training labels, drawn anew among all classes."""
    changed = labels.clone()
    chosen = rows[torch.randperm(len(rows))][: round(share * len(rows))]
    changed[chosen] = torch.randint(classes, (len(chosen),))
    return changed


def create_network(sizes):
    """Weights normal with variance 2 / inputs, biases zero."""
    layers = [torch.nn.Linear(a, b) for a, b in zip(sizes, sizes[1:])]
    for layer in layers:
        torch.nn.init.kaiming_normal_(layer.weight, nonlinearity="relu")
        torch.nn.init.zeros_(layer.bias)
    return torch.nn.ModuleList(layers)


def run(network, values, begin=0, end=None, share=0.0):
    """Values after the layers from begin to end; the last gives scores."""
    last = len(network) - 1
    for n in range(begin, len(network) if end is None else end):
        values = network[n](values)
        if n < last:
            values = dropout(values.relu(), share)
    return values


def blend(first, second, weight):
    return weight * first + (1 - weight) * second


def add_noise(values, deviation):
    return values + deviation * torch.randn_like(values)


def mixed_loss(network, policy, inputs, labels, lam, classes):
    """Mean loss of a mini-batch in nats; inputs and labels are pairs."""
    weight = lam if policy.mix_inputs else torch.ones_like(lam)
    layer, share = policy.layer, policy.dropout
    if layer == 0:
        values = add_noise(blend(*inputs, weight), policy.input_noise)
    else:
        noisy = [add_noise(x, policy.input_noise) for x in inputs]
        sides = [run(network, x, 0, layer, share) for x in noisy]
        values = blend(*sides, weight)
    scores = run(network, values, layer, share=share)
    first, second = (one_hot(y, classes).float() for y in labels)
    target = blend(first, second, lam) if policy.mix_labels else first
    smooth = policy.label_smoothing
    target = (1 - smooth) * target + smooth / classes
    return -(target * log_softmax(scores, 1)).sum(1).mean()


def draw_lambdas(policy, batch):
    """A lambda for each example, [batch, 1]: one for all, or one each."""
    count = batch if policy.lambda_per == "example" else 1
    lam = Beta(policy.alpha, policy.alpha).sample((count, 1))
    if policy.heavier == "first":
        lam = torch.maximum(lam, 1 - lam)
    return lam.expand(batch, 1)


def find_candidates(policy, inputs, labels, rows):
    """For each training row its partners; None where that is any row."""
    if (policy.partner_class, policy.partner_choice) == ("any", "random"):
        return None
    candidates = {}
    for row in rows.tolist():
        group = rows
        if policy.partner_class == "same":
            group = rows[labels[rows] == labels[row]]
        if policy.partner_choice == "nearest":
            group = group[group != row]
            far = (inputs[group] - inputs[row]).square().sum(1)
            group = group[far.argsort()[: policy.nearest]]
        candidates[row] = group if len(group) > 0 else torch.tensor([row])
    return candidates


def draw_partners(policy, first, rows, candidates):
    if candidates is not None:
        lists = [candidates[row] for row in first.tolist()]
        return torch.stack([one[torch.randint(len(one), ())] for one in lists])
    if policy.partner_pool == "batch":
        return first[torch.randperm(len(first))]
    return rows[torch.randint(len(rows), (len(first),))]


def train(part, policy, inputs, labels, rows, classes):
    """A network after all steps; batches run on across the ends of epochs."""
    network = create_network(part.sizes)
    optimizer = torch.optim.Adam(network.parameters(), **part.adam)
    passes = -(-STEPS * part.batch // len(rows))
    order = torch.cat([rows[torch.randperm(len(rows))] for _ in range(passes)])
    candidates = find_candidates(policy, inputs, labels, rows)
    for step in range(STEPS):
        first = order[step * part.batch : (step + 1) * part.batch]
        second, lam = first, torch.ones(part.batch, 1)
        if policy.alpha > 0 and policy.mixes_from <= step < policy.mixes_until:
            second = draw_partners(policy, first, rows, candidates)
            lam = draw_lambdas(policy, part.batch)
        pairs = [(values[first], values[second]) for values in (inputs, labels)]
        loss = mixed_loss(network, policy, *pairs, lam, classes)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return network


def measure(part, name, seed):
    """Share of wrong answers, and mean loss in nats, on the test rows."""
    torch.manual_seed(seed)
    classes = part.sizes[-1]
    inputs, labels, rows, test = load(part)
    given = redraw_labels(labels, rows, part.redrawn.get(name, 0), classes)
    torch.manual_seed(seed)  # all conditions of a seed begin alike
    network = train(part, part.policies[name], inputs, given, rows, classes)
    with torch.no_grad():
        logs = log_softmax(run(network, inputs[test]), 1)
    wrong = (logs.argmax(1) != labels[test]).float().mean()
    loss = -logs[torch.arange(len(test)), labels[test]].mean()
    return wrong.item(), loss.item()


def main(seeds):
    torch.set_num_threads(1)
    for part in PARTS:
        for name in part.policies:
            wrong, loss = zip(*(measure(part, name, seed) for seed in seeds))
            theirs, half_width = MEASURED[name]
            print(
                f"{name}: {100 * mean(wrong):.2f} % wrong, "
                f"loss {mean(loss):.3f}; there {theirs} +- {half_width} %",
                flush=True,
            )


if __name__ == "__main__":
    main(SEEDS[: int(sys.argv[1])] if len(sys.argv) > 1 else SEEDS)
