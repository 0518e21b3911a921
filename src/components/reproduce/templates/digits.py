def load(part):
    """Inputs, labels, and which rows to train and to test on."""
    table = np.loadtxt(DATA, delimiter=",", skiprows=1)
    inputs = torch.tensor(table[:, :-1] / 16, dtype=torch.float32)
    labels = torch.tensor(table[:, -1], dtype=torch.long)
    order = torch.randperm(len(table))
    count = part.training_rows
    return inputs, labels, order[:count], order[count : count + TEST_ROWS]
