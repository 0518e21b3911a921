import type { AttackReading } from './attack-curves.ts';

/** Whether mixup errs less, more, or neither clearly, on pictures attacked in one step with this epsilon, in percent. */
function changeOf({ curves }: AttackReading, box: 'white' | 'black', epsilon: number): 'less' | 'more' | undefined {
  const pointOf = (method: string) =>
    curves
      .find((curve) => curve.box === box && curve.attack === 'fgsm' && curve.method === method)
      ?.points.find(({ x }) => x === epsilon);
  const [erm, mixup] = [pointOf('erm'), pointOf('mixup')];
  if (erm?.low === undefined || erm.high === undefined || mixup?.low === undefined || mixup.high === undefined)
    return undefined;
  if (mixup.high < erm.low) return 'less';
  return mixup.low > erm.high ? 'more' : undefined;
}

/** What one step against each network says at this epsilon, read off the curves where their intervals lie apart. */
export function attackFinding(reading: AttackReading, epsilon: number): string {
  const own = changeOf(reading, 'white', epsilon);
  const foreign = changeOf(reading, 'black', epsilon);
  if (foreign === 'less' && own !== 'less') return 'mixup blunts another network’s attack, not one on itself';
  if (foreign === 'less') return 'mixup blunts attacks on itself and another network’s';
  if (own === 'less') return 'mixup blunts an attack on itself, not another network’s';
  if (own === 'more' || foreign === 'more')
    return `One step at ε\u00A0=\u00A0${epsilon}\u00A0% hurts mixup more than ERM`;
  return `One step at ε\u00A0=\u00A0${epsilon}\u00A0%: mixup and ERM cannot be told apart`;
}
