import type { PageEngine } from '../../../engine/choice/page-engine.ts';
import { createBreathe } from '../../../engine/run/page-turns.ts';
import { sideBySide } from '../../../studies/side-by-side.ts';
import type { Study } from '../../../studies/study.ts';

/**
 * Has a study's programs compiled by the page's engine, which keeps them. Nothing is trained.
 *
 * @throws whatever the engine throws; it is not replaced, because nobody needs it yet
 */
export async function getReady(pageEngine: PageEngine, study: Study<string>): Promise<void> {
  const { engine } = await pageEngine.get();
  const breathe = createBreathe();
  // The programs are those of the networks, whatever their number.
  await sideBySide(study.parts([1]), {
    room: () => engine.membersAtOnce,
    size: ({ trials }) => trials.length,
    onFailure: () => undefined,
    work: async ({ ensemble }) => {
      await breathe();
      const training = await engine.prepare(ensemble);
      try {
        await training.evaluate(ensemble.inputs.slice(0, ensemble.network.sizes[0]));
      } finally {
        training.dispose();
      }
    },
  });
}
