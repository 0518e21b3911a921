/**
 * The derivative of a soft-label cross-entropy for the logits, softmax minus label, for `classes` classes.
 *
 * Written as (e_c sum_{j != c} t_j - t_c sum_{j != c} e_j) / sum e, which has no difference of nearly equal numbers
 * where the network is almost right: there softmax minus label in float32 would keep few correct digits.
 */
export function crossEntropyFunctions(classes: number): string {
  return `
alias Classes = array<f32, ${classes}>;

fn largest(numbers: Classes) -> f32 {
  var most = numbers[0];
  for (var c = 1u; c < ${classes}u; c++) {
    most = max(most, numbers[c]);
  }
  return most;
}

/// For each class the sum over all others.
fn sumsOfOthers(numbers: Classes) -> Classes {
  var sums: Classes;
  var before = 0.0;
  for (var c = 0u; c < ${classes}u; c++) {
    sums[c] = before;
    before += numbers[c];
  }
  var after = 0.0;
  for (var c = ${classes}u; c > 0u; c--) {
    sums[c - 1u] += after;
    after += numbers[c - 1u];
  }
  return sums;
}

/// Derivative of the cross-entropy of softmax(logits) and the soft label for each logit.
fn crossEntropyGradient(logits: Classes, label: Classes) -> Classes {
  let most = largest(logits);
  var exponentials: Classes;
  for (var c = 0u; c < ${classes}u; c++) {
    exponentials[c] = exp(logits[c] - most);
  }
  let otherExponentials = sumsOfOthers(exponentials);
  let otherLabels = sumsOfOthers(label);
  let total = otherExponentials[0] + exponentials[0];
  var gradient: Classes;
  for (var c = 0u; c < ${classes}u; c++) {
    gradient[c] = (exponentials[c] * otherLabels[c] - label[c] * otherExponentials[c]) / total;
  }
  return gradient;
}
`;
}
