import { z } from 'zod';
import type { CaseSources } from '../opening/sources.ts';
import { InputError, problem, type Problem } from '../words/problem.ts';
import { sha256Of } from './canonical.ts';
import type { FrozenParts } from './frozen-case.ts';
import { questionNamed, type RecordData, sealedSchema, sealOf, contentBytes } from './record.ts';
import { partedReport } from './report-html.ts';
import { thawCase } from './thawed-case.ts';

/** A report of record as it was read. */
export interface ReadReport {
  readonly data: RecordData;
  /** What people see of it. */
  readonly page: string;
  readonly sources: CaseSources;
  /** What shows that it was changed after it was written. */
  readonly tampered: readonly Problem[];
}

/**
 * Reads a report of record. That it was changed is no reason not to read it: what was changed is told, and
 * the rest can still be repeated.
 *
 * @param called its name in problems
 * @param tables the bytes of tables that a report without names has by their hash alone
 * @throws InputError where it is not a report, or its data cannot be read
 */
export function readReport(report: string, called: string, tables: readonly Uint8Array[] = []): ReadReport {
  const parted = partedReport(report);
  if (parted === undefined)
    throw new InputError([problem('records.not-a-report', undefined, { file: called })]);
  const { page, json } = parted;
  const { seal, page: pageHash, ...data } = dataIn(json, called);
  const tampered = [
    ...changedContents(data),
    ...(sealOf(data) === seal ? [] : [problem('records.tampered', { mark: 'seal' })]),
    ...(sha256Of(page) === pageHash ? [] : [problem('records.tampered', { mark: 'page' })]),
  ];
  return { data, page, sources: sourcesOf(data, called, { tampered, tables }), tampered };
}

function dataIn(json: string, called: string): z.output<typeof sealedSchema> {
  const unreadable = (message: string): InputError =>
    new InputError([problem('records.unreadable', { message }, { file: called })]);
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw unreadable('JSON');
  }
  const read = sealedSchema.safeParse(value);
  const misshapen =
    read.error ??
    read.data.asked
      .map(({ question, answer }) => questionNamed(question).answer.safeParse(answer).error)
      .find((error) => error !== undefined);
  if (misshapen !== undefined) throw unreadable(z.prettifyError(misshapen).replaceAll(/\s+/g, ' '));
  return read.data!;
}

/** Texts whose bytes are no longer those of their hash. */
function changedContents({ contents, ...data }: RecordData): readonly Problem[] {
  return Object.entries(contents)
    .filter(([sha256, content]) => sha256Of(contentBytes(content)) !== sha256)
    .map(([sha256]) => problem('records.changed-content', { called: nameOf(sha256, data.case) }));
}

function nameOf(sha256: string, parts: FrozenParts): string {
  for (const [kind, part] of Object.entries(parts)) {
    if (!isText(part)) continue;
    if (part.content === sha256) return part.called ?? kind;
    const behind = Object.values(part.behind ?? {}).find(({ content }) => content === sha256);
    if (behind !== undefined) return behind.called;
  }
  return sha256;
}

function isText(part: unknown): part is FrozenParts['rules'] {
  return typeof part === 'object' && part !== null && 'content' in part;
}

function sourcesOf(
  data: RecordData,
  called: string,
  { tampered, tables }: { readonly tampered: readonly Problem[]; readonly tables: readonly Uint8Array[] },
): CaseSources {
  const given = new Map(tables.map((bytes) => [sha256Of(bytes), bytes]));
  const missing = (sha256: string): InputError => {
    const code = data.blind === true ? 'records.needs-table' : 'records.missing-content';
    const parameters = { called: nameOf(sha256, data.case), sha256, given: [...given.keys()] };
    return new InputError([...tampered, problem(code, parameters, { file: called })]);
  };
  const { rules } = data.case;
  // Whoever wrote the report says what the rules build upon: no file of this machine is read for it.
  const whole = { ...data.case, rules: { ...rules, behind: rules.behind ?? {} } };
  return thawCase(whole, (sha256) => {
    const content = data.contents[sha256];
    if (content !== undefined) return contentBytes(content);
    const bytes = given.get(sha256);
    if (bytes === undefined) throw missing(sha256);
    return bytes;
  });
}
