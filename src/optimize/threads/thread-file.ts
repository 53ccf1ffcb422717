import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The path of the file that a thread runs, beside the file that starts it. From a checkout both are
 * TypeScript; in the installed package both are built, and no compiler sees the name in a URL.
 *
 * @param name `solver-thread.ts`, as the source is called
 * @param from `import.meta.url` of the file that starts the thread
 */
export function threadFile(name: `${string}-thread.ts`, from: string): string {
  return fileURLToPath(new URL(name.replace(/\.ts$/, extname(from)), from));
}
