import { scaleDigits } from '../core/data/digits.ts';
import { fetchOnce } from './fetch-once.ts';
import { fetchTable } from './fetch-table.ts';

/** All 1,797 digits, pixels from 0 to 1, fetched once for all studies of a page. */
export const fetchDigitTable = fetchOnce(async () => scaleDigits(await fetchTable('digits')));
