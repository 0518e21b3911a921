def standardize(inputs, rows):
    """Every column has mean 0 and deviation 1 over the training rows."""
    deviations = inputs[rows].std(0, unbiased=False)
    deviations[deviations == 0] = 1
    return (inputs - inputs[rows].mean(0)) / deviations
