import { words } from './words.ts';

/** What a reader is told of settings that an address asks for and cannot be had. */
export const settingWords = words('settings', {
  unknown: '{name} is not a setting of this figure; it is ignored.',
  twice: '{name} is given more than once; only the first is used.',
  version: 'This address is of version {given}, which is not known; it is read as version {known}.',
  impossible: '{name} = {given} is not possible; using {used}.',
  unreadable: '{name}: {n} of them could not be read and are left out.',
  surplus: '{name}: only the first {n} are used.',
  nothing: 'nothing',
});
