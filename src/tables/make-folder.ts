import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Makes a folder, and those above it that are missing. Node does that by itself, but never ends where a folder
 * is there and nothing can be made in it, as in `/proc`.
 *
 * @param mode the rights of what is made, of which the process takes its mask
 * @throws what Node throws where it cannot be made, with its code
 */
export function makeFolder(folder: string, mode = 0o777): void {
  const missing: string[] = [];
  for (let at = resolve(folder); !existsSync(at); at = dirname(at)) missing.unshift(at);
  // Where all are there, Node says of a file that it is in the way.
  if (missing.length === 0) mkdirUnlessThere(resolve(folder), mode);
  for (const each of missing) mkdirUnlessThere(each, mode);
}

/** Another process may have been quicker. */
function mkdirUnlessThere(folder: string, mode: number): void {
  try {
    mkdirSync(folder, { mode });
  } catch (error) {
    if (!isFolder(folder)) throw error;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
