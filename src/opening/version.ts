import { readFileSync } from 'node:fs';

interface Manifest {
  readonly version: string;
}

const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as Manifest;

/** The version of Slate, as `package.json` has it: in the command line, over HTTP and in the library. */
export const VERSION: string = manifest.version;
