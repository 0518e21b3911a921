def load(part):
    """Inputs, labels, and which rows to train and to test on."""
    table = np.genfromtxt(DATA, delimiter=",", skip_header=1, dtype=str)
    inputs = torch.tensor(table[:, :-1].astype(float), dtype=torch.float32)
    labels = torch.tensor(np.unique(table[:, -1], return_inverse=True)[1])
    order = torch.randperm(len(table))
    rows = order[: part.training_rows]
    return standardize(inputs, rows), labels, rows, order[len(rows) :]
