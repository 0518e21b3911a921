import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { stepCases } from './step-cases.ts';

/*
 * PYTHON=python3 node tests/content/reproduce/record-steps.ts      computes the first steps of `step-cases.ts` with the functions of the
 *                                                                  programs in PyTorch, and keeps them in tests/fixtures/pytorch-steps.json
 */

const templates = new URL('../../../src/components/reproduce/templates/', import.meta.url);
const pieces = ['policy', 'training'].map((name) => readFileSync(new URL(`${name}.py`, templates), 'utf8'));

const driver = `
import json
torch.set_default_dtype(torch.float64)
cases = json.loads(sys.stdin.read())
steps = {}
for case in cases:
    network = create_network(case["sizes"])
    at = 0
    with torch.no_grad():
        for layer in network:
            outputs, inputs = layer.weight.shape
            flat = torch.tensor(case["before"][at : at + inputs * outputs])
            layer.weight.copy_(flat.view(inputs, outputs).T)
            at += (inputs + 1) * outputs
    optimizer = torch.optim.Adam(network.parameters(), **case["adam"])
    rows = [torch.tensor(case[side]) for side in ("first", "second")]
    inputs, labels = torch.tensor(case["inputs"]), torch.tensor(case["labels"])
    pairs = [tuple(values[side] for side in rows) for values in (inputs, labels)]
    lam = torch.tensor(case["lam"]).view(-1, 1)
    policy = Policy(**case["policy"])
    loss = mixed_loss(network, policy, *pairs, lam, case["sizes"][-1])
    loss.backward()
    optimizer.step()
    flat = [w for l in network for w in (l.weight.T.flatten().tolist() + l.bias.tolist())]
    steps[case["name"]] = {"loss": loss.item(), "parameters": flat}
print(json.dumps({"with": f"PyTorch {torch.__version__}", "steps": steps}))
`;

const cases = stepCases.map(({ name, policy, draws, before, ensemble, labels }) => {
  const { sizes } = ensemble.network;
  const [width = 0] = sizes;
  const { optimizer } = ensemble.members[0] ?? {};
  if (optimizer?.kind !== 'adam') throw new Error('step-cases.ts: expected Adam.');
  return {
    name,
    sizes,
    before,
    adam: {
      lr: optimizer.learningRate,
      betas: [optimizer.beta1, optimizer.beta2],
      eps: optimizer.epsilon,
      weight_decay: optimizer.weightDecay,
    },
    first: draws.map(({ first }) => first),
    second: draws.map(({ second }) => second),
    lam: draws.map(({ lambda }) => lambda),
    inputs: Array.from(labels, (_, row) => Array.from(ensemble.inputs.subarray(row * width, (row + 1) * width))),
    labels: Array.from(labels),
    policy: {
      mix_inputs: policy.mixInputs,
      mix_labels: policy.mixLabels,
      layer: policy.layer,
      label_smoothing: policy.labelSmoothing,
    },
  };
});

const program = `${pieces.join('\n').split('\nif __name__')[0]}\n${driver}`;
const { status, stdout, stderr } = spawnSync(process.env['PYTHON'] ?? 'python3', ['-c', program], {
  input: JSON.stringify(cases),
  encoding: 'utf8',
});
if (status !== 0) throw new Error(stderr);
const sha256 = createHash('sha256').update(pieces.join('\n')).digest('hex');
const kept = { sha256, ...(JSON.parse(stdout) as object) };
writeFileSync(new URL('../../fixtures/pytorch-steps.json', import.meta.url), `${JSON.stringify(kept, undefined, 1)}\n`);
