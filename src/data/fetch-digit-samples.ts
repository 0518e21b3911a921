import { digitSamples } from './digit-samples.ts';
import { fetchOnce } from './fetch-once.ts';
import { fetchTable } from './fetch-table.ts';

/** The sample of digits that figures blend, fetched once for all of a page. */
export const fetchDigitSamples = fetchOnce(async () => digitSamples(await fetchTable('digits-sample')));
