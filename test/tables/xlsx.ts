import { zipOf, type ZippedFile } from './zip.ts';

/** A cell as XLSX writes it; a bare string is inline text, a bare number a number. */
export type WrittenCell =
  | string
  | number
  | null
  | {
      readonly v: string | number;
      /** Its kind: a shared string, the text of a formula, an error. */
      readonly t?: 's' | 'str' | 'b' | 'e';
      /** Its style: 1 is a date, 2 a number of three digits at least, from 3 on what {@link WorkbookOptions.formats} says. */
      readonly s?: number;
      readonly f?: string;
    };

/** A sheet, and what stands around its cells. */
export interface WrittenSheet {
  readonly name: string;
  readonly rows: readonly (readonly WrittenCell[])[];
  readonly merges?: readonly string[];
  readonly hiddenRows?: readonly number[];
  /** From 1. */
  readonly hiddenColumns?: readonly number[];
  readonly state?: 'hidden' | 'veryHidden';
  /** Cells without the `r` that says where they stand, as some programs write them. */
  readonly withoutPlaces?: true;
}

/** What else a workbook may be. */
export interface WorkbookOptions {
  readonly date1904?: '1' | 'true';
  readonly shared?: readonly string[];
  /** Formats of numbers, for styles from 3 on. */
  readonly formats?: readonly string[];
  readonly more?: readonly ZippedFile[];
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** A workbook in XLSX, its XML written by hand after ECMA-376. */
export function xlsxOf(sheets: readonly WrittenSheet[], options: WorkbookOptions = {}): Buffer {
  const formats = ['000', ...(options.formats ?? [])];
  const codes = formats.map((code, at) => `<numFmt numFmtId="${170 + at}" formatCode="${escaped(code)}"/>`);
  const styles = ['0', '14', ...formats.map((_code, at) => 170 + at)].map(
    (id) => `<xf numFmtId="${id}" applyNumberFormat="1"/>`,
  );
  return zipOf([
    { name: '[Content_Types].xml', bytes: contentTypes(sheets) },
    {
      name: '_rels/.rels',
      bytes: `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    { name: 'xl/workbook.xml', bytes: workbookXml(sheets, options) },
    { name: 'xl/_rels/workbook.xml.rels', bytes: relationsXml(sheets) },
    {
      name: 'xl/styles.xml',
      bytes: `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="${codes.length}">${codes.join('')}</numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="${styles.length}">${styles.join('')}</cellXfs></styleSheet>`,
    },
    {
      name: 'xl/sharedStrings.xml',
      bytes: `${HEAD}<sst xmlns="${MAIN}">${(options.shared ?? []).map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`,
    },
    ...sheets.map((sheet, at) => ({ name: `xl/worksheets/sheet${at + 1}.xml`, bytes: sheetXml(sheet) })),
    ...(options.more ?? []),
  ]);
}

function contentTypes(sheets: readonly WrittenSheet[]): string {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const parts = sheets.map(
    (_sheet, at) =>
      `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${type}.worksheet+xml"/>`,
  );
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${type}.sharedStrings+xml"/>${parts.join('')}</Types>`;
}

function workbookXml(sheets: readonly WrittenSheet[], { date1904 }: WorkbookOptions): string {
  const epoch = date1904 === undefined ? '' : `<workbookPr date1904="${date1904}"/>`;
  const named = sheets.map(
    ({ name, state }, at) =>
      `<sheet name="${escaped(name)}" sheetId="${at + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${at + 1}"/>`,
  );
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">${epoch}<sheets>${named.join('')}</sheets></workbook>`;
}

function relationsXml(sheets: readonly WrittenSheet[]): string {
  const all = [
    ...sheets.map((_sheet, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`] as const),
    ['styles', 'styles.xml'] as const,
    ['sharedStrings', 'sharedStrings.xml'] as const,
  ];
  const written = all.map(
    ([type, target], at) =>
      `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${written.join('')}</Relationships>`;
}

function sheetXml({
  rows,
  merges = [],
  hiddenRows = [],
  hiddenColumns = [],
  withoutPlaces,
}: WrittenSheet): string {
  const written = rows.map((cells, at) => {
    const texts = cells.map((cell, column) =>
      cell === null && withoutPlaces !== true
        ? ''
        : cellXml(cell, withoutPlaces === true ? '' : ` r="${letters(column)}${at + 1}"`),
    );
    const place = withoutPlaces === true ? '' : ` r="${at + 1}"`;
    return `<row${place}${hiddenRows.includes(at + 1) ? ' hidden="1"' : ''}>${texts.join('')}</row>`;
  });
  const columns = hiddenColumns.map((at) => `<col min="${at}" max="${at}" width="9" hidden="1"/>`);
  const cols = columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`;
  const merged =
    merges.length === 0
      ? ''
      : `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
  return `${HEAD}<worksheet xmlns="${MAIN}">${cols}<sheetData>${written.join('')}</sheetData>${merged}</worksheet>`;
}

function cellXml(cell: WrittenCell, place: string): string {
  if (cell === null) return `<c${place}/>`;
  if (typeof cell === 'number') return `<c${place}><v>${cell}</v></c>`;
  if (typeof cell === 'string')
    return `<c${place} t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  const { v, t, s, f } = cell;
  const attributes = `${t === undefined ? '' : ` t="${t}"`}${s === undefined ? '' : ` s="${s}"`}`;
  return `<c${place}${attributes}>${f === undefined ? '' : `<f>${escaped(f)}</f>`}<v>${escaped(String(v))}</v></c>`;
}

function letters(column: number): string {
  const rest = column % 26;
  const letter = String.fromCharCode(65 + rest);
  return column < 26 ? letter : letters((column - rest) / 26 - 1) + letter;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
