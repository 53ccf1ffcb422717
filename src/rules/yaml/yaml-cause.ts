import type { YamlCause } from '../../words/found-value.ts';

interface Line {
  readonly offset: number;
  readonly text: string;
  readonly indent: number;
}

/** The cause of what is wrong with a text that a parser refused; `undefined` where none of the usual ones is found. */
export function yamlCause(text: string): YamlCause | undefined {
  const lines = linesOf(text);
  // Inside brackets, as JSON is written, tabs are blanks like any other.
  const isFlow = /^\s*[{[]/.test(text);
  return (
    (isFlow ? undefined : tabs(lines)) ?? openOrStray(lines) ?? misfitIndent(lines) ?? missingComma(lines)
  );
}

function linesOf(text: string): readonly Line[] {
  let offset = 0;
  return text.split('\n').map((line) => {
    const found = { offset, text: line, indent: /^ */.exec(line)![0].length };
    offset += line.length + 1;
    return found;
  });
}

function tabs(lines: readonly Line[]): YamlCause | undefined {
  const tabbed = lines.filter(({ text }) => /^ *\t\s*\S/.test(text));
  const first = tabbed[0];
  return first && { what: 'tabs', offset: first.offset, lines: tabbed.length };
}

const CLOSES: ReadonlyMap<string, string> = new Map([
  ['}', '{'],
  [']', '['],
]);

/** What of brackets and quotes is open while a text is read from left to right. */
interface Open {
  readonly brackets: { readonly bracket: string; readonly offset: number; readonly indent: number }[];
}

/**
 * A quote that is not closed on its line, a bracket that is not closed before a line that begins a new part,
 * or a bracket that closes nothing. Quoted text over several lines is YAML, but in a file that is none it is
 * the likelier cause.
 */
function openOrStray(lines: readonly Line[]): YamlCause | undefined {
  const open: Open = { brackets: [] };
  for (const line of lines) {
    const outer = open.brackets[0];
    if (outer !== undefined && beginsAnew(line, outer.indent)) return unclosed(open);
    const cause = readLine(line, open);
    if (cause !== undefined) return cause;
  }
  return open.brackets.length > 0 ? unclosed(open) : undefined;
}

function unclosed({ brackets }: Open): YamlCause {
  const { bracket, offset } = brackets.at(-1)!;
  return { what: 'open-bracket', offset, bracket };
}

/** Whether a line is an item or a key that stands no deeper than the line on which a bracket was opened. */
function beginsAnew({ text, indent }: Line, opened: number): boolean {
  return indent <= opened && /^(?:- |-$|[\w$-]+:(?: |$))/.test(text.trimStart());
}

function readLine({ text, offset, indent }: Line, { brackets }: Open): YamlCause | undefined {
  // In block style a bracket or quote begins a value only where a value can begin.
  let begins = true;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]!;
    if (character === '#' && (at === 0 || /\s/.test(text[at - 1]!))) return undefined;
    if (begins && (character === '"' || character === "'")) {
      const end = endOfQuote(text, at);
      if (end === undefined) return { what: 'open-quote', offset: offset + at, quote: character };
      at = end;
      begins = false;
    } else if ((begins || brackets.length > 0) && (character === '{' || character === '[')) {
      brackets.push({ bracket: character, offset: offset + at, indent });
      begins = true;
    } else if (brackets.length > 0 && (character === '}' || character === ']')) {
      const { bracket, offset: opened } = brackets.pop()!;
      if (bracket !== CLOSES.get(character)) return { what: 'open-bracket', offset: opened, bracket };
      begins = false;
    } else if (!begins && (character === '}' || character === ']') && /[}\]]\s*$/.test(text.slice(0, at))) {
      return { what: 'stray-bracket', offset: offset + at, bracket: character };
    } else if (!/\s/.test(character)) {
      begins = startsValue(text, at, brackets.length > 0);
    }
  }
  return undefined;
}

/** Whether a value can begin after this character: a colon, dash or question mark before a blank, or a comma in brackets. */
function startsValue(text: string, at: number, inBrackets: boolean): boolean {
  const next = text[at + 1];
  const character = text[at]!;
  if (inBrackets && character === ',') return true;
  const isBlank = next === undefined || /\s/.test(next);
  if (character === ':') return isBlank;
  return character === '-' && isBlank && text.slice(0, at).trim() === '';
}

/** Where a quoted text ends on its line; a doubled single quote and an escaped double quote do not end it. */
function endOfQuote(text: string, start: number): number | undefined {
  const quote = text[start]!;
  for (let at = start + 1; at < text.length; at += 1) {
    if (quote === '"' && text[at] === '\\') at += 1;
    else if (text[at] === quote && quote === "'" && text[at + 1] === quote) at += 1;
    else if (text[at] === quote) return at;
  }
  return undefined;
}

/**
 * The first line that is level with no part that is open where it stands. Items of a list open two levels:
 * that of their dash and that of what follows it.
 */
function misfitIndent(lines: readonly Line[]): YamlCause | undefined {
  let levels: readonly number[] = [];
  let opensDeeper = true;
  for (const { text, indent, offset } of lines) {
    const written = text.trim();
    if (written === '' || written.startsWith('#') || written.startsWith('---')) continue;
    const deepest = levels.at(-1) ?? -1;
    const isDeeper = indent > deepest;
    if ((isDeeper && !opensDeeper) || (!isDeeper && !levels.includes(indent))) {
      return { what: 'indent', offset: offset + indent, found: indent, levels: nearestTo(indent, levels) };
    }
    levels = [...levels.filter((level) => level < indent), indent];
    const inItem = /^(?:- +)+(?=\S)/.exec(written)?.[0].length;
    if (inItem !== undefined) levels = [...levels, indent + inItem];
    opensDeeper = /(?::|^-|[|>][+-]?\d*)$/.test(written.replace(/\s+#.*$/, ''));
    if (/[|>][+-]?\d*$/.test(written)) return undefined;
  }
  return undefined;
}

/** A value and the next key, `{ fact: gender operator: equal }`, neither of them quoted. */
const TWO_KEYS = /([{,]\s*[\w.-]+:\s+[^\s,{}[\]"'#][^,{}[\]"':#]*?\s)([\w.-]+):\s/;

/** In braces, a key that follows a value without a comma. */
function missingComma(lines: readonly Line[]): YamlCause | undefined {
  for (const { text, offset } of lines) {
    const opens = text.indexOf('{');
    const found = opens === -1 ? null : TWO_KEYS.exec(text.slice(opens));
    if (found !== null)
      return { what: 'no-comma', offset: offset + opens + found.index + found[1]!.length, key: found[2]! };
  }
  return undefined;
}

/** The next level on either side. */
function nearestTo(indent: number, levels: readonly number[]): readonly number[] {
  const below = levels.findLast((level) => level < indent);
  const above = levels.find((level) => level > indent);
  return [below, above].filter((level) => level !== undefined);
}
