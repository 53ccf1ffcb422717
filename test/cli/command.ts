import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The real command as a child process on real files, as people run it. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** The command itself. */
export const COMMAND = join(ROOT, 'bin/slate.js');
