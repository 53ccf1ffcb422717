import { resolve } from 'node:path';
import { pathNamed } from '../../opening/shipped.ts';
import { type Encoding, ENCODINGS } from '../../tables/text/encoding.ts';
import { InputError, problem, type Problem } from '../../words/problem.ts';

interface OfFile {
  readonly file: string;
  readonly encoding: Encoding;
}

/** What a command line says of the encodings of its tables: one of all, others of single files. */
export class TableEncodings {
  readonly #all: Encoding | undefined;
  readonly #ofFiles: readonly OfFile[];

  constructor(all?: Encoding, ofFiles: readonly OfFile[] = []) {
    this.#all = all;
    this.#ofFiles = ofFiles;
  }

  /** What options said; nothing where none did. */
  static in({ encoding }: Readonly<Record<string, unknown>>): TableEncodings {
    return encoding instanceof TableEncodings ? encoding : new TableEncodings();
  }

  /** With a further `--encoding NAME` or `--encoding FILE=NAME`. @throws InputError */
  with(text: string): TableEncodings {
    const at = text.lastIndexOf('=');
    const file = at === -1 ? undefined : text.slice(0, at);
    const encoding = encodingNamed(text.slice(at + 1));
    const isSaid = file === undefined ? this.#all !== undefined : this.#own(file) !== undefined;
    if (isSaid) {
      const option = file === undefined ? '--encoding' : `--encoding ${file}=`;
      throw new InputError([problem('cli.given-twice', { option })]);
    }
    return file === undefined
      ? new TableEncodings(encoding, this.#ofFiles)
      : new TableEncodings(this.#all, [...this.#ofFiles, { file, encoding }]);
  }

  /** The encoding of a file that the command line names; `undefined` where nothing is said of it. */
  of(file: string | undefined): Encoding | undefined {
    return (file === undefined ? undefined : this.#own(file)) ?? this.#all;
  }

  /** Encodings of files that the command line does not name otherwise: slips of the pen. */
  ofOthersThan(files: readonly (string | undefined)[]): readonly Problem[] {
    return this.#ofFiles
      .filter(({ file }) => !files.some((each) => each !== undefined && isSame(each, file)))
      .map(({ file }) => problem('cli.encoding-of-no-file', { file }));
  }

  #own(named: string): Encoding | undefined {
    return this.#ofFiles.find(({ file }) => isSame(file, named))?.encoding;
  }
}

function encodingNamed(text: string): Encoding {
  const encoding = ENCODINGS.find((each) => each === text.toLowerCase());
  if (encoding !== undefined) return encoding;
  const parameters = { option: '--encoding', value: text, allowed: ENCODINGS };
  throw new InputError([problem('cli.not-one-of', parameters)]);
}

function isSame(one: string, other: string): boolean {
  return resolve(pathNamed(one)) === resolve(pathNamed(other));
}
