import { zipEntries } from './workbook/zip-entries.ts';

/** What a file is by its content, whatever its name says. */
type FileKind =
  | 'text'
  /** Workbooks that are read. */
  | 'xlsx'
  | 'ods'
  | 'xls'
  /** Workbooks that are not: binary ones of Excel, and those with a password. */
  | 'xlsb'
  | 'locked'
  /** Nothing with a table that could be read. */
  | 'word'
  | 'slides'
  | 'pdf'
  | 'picture'
  | 'archive'
  | 'web-page'
  | 'json'
  | 'database';

/** Bytes that are looked at; enough for every mark. */
export const KIND_BYTES = 4096;

const MARKS: readonly (readonly [mark: string, kind: FileKind])[] = [
  ['%PDF', 'pdf'],
  ['\x89PNG', 'picture'],
  ['\xff\xd8\xff', 'picture'],
  ['GIF8', 'picture'],
  ['{\\rtf', 'word'],
  ['\x1f\x8b', 'archive'],
  ['7z\xbc\xaf', 'archive'],
  ['Rar!', 'archive'],
  ['SQLite format 3', 'database'],
];

const ZIP = 'PK\x03\x04';
const EMPTY_ZIP = 'PK\x05\x06';
/** The container of Office before 2007, and of files with a password since. */
const COMPOUND = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';

/** Whether the whole file is needed to tell what it is. */
export function isContainer(head: Uint8Array): boolean {
  const start = latin1(head.subarray(0, 8));
  return start.startsWith(ZIP) || start.startsWith(EMPTY_ZIP) || start.startsWith(COMPOUND);
}

/**
 * What a file is.
 *
 * @param bytes its first {@link KIND_BYTES}, or all of it where it {@link isContainer}.
 */
export function fileKind(bytes: Uint8Array): FileKind {
  const start = latin1(bytes.subarray(0, 64));
  const marked = MARKS.find(([mark]) => start.startsWith(mark));
  if (marked !== undefined) return marked[1];
  if (start.startsWith(ZIP) || start.startsWith(EMPTY_ZIP)) return kindOfZip(bytes);
  if (start.startsWith(COMPOUND)) return kindOfCompound(bytes);
  const text = latin1(bytes.subarray(0, KIND_BYTES))
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart();
  if (/^<(?:!doctype html|html|table|\?xml|meta)/i.test(text)) return 'web-page';
  return /^(?:\{\s*"|\[\s*[{"[]|\{\s*\}|\[\s*\])/.test(text) ? 'json' : 'text';
}

function kindOfZip(bytes: Uint8Array): FileKind {
  const names = new Set((zipEntries(bytes) ?? []).map(({ name }) => name));
  if (names.has('xl/workbook.bin')) return 'xlsb';
  const folders = new Set(Array.from(names, (name) => name.split('/')[0]));
  if (folders.has('xl')) return 'xlsx';
  if (folders.has('word')) return 'word';
  if (folders.has('ppt')) return 'slides';
  // The format of OpenDocument stands uncompressed at the beginning.
  const head = latin1(bytes.subarray(0, 200));
  if (head.includes('opendocument.spreadsheet')) return 'ods';
  if (head.includes('opendocument.text')) return 'word';
  if (head.includes('opendocument.presentation')) return 'slides';
  // Some programs have it elsewhere; whether the content is a spreadsheet is then seen when it is read.
  return names.has('content.xml') && names.has('META-INF/manifest.xml') ? 'ods' : 'archive';
}

function kindOfCompound(bytes: Uint8Array): FileKind {
  const text = latin1(bytes);
  const has = (stream: string): boolean => text.includes(Array.from(stream).join('\0'));
  if (has('EncryptedPackage')) return 'locked';
  if (has('WordDocument')) return 'word';
  if (has('PowerPoint Document')) return 'slides';
  return has('Workbook') || has('Book') ? 'xls' : 'archive';
}

function latin1(bytes: Uint8Array): string {
  // The page asks, too, and has no Buffer; a call takes only so many arguments.
  let text = '';
  for (let at = 0; at < bytes.length; at += KIND_BYTES) {
    text += String.fromCharCode(...bytes.subarray(at, at + KIND_BYTES));
  }
  return text;
}
