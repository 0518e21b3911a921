import { defineParameters } from '../../parameters/parameter.ts';
import { picturesRunParameters } from '../kit/rerun/pictures-run.ts';

/** What a reader can set: whose wrong labels are shown. */
export const memorizedDigitsParameters = defineParameters({ data: picturesRunParameters.data });
