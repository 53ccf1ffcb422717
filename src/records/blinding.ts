import type { OpenCase } from '../opening/open-case.ts';
import type { FrozenCase, FrozenParts, FrozenText } from './frozen-case.ts';
import { sha256Of } from './canonical.ts';
import { NamesInText, namesOfOneWord } from './names-in-text.ts';
import { contentBytes, type RecordData } from './record.ts';

/** An answer or a part of one as plain data. */
type Plain = Readonly<Record<string, unknown>>;

/**
 * Takes out of a case and its answers who is who: the table of candidates stands by its hash alone, a slate by ids,
 * and where an answer names somebody it says their id. Notices quote tables, and are left out. What was asked,
 * the proof and every hash stay what they are, so that whoever has the table can ask again.
 */
export class Blinding {
  readonly #opened: OpenCase;
  readonly #names: NamesInText;

  constructor(opened: OpenCase) {
    this.#opened = opened;
    this.#names = new NamesInText(opened.pool.names, opened.pool.ids);
  }

  /** The case without the table of candidates, and without one of units that names them. */
  case({ parts, contents }: FrozenCase): FrozenCase {
    const namesSomebody = (sha256: string): boolean => {
      const bytes = contents.find((each) => sha256Of(each) === sha256);
      return bytes !== undefined && this.#names.isIn(Buffer.from(bytes).toString('utf8'));
    };
    const { pool, units, slate } = parts;
    const isHeld = new Set([pool, units].flatMap((part) => (part === undefined ? [] : [part.content])));
    const withheld = new Set(
      [...isHeld].filter((sha256) => sha256 === pool.content || namesSomebody(sha256)),
    );
    const inSlate = slate !== undefined && 'content' in slate ? slate.content : undefined;
    return {
      parts: {
        ...parts,
        pool: withoutAccepted(pool),
        ...(slate !== undefined && { slate: { ids: this.#opened.slate } }),
      } satisfies FrozenParts,
      contents: contents.filter((bytes) => {
        const sha256 = sha256Of(bytes);
        return !withheld.has(sha256) && sha256 !== inSlate;
      }),
    };
  }

  /** An answer as the report has it; asking again is compared with it in the same way. */
  answer({ notices: _, proof, ...answer }: Plain): Plain {
    const blind = this.#blind(answer) as Plain;
    // A proof whose rows name somebody would prove nothing with other names in it.
    const isKept = proof !== undefined && !this.#names.isIn(JSON.stringify(proof));
    return isKept ? { ...blind, proof } : blind;
  }

  #blind(value: unknown): unknown {
    if (typeof value === 'string') return this.#names.withIds(value);
    if (Array.isArray(value)) return value.map((each) => this.#blind(each));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, this.#blind(each)]));
  }
}

/** What may still tell who is who in a report without names, since it is kept as it was written. */
export interface NamesKept {
  /** Candidates whom the texts of rules, scenario or mapping name. */
  readonly inTexts: number;
  /** Candidates whose name is a single word, which may be any word and is left where it stands. */
  readonly ofOneWord: number;
}

/** What a report without names keeps of them. @param data the report, as {@link Blinding} left it */
export function namesKept({ contents }: Pick<RecordData, 'contents'>, { pool }: OpenCase): NamesKept {
  const texts = Object.values(contents).map((each) => contentBytes(each).toString('utf8'));
  return {
    inTexts: new NamesInText(pool.names, pool.ids).idsIn(texts).size,
    ofOneWord: namesOfOneWord(pool.names),
  };
}

/** Notices that were accepted quote the table. */
function withoutAccepted({ reading, ...pool }: FrozenText): FrozenText {
  if (reading === undefined) return pool;
  const { mapping, ...read } = reading;
  if (mapping === undefined || 'file' in mapping) return { ...pool, reading };
  const { accepted: _, ...kept } = mapping;
  return { ...pool, reading: { ...read, mapping: kept } };
}
