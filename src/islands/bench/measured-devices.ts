import { expectFormat } from '../../core/data/file-format.ts';
import type { MeasuredDevice } from './speeds.ts';

const files = import.meta.glob('/content/benchmarks/*.json', { eager: true, import: 'default' });

/**
 * The machines that were measured before, by the names of their files.
 *
 * @throws RangeError if a file is of another format than the code
 */
export function measuredDevices(): MeasuredDevice[] {
  return Object.entries(files)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, file]) => {
      const { device, browser, measured, note, speeds } = expectFormat(
        path,
        file,
        'Write it as docs/benchmark.md says.',
      );
      return { device, browser, measured, ...(note !== undefined && { note }), speeds } as MeasuredDevice;
    });
}
