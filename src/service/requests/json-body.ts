import { printParseErrorCode, visit } from 'jsonc-parser';
import type { z } from 'zod';
import { pointerTo, schemaProblems } from '../../questions/schema-problems.ts';
import { problem, type Problem, type Reading } from '../../words/problem.ts';
import { DROPPED_KEY, droppedKeys } from '../../rules/yaml/dropped-keys.ts';
import { repeatedKeys } from './repeated-keys.ts';

/** What is wrong at a place of a text that is not JSON. */
type JsonFault = 'comma' | 'colon' | 'key' | 'value' | 'end' | 'cut-off' | 'text' | 'other';

const FAULTS: Readonly<Record<string, JsonFault>> = {
  CommaExpected: 'comma',
  ColonExpected: 'colon',
  PropertyNameExpected: 'key',
  ValueExpected: 'value',
  EndOfFileExpected: 'end',
  CloseBraceExpected: 'cut-off',
  CloseBracketExpected: 'cut-off',
  UnexpectedEndOfString: 'text',
  InvalidEscapeCharacter: 'text',
  InvalidUnicode: 'text',
  InvalidCharacter: 'text',
};

/** The body of a request as JSON, or what it is instead and where. */
export function jsonOf(bytes: Uint8Array): Reading<unknown> {
  const here = { file: 'body' };
  if (bytes.length === 0) return { ok: false, problems: [problem('service.no-body', undefined, here)] };
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { ok: false, problems: [problem('service.not-utf8', undefined, here)] };
  }
  try {
    const value: unknown = JSON.parse(text);
    const deep = tooDeep(value);
    if (deep === undefined) return { ok: true, value };
    return {
      ok: false,
      problems: [problem('service.too-deep', { deepest: DEEPEST }, { ...here, field: pointerTo(deep) })],
    };
  } catch {
    return { ok: false, problems: [notJson(text)] };
  }
}

/**
 * A body by its schema, or all that is wrong with it: what is no JSON, keys that stand twice or would be dropped,
 * and whatever the schema does not take.
 */
export function readBody<Schema extends z.ZodType>(
  bytes: Uint8Array,
  schema: Schema,
): Reading<z.output<Schema>> {
  const read = jsonOf(bytes);
  if (!read.ok) return read;
  const parsed = schema.safeParse(read.value);
  const misread = parsed.success ? [] : schemaProblems(parsed.error.issues, read.value, schema);
  const problems = [...repeatedKeys(bytes, read.value), ...droppedFields(read.value), ...misread];
  return parsed.success && problems.length === 0 ? { ok: true, value: parsed.data } : { ok: false, problems };
}

/** Deeper than any question; what reads a body later goes down step by step, and would run out of stack. */
const DEEPEST = 100;

/** Where a value is nested too deep, as far as it still may be. */
function tooDeep(value: unknown, level = 0): readonly (string | number)[] | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (level >= DEEPEST) return [];
  const isList = Array.isArray(value);
  for (const [key, part] of Object.entries(value)) {
    const below = tooDeep(part, level + 1);
    if (below !== undefined) return [isList ? Number(key) : key, ...below];
  }
  return undefined;
}

interface Fault {
  readonly fault: JsonFault;
  readonly line: number;
  readonly column: number;
}

/** `JSON.parse` does not always say where; the first place that a parser with positions stumbles over. */
function notJson(text: string): Problem {
  const found = firstFault(text);
  if (found === undefined) return problem('service.not-json', {}, { file: 'body' });
  const { line, column } = found;
  return problem('service.not-json', found, { file: 'body', line, column });
}

function firstFault(text: string): Fault | undefined {
  let first: Fault | undefined;
  try {
    visit(
      text,
      {
        onError: (code, _offset, _length, line, character) => {
          first ??= {
            fault: FAULTS[printParseErrorCode(code)] ?? 'other',
            line: line + 1,
            column: character + 1,
          };
        },
      },
      { disallowComments: true },
    );
  } catch (error) {
    // This parser is recursive, `JSON.parse` is not: nesting by the thousand overflows its stack.
    if (!(error instanceof RangeError)) throw error;
  }
  return first;
}

/** Each field of a body, at any depth, that reading it by a schema would drop. */
function droppedFields(value: unknown): readonly Problem[] {
  return droppedKeys(value).map((path) =>
    problem('service.dropped-key', { key: DROPPED_KEY }, { file: 'body', field: pointerTo(path) }),
  );
}
