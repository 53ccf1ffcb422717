import {
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseAllDocuments,
  Scalar,
  visit,
  type Document,
  type Node,
  type YAMLError,
} from 'yaml';
import { LOST_LETTER } from '../../tables/text/encoding.ts';
import { problem, type Place, type Problem } from '../../words/problem.ts';
import type { Path } from './written-values.ts';
import { yamlCause } from './yaml-cause.ts';

/** A YAML file as plain data, and where each part of it stands. */
export interface YamlFile {
  readonly file: string;
  readonly text: string;
  readonly data: unknown;
  /** Where the value at a path begins; for a path that does not exist, where the nearest part around it begins. */
  placeOf(path: Path): Place;
  /** Where the key at the end of a path stands. */
  placeOfKey(path: Path): Place;
}

/** What came of reading: problems may stand beside a file that is otherwise sound (a key given twice). */
interface YamlReading {
  readonly yaml?: YamlFile;
  readonly problems: readonly Problem[];
}

/** Deeper than any rule; keeps hostile nesting from exhausting the stack of what reads it later. */
const DEEPEST = 100;

/** Letters of the longest text. The longest shipped one has some ten thousand; what is longer than this is no file that people write, and takes seconds to read. */
const LONGEST = 500_000;

type ParsedDocument = Document.Parsed;

/**
 * Reads one YAML (or JSON) document. Values are brought to Unicode's composed form first, as pools
 * are, so that the same Vietnamese word is the same text however it was typed.
 */
export function readYaml(text: string, file: string): YamlReading {
  const lines = new LineCounter();
  const at = (offset: number, path?: Path): Place => placeAt(file, lines, offset, path);
  const lost = text.indexOf(LOST_LETTER);
  if (lost !== -1) {
    const line = text.slice(0, lost).split('\n').length;
    return { problems: [problem('rules.lost-letter', undefined, { file, line })] };
  }
  if (text.length > LONGEST) return { problems: [problem('rules.too-long', { longest: LONGEST }, { file })] };
  const composed = text.replace(/^\uFEFF/, '').normalize('NFC');
  if (isTable(composed)) return { problems: [problem('rules.is-table', undefined, { file })] };
  const documents = parse(composed, lines);
  if (documents === 'too-deep')
    return { problems: [problem('rules.too-deep', { deepest: DEEPEST }, { file })] };
  const [first, second] = documents;
  if (first === undefined || (first.contents === null && first.errors.length === 0)) {
    return { problems: [problem('rules.empty-file', undefined, { file })] };
  }
  if (second !== undefined) {
    return { problems: [problem('rules.several-documents', undefined, at(second.range[0]))] };
  }
  const faults = [...first.errors, ...first.warnings];
  const problems = faults
    .filter(({ code }) => code === 'DUPLICATE_KEY')
    .map(({ pos }) => problem('rules.duplicate-key', { key: keyAt(first, pos[0]) }, at(pos[0])));
  const fault = faults.find(({ code }) => code !== 'DUPLICATE_KEY');
  // What a parser says after its first fault is mostly about what that fault made of the rest.
  if (fault !== undefined) return { problems: [syntaxProblem(composed, fault, at)] };
  const unfit = unfitPart(first);
  if (unfit !== undefined) return { problems: [...problems, unfitProblem(unfit.what, at(unfit.offset))] };
  const merges = mergeKeys(first).map((offset) => problem('rules.merge-key', undefined, at(offset)));
  if (merges.length > 0) return { problems: [...problems, ...merges] };
  const grouped = groupedNumbers(first).map(({ source, offset }) =>
    problem('rules.grouped-number', { found: source, value: Number(source) }, at(offset)),
  );
  if (grouped.length > 0) return { problems: [...problems, ...grouped] };
  const data = plainData(first);
  if (data === 'aliases') return { problems: [...problems, problem('rules.aliases', undefined, { file })] };
  return {
    problems,
    yaml: {
      file,
      text,
      data: data.value,
      placeOf: (path) => at(offsetOf(first, path, 'value'), path),
      placeOfKey: (path) => at(offsetOf(first, path, 'key'), path),
    },
  };
}

/** Why the text is not YAML: the cause where it is one of the usual ones, else what the parser says first. */
function syntaxProblem(text: string, fault: YAMLError, at: (offset: number) => Place): Problem {
  const cause = yamlCause(text);
  return cause === undefined
    ? problem('rules.yaml', { kind: fault.code }, at(fault.pos[0]))
    : problem('rules.yaml-cause', { cause }, at(cause.offset));
}

/** Whether this is a table of candidates or units: headings with separators, and nothing that a rule file begins with. */
function isTable(text: string): boolean {
  const [first = '', second = ''] = text.trimStart().split(/\r?\n/, 2);
  if (/^[\w$"'-]+\s*:(\s|$)|^[{[#%-]/.test(first)) return false;
  const separators = (line: string, separator: string): number => line.split(separator).length - 1;
  return [',', ';', '\t'].some(
    (separator) => separators(first, separator) > 0 && separators(second, separator) > 0,
  );
}

/**
 * JSON that a program wrote, whose parts are known by their pointers, not by line and column: a hundredth
 * of the work. Who finds a problem in it reads it again by {@link readYaml}, to say where.
 */
export function placelessFile(json: string, file: string): YamlFile {
  const data: unknown = JSON.parse(json.normalize('NFC'));
  const at = (path: Path): Place => (path.length === 0 ? { file } : { file, field: pointerTo(path) });
  return { file, text: json, data, placeOf: at, placeOfKey: at };
}

function parse(text: string, lines: LineCounter): readonly ParsedDocument[] | 'too-deep' {
  try {
    return [...parseAllDocuments(text, { lineCounter: lines, prettyErrors: false, logLevel: 'silent' })];
  } catch (error) {
    // The parser is recursive: nesting by the thousand overflows its stack.
    if (error instanceof RangeError) return 'too-deep';
    throw error;
  }
}

function plainData(document: ParsedDocument): { readonly value: unknown } | 'aliases' {
  try {
    const value: unknown = document.toJS();
    return { value };
  } catch (error) {
    // yaml's answer to aliases that multiply ("billion laughs") or that contain themselves.
    if (error instanceof ReferenceError) return 'aliases';
    throw error;
  }
}

function placeAt(file: string, lines: LineCounter, offset: number, path?: Path): Place {
  const { line, col } = lines.linePos(offset);
  const place = { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  return path === undefined || path.length === 0 ? place : { ...place, field: pointerTo(path) };
}

/** A JSON pointer (RFC 6901). */
function pointerTo(path: Path): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

type Unfit = 'deep' | 'key' | 'no-anchor' | 'aliases';

/** Looking an alias up takes a walk through the file, so not even a hostile file gets many. */
const MOST_ALIASES = 1000;

/** Thousands as many countries part them: `55.000` is 55 here, and nobody writes that so. */
const GROUPED = /^[1-9]\d{0,2}\.\d{2}0$/;

function groupedNumbers(
  document: ParsedDocument,
): readonly { readonly source: string; readonly offset: number }[] {
  const found: { readonly source: string; readonly offset: number }[] = [];
  visit(document, {
    Scalar: (_, { value, source, range }) => {
      if (typeof value === 'number' && source !== undefined && GROUPED.test(source))
        found.push({ source, offset: range?.[0] ?? 0 });
    },
  });
  return found;
}

/** A part that plain data cannot show: a key that is no text, aliases of nothing or of what contains them, nesting beyond all sense. */
function unfitPart(document: ParsedDocument): { readonly what: Unfit; readonly offset: number } | undefined {
  const open: { readonly node: unknown; readonly depth: number }[] = [{ node: document.contents, depth: 0 }];
  let aliases = 0;
  let anchors: ReturnType<typeof anchorsOf> | undefined;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, depth } = next;
    if (isPair(node)) {
      if (!isScalar(node.key)) return { what: 'key', offset: startOf(node.key) ?? 0 };
      open.push({ node: node.value, depth });
    } else if (isMap(node) || isSeq(node)) {
      if (depth >= DEEPEST) return { what: 'deep', offset: startOf(node) ?? 0 };
      for (const item of node.items) open.push({ node: item, depth: depth + 1 });
    } else if (isAlias(node)) {
      aliases += 1;
      const offset = startOf(node) ?? 0;
      if (aliases > MOST_ALIASES) return { what: 'aliases', offset };
      anchors ??= anchorsOf(document);
      const meant = anchors.get(node.source)?.findLast(({ begin }) => begin <= offset);
      if (meant === undefined) return { what: 'no-anchor', offset };
      if (offset < meant.end) return { what: 'aliases', offset };
    }
  }
  return undefined;
}

/** What has an anchor, by its name, as it stands in the text. The library looks through the whole text for each alias. */
function anchorsOf(
  document: ParsedDocument,
): ReadonlyMap<string, readonly { readonly begin: number; readonly end: number }[]> {
  const anchors = new Map<string, { begin: number; end: number }[]>();
  visit(document, {
    Value: (_, { anchor, range }) => {
      if (anchor === undefined || range === undefined || range === null) return;
      const named = { begin: range[0], end: range[1] };
      const before = anchors.get(anchor);
      if (before === undefined) anchors.set(anchor, [named]);
      else before.push(named);
    },
  });
  return anchors;
}

/** Where merge keys (`<<`) stand. Without what they bring in, whatever else the file lacks is no error. */
function mergeKeys(document: ParsedDocument): readonly number[] {
  const offsets: number[] = [];
  visit(document, {
    Pair: (_, { key }) => {
      const isMerge = isScalar(key) && key.type === Scalar.PLAIN && key.value === '<<';
      if (isMerge) offsets.push(startOf(key) ?? 0);
    },
  });
  return offsets;
}

function unfitProblem(what: Unfit, place: Place): Problem {
  switch (what) {
    case 'deep':
      return problem('rules.too-deep', { deepest: DEEPEST }, place);
    case 'key':
      return problem('rules.key-not-text', undefined, place);
    case 'no-anchor':
      return problem('rules.yaml', { kind: 'BAD_ALIAS' }, place);
    default:
      return problem('rules.aliases', undefined, place);
  }
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}

function offsetOf(document: ParsedDocument, path: Path, part: 'key' | 'value'): number {
  let node: Node | null = document.contents;
  let offset = startOf(node) ?? 0;
  for (const [index, step] of path.entries()) {
    if (isAlias(node)) node = node.resolve(document) ?? null;
    const found = childOf(node, step);
    if (found === undefined) return offset;
    const { key, value } = found;
    const last = index === path.length - 1;
    // An empty value has no place of its own worth pointing at: show the key.
    const shown = key !== undefined && ((last && part === 'key') || isEmpty(value)) ? key : value;
    offset = startOf(shown) ?? offset;
    node = value;
  }
  return offset;
}

function childOf(
  node: Node | null,
  step: string | number,
): { readonly key?: Node; readonly value: Node | null } | undefined {
  if (isSeq(node)) {
    const item = typeof step === 'number' ? node.items[step] : undefined;
    return isNode(item) ? { value: item } : undefined;
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.findLast(({ key }) => isScalar(key) && String(key.value) === String(step));
  if (pair === undefined || !isNode(pair.key)) return undefined;
  return { key: pair.key, value: isNode(pair.value) ? pair.value : null };
}

function isEmpty(node: Node | null): boolean {
  return node === null || (isScalar(node) && node.value === null && (node.source ?? '') === '');
}

/** The text of the key at an offset; empty if none stands there. */
function keyAt(document: ParsedDocument, offset: number): string {
  const open: unknown[] = [document.contents];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (isPair(node)) {
      if (isScalar(node.key) && startOf(node.key) === offset) return String(node.key.value);
      open.push(node.value);
    } else if (isMap(node) || isSeq(node)) open.push(...node.items);
  }
  return '';
}
