import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What is to be written, and what its author does next. */
export interface Draft {
  /** Texts by the paths of their files, from the root of the project. */
  readonly files: Readonly<Record<string, string>>;
  readonly next: readonly string[];
}

/**
 * Writes all files of a draft, or none.
 *
 * @param root the folder of the project
 * @throws Error that names the files which are there already
 */
export function writeDraft(root: string, { files }: Draft): void {
  const taken = Object.keys(files).filter((file) => existsSync(path.join(root, file)));
  if (taken.length > 0)
    throw new Error(`${taken.join(' and ')} ${taken.length === 1 ? 'is' : 'are'} there already. Choose another name.`);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text, { flag: 'wx' });
  }
}
