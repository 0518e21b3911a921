import { jointFingerprint, memberFingerprints } from '../../src/core/training/fingerprint.ts';
import type { TrainingEnsemble } from '../../src/engine/engine.ts';

/**
 * The field of a result that says with which weights its networks ended, so that whoever repeats the experiment sees whether it
 * went the same way to the last bit. There is none where a network diverged.
 *
 * @param fingerprints of all networks, in the order they were trained in
 */
export function fingerprintField(fingerprints: readonly (string | undefined)[]): { readonly [key: string]: string } {
  const fingerprint = jointFingerprint(fingerprints);
  return fingerprint === undefined ? {} : { fingerprint };
}

/** The fingerprints of an ensemble's members, as far as they are trained. */
export async function fingerprintsOf(training: TrainingEnsemble): Promise<(string | undefined)[]> {
  return memberFingerprints((await training.snapshot()).parameters, training.ensemble.members.length);
}
