import { visit } from 'jsonc-parser';
import { pointerTo } from '../../questions/schema-problems.ts';
import { problem, type Problem } from '../../words/problem.ts';

/**
 * Each key that stands twice in one object of a body, at any depth. `JSON.parse` keeps the last of them and
 * says nothing; here they are refused, as rule files refuse them.
 *
 * @param bytes the body, which must be JSON. @param value what `JSON.parse` made of it.
 */
export function repeatedKeys(bytes: Uint8Array, value: unknown): readonly Problem[] {
  // Counting takes a fraction of the time of parsing; who wrote no key twice waits for nothing else.
  return keysWritten(bytes) === keysKept(value) ? [] : whichRepeat(new TextDecoder().decode(bytes));
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;

/** One key for each colon outside texts. */
function keysWritten(bytes: Uint8Array): number {
  let keys = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === COLON) keys += 1;
    else if (byte === QUOTE) at = endOfText(bytes, at);
  }
  return keys;
}

function endOfText(bytes: Uint8Array, start: number): number {
  let at = start + 1;
  while (at < bytes.length && bytes[at] !== QUOTE) at += bytes[at] === BACKSLASH ? 2 : 1;
  return at;
}

/** By a list of what is still to be looked into: nesting by the thousand would overflow the stack. */
function keysKept(value: unknown): number {
  let keys = 0;
  const open: unknown[] = [value];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next !== 'object' || next === null) continue;
    const parts: readonly unknown[] = Array.isArray(next) ? next : Object.values(next);
    if (!Array.isArray(next)) keys += parts.length;
    for (const part of parts) if (typeof part === 'object' && part !== null) open.push(part);
  }
  return keys;
}

/**
 * Characters that the pointers may have together: thousands of keys. Deep in nesting without sense each
 * pointer is as long as the path to it, and a hostile body would grow a thousandfold in its refusal.
 */
const MOST_POINTED = 100_000;

interface Spot {
  readonly line: number;
  readonly column: number;
}

function whichRepeat(text: string): readonly Problem[] {
  const repeated: Problem[] = [];
  const open: Map<string, Spot>[] = [];
  let pointed = 0;
  try {
    visit(text, {
      onObjectBegin: () => void open.push(new Map()),
      onObjectEnd: () => void open.pop(),
      onObjectProperty: (key, _offset, _length, startLine, startCharacter, path) => {
        const here = { line: startLine + 1, column: startCharacter + 1 };
        const first = open.at(-1)?.get(key);
        if (first === undefined) open.at(-1)?.set(key, here);
        else if (pointed < MOST_POINTED) {
          const field = pointerTo([...path(), key]);
          pointed += field.length;
          repeated.push(problem('service.repeated-key', { key, first }, { file: 'body', ...here, field }));
        }
      },
    });
  } catch (error) {
    // This parser is recursive, `JSON.parse` is not: nesting by the thousand overflows its stack.
    if (!(error instanceof RangeError)) throw error;
  }
  return repeated.length > 0 ? repeated : [problem('service.repeated-key', {}, { file: 'body' })];
}
