import { printParseErrorCode, visit } from 'jsonc-parser';
import { problem, type Problem, type Reading } from '../words/problem.ts';

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
    return { ok: true, value };
  } catch {
    return { ok: false, problems: [notJson(text)] };
  }
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
