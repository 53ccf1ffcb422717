import type { Meeting } from '../meeting/meeting.ts';
import type { History } from '../state/history.ts';
import type { PoolChoice, TableChoice, Work } from '../state/work.ts';
import {
  type KeptDraft,
  keptDraftSchema,
  type PoolOfDraft,
  type KeptTable,
  type KeptWork,
} from './kept-draft.ts';

/** A state of the work that the board gave a name. */
export interface Mark {
  readonly title: string;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly at: number;
  readonly work: Work;
}

/** One piece of work with everything that led to it. */
export interface Draft {
  readonly id: string;
  readonly title: string;
  /** When it was changed last, in milliseconds since 1970-01-01 UTC. */
  readonly changed: number;
  /** When it was thrown away; it can be taken out again. */
  readonly removed?: number;
  readonly history: History;
  /** Oldest first. */
  readonly marks: readonly Mark[];
  /** The meeting at which it is, or was last, decided on. */
  readonly meeting?: Meeting;
  /** The proof of the best slate, as JSON, from when it was looked at last: reports of record have it where it holds still. */
  readonly proof?: string;
}

/** The form in which a draft is kept. */
export function keptForm(draft: Draft): KeptDraft {
  const { id, title, changed, removed, history, marks, meeting, proof } = draft;
  const numbers = new Map<string, number>();
  const numberOf = (text: string): number => {
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  };
  const kept = (work: Work): KeptWork => keptWork(work, numberOf);
  const told = <Did extends { readonly persons: readonly string[] }>(did: Did) => ({
    ...did,
    persons: [...did.persons],
  });
  const past = history.past.map(({ did, before, ...step }) => ({
    ...step,
    did: told(did),
    before: kept(before),
  }));
  const future = history.future.map(({ did, after, ...step }) => ({
    ...step,
    did: told(did),
    after: kept(after),
  }));
  const work = kept(history.work);
  const named = marks.map((mark) => ({ ...mark, work: kept(mark.work) }));
  const proofNumber = proof === undefined ? undefined : numberOf(proof);
  return {
    format: 'slate-draft-1',
    id,
    title,
    changed,
    ...(removed !== undefined && { removed }),
    texts: [...numbers.keys()],
    past,
    work,
    future,
    marks: named,
    ...(meeting !== undefined && { meeting }),
    ...(proofNumber !== undefined && { proof: proofNumber }),
  };
}

/** Work with its texts by number. */
function keptWork(work: Work, numberOf: (text: string) => number): KeptWork {
  const table = (choice: TableChoice): KeptTable =>
    choice.kind === 'own' ? { ...choice, csv: numberOf(choice.csv) } : choice;
  const pool = (choice: PoolChoice): PoolOfDraft => {
    if (choice.kind !== 'workbook') return table(choice);
    const { mended, base64, ...others } = choice;
    const tables = mended && mapValues(mended.tables, numberOf);
    return {
      ...others,
      base64: numberOf(base64),
      ...(mended && tables && { mended: { sheets: [...mended.sheets], tables } }),
    };
  };
  return {
    pool: pool(work.pool),
    ...(work.units !== undefined && { units: table(work.units) }),
    rules: work.rules.kind === 'own' ? { ...work.rules, yaml: numberOf(work.rules.yaml) } : work.rules,
    changes: keptChanges(work.changes),
    pin: [...work.pin],
    exclude: [...work.exclude],
    members: [...work.members],
    ...(work.accepted.length > 0 && { accepted: [...work.accepted] }),
    scenarios: work.scenarios.map((each) => ({ ...each, changes: keptChanges(each.changes) })),
  };
}

/** The draft that was kept, or `undefined` if this is none: not of this form, or its texts are missing. */
export function draftIn(kept: unknown): Draft | undefined {
  const read = keptDraftSchema.safeParse(kept);
  return read.success ? draftOf(read.data) : undefined;
}

function draftOf({ id, title, changed, removed, texts, ...kept }: KeptDraft): Draft | undefined {
  let whole = true;
  const textOf = (number: number): string => {
    if (number >= texts.length) whole = false;
    return texts[number] ?? '';
  };
  const table = (kept: KeptTable): TableChoice =>
    kept.kind === 'own' ? { ...kept, csv: textOf(kept.csv) } : kept;
  const pool = (kept: PoolOfDraft): PoolChoice => {
    if (kept.kind !== 'workbook') return table(kept);
    const { mended, base64, ...others } = kept;
    return {
      ...exact(others),
      base64: textOf(base64),
      ...(mended && { mended: { ...mended, tables: mapValues(mended.tables, textOf) } }),
    };
  };
  const workOf = (each: KeptWork): Work => ({
    ...each,
    changes: exactChanges(each.changes),
    scenarios: each.scenarios.map((one) => ({ ...one, changes: exactChanges(one.changes) })),
    pool: pool(each.pool),
    accepted: each.accepted ?? [],
    units: each.units && table(each.units),
    rules: each.rules.kind === 'own' ? { ...each.rules, yaml: textOf(each.rules.yaml) } : each.rules,
  });
  const past = kept.past.map(({ did, before, ...step }) => ({
    ...exact(step),
    did: exact(did),
    before: workOf(before),
  }));
  const future = kept.future.map(({ did, after, ...step }) => ({
    ...exact(step),
    did: exact(did),
    after: workOf(after),
  }));
  const history = { past, work: workOf(kept.work), future };
  const marks = kept.marks.map((mark) => ({ ...mark, work: workOf(mark.work) }));
  const { meeting } = kept;
  const proof = kept.proof === undefined ? undefined : textOf(kept.proof);
  const draft = {
    id,
    title,
    changed,
    ...(removed !== undefined && { removed }),
    history,
    marks,
    ...(meeting !== undefined && { meeting }),
    ...(proof !== undefined && { proof }),
  };
  return whole ? draft : undefined;
}

function keptChanges({ rules, size }: Work['changes']): KeptWork['changes'] {
  return { rules: { ...rules }, ...(size !== undefined && { size }) };
}

/** The same names with other values. */
function mapValues<One, Other>(
  record: Readonly<Record<string, One>>,
  made: (value: One) => Other,
): Record<string, Other> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, made(value)]));
}

type Exact<Shape> = { [Key in keyof Shape]: Exclude<Shape[Key], undefined> };

/** The same without fields that hold `undefined`. */
function exact<Shape extends object>(shape: Shape): Exact<Shape> {
  return Object.fromEntries(Object.entries(shape).filter(([, value]) => value !== undefined)) as Exact<Shape>;
}

function exactChanges({ rules, size }: KeptWork['changes']): Work['changes'] {
  const changes = Object.fromEntries(Object.entries(rules).map(([id, change]) => [id, exact(change)]));
  return { rules: changes, ...(size !== undefined && { size }) };
}
