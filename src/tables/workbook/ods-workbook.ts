import { dateText, numberText } from '../cell-values.ts';
import { type MergedDown, withMerged } from './merged-cells.ts';
import type { NumberStyle } from './number-style.ts';
import {
  type ColumnSpan,
  isInSpan,
  type SheetName,
  type SheetRow,
  UnreadableWorkbook,
  type Workbook,
} from './workbook-rows.ts';
import { MalformedXml, type XmlToken, xmlTokens } from './xml-tokens.ts';
import { zipEntries } from './zip-entries.ts';
import { unzippedEntry } from './zip-guard.ts';

type Attributes = ReadonlyMap<string, string>;

/** Rows of a sheet at most. */
const MOST_ROWS = 1_048_576;
/** Columns of a sheet at most. */
const MOST_COLUMNS = 16_384;
/** Cells with something in them that a workbook may have, those that repeat others counted. */
const MOST_CELLS = 20_000_000;

/**
 * An OpenDocument spreadsheet (ODF 1.3, part 3, 9). Rows within headings that every page repeats, and within groups
 * that can be folded away, are rows like any others; cells merged over several rows say the same in each of them;
 * numbers are as people see them where that tells more: zeros before them, percent, dates without a day.
 *
 * @throws UnreadableWorkbook
 */
export function odsWorkbook(bytes: Uint8Array): Workbook {
  const sheets = sheetsIn(contentOf(bytes));
  return {
    sheets: sheets.map(({ name, isHidden }) => ({ name, isHidden })),
    rows: async function* (sheet) {
      const { rows, merged } = sheets[sheet]!;
      yield* withMerged(rows, merged);
    },
    isColumnHidden: (sheet, column) => isInSpan(sheets[sheet]!.hiddenColumns, column),
  };
}

function contentOf(bytes: Uint8Array): string {
  const entries = zipEntries(bytes) ?? [];
  const textOf = (named: string): string | undefined => {
    const entry = entries.find(({ name }) => name === named);
    const content = entry === undefined ? undefined : unzippedEntry(bytes, entry);
    return content === undefined ? undefined : textIn(content);
  };
  const manifest = entries.find(({ name }) => name === 'META-INF/manifest.xml');
  const listed = manifest === undefined ? undefined : unzippedEntry(bytes, manifest);
  if (new TextDecoder().decode(listed).includes('encryption-data')) throw new UnreadableWorkbook('locked');
  return textOf('content.xml') ?? broken();
}

function textIn(content: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return undefined;
  }
}

function broken(): never {
  throw new UnreadableWorkbook('broken');
}

interface ReadSheet extends SheetName {
  readonly rows: SheetRow[];
  readonly merged: MergedDown[];
  readonly hiddenColumns: ColumnSpan[];
}

function sheetsIn(xml: string): readonly ReadSheet[] {
  const reader = new ContentReader();
  try {
    for (const token of xmlTokens(xml)) reader.take(token);
  } catch (error) {
    if (error instanceof MalformedXml) throw new UnreadableWorkbook('broken');
    throw error;
  }
  return reader.isSpreadsheet ? reader.sheets : broken();
}

/** A cell while it is read. */
interface OpenCell {
  readonly attributes: Attributes;
  readonly isCovered: boolean;
  readonly paragraphs: string[];
}

/** A row while it is read. */
interface OpenRow {
  readonly attributes: Attributes;
  readonly cells: string[];
  /** Cells that go on in the rows below, by their column: how many rows they span. */
  readonly spans: Map<number, number>;
}

/** Takes the tokens of `content.xml`, and makes rows of them. */
class ContentReader {
  readonly sheets: ReadSheet[] = [];
  isSpreadsheet = false;
  readonly #hiddenStyles = new Set<string>();
  #style = '';
  #sheet: ReadSheet | undefined;
  #row: OpenRow | undefined;
  #cell: OpenCell | undefined;
  /** How deep in the elements of a cell: its paragraphs stand at 1, those of remarks and drawings deeper. */
  #depth = 0;
  #isInParagraph = false;
  /** How deep in the cell a remark begins; 0 outside of one. */
  #remark = 0;
  /** Rows of the sheet so far, empty ones included. */
  #line = 0;
  /** Columns of the sheet that were said so far. */
  #columns = 0;
  #cells = 0;

  take(token: XmlToken): void {
    if (token.is === 'text') this.#text(token.text);
    else if (this.#cell !== undefined) this.#inCell(this.#cell, token);
    else if (token.is === 'begin') this.#begin(token.name, token.attributes);
    else if (token.name === 'table-row' && this.#row !== undefined) this.#endRow(this.#row);
    else if (token.name === 'table') this.#sheet = undefined;
  }

  #begin(name: string, attributes: () => Attributes): void {
    switch (name) {
      case 'spreadsheet':
        this.isSpreadsheet = true;
        break;
      case 'style':
        this.#style = attributes().get('style:name') ?? '';
        break;
      case 'table-properties':
        if (attributes().get('table:display') === 'false') this.#hiddenStyles.add(this.#style);
        break;
      case 'table':
        if (this.isSpreadsheet) this.#beginSheet(attributes());
        break;
      case 'table-column':
        this.#takeColumn(attributes());
        break;
      case 'table-row':
        this.#row = { attributes: attributes(), cells: [], spans: new Map() };
        break;
      case 'table-cell':
      case 'covered-table-cell':
        this.#cell = { attributes: attributes(), isCovered: name !== 'table-cell', paragraphs: [] };
        this.#depth = 0;
        this.#remark = 0;
        break;
      default:
    }
  }

  #beginSheet(attributes: Attributes): void {
    const name = attributes.get('table:name') ?? `Sheet${this.sheets.length + 1}`;
    this.#sheet = {
      name,
      isHidden: this.#hiddenStyles.has(attributes.get('table:style-name') ?? ''),
      rows: [],
      merged: [],
      hiddenColumns: [],
    };
    this.sheets.push(this.#sheet);
    this.#line = 0;
    this.#columns = 0;
  }

  /** Columns are said before the rows, each for one or several of them. */
  #takeColumn(attributes: Attributes): void {
    const first = this.#columns;
    this.#columns += counted(attributes, 'table:number-columns-repeated', MOST_COLUMNS);
    if (isCollapsed(attributes)) this.#sheet?.hiddenColumns.push({ first, last: this.#columns - 1 });
  }

  #inCell(cell: OpenCell, token: Exclude<XmlToken, { readonly is: 'text' }>): void {
    const { is, name } = token;
    if (is === 'end') {
      if (this.#depth === 0) this.#endCell(cell);
      else if (this.#depth === 1 && name === 'p') this.#isInParagraph = false;
      if (this.#depth === this.#remark) this.#remark = 0;
      this.#depth -= 1;
      return;
    }
    this.#depth += 1;
    if (name === 'annotation' && this.#remark === 0) this.#remark = this.#depth;
    else if (this.#depth === 1 && name === 'p') {
      this.#isInParagraph = true;
      cell.paragraphs.push('');
    } else if (name === 's') this.#text(' '.repeat(counted(token.attributes(), 'text:c', MOST_COLUMNS)));
    else if (name === 'tab' || name === 'line-break') this.#text(' ');
  }

  #text(text: string): void {
    const paragraphs = this.#cell?.paragraphs;
    if (this.#isInParagraph && this.#remark === 0 && paragraphs !== undefined)
      paragraphs[paragraphs.length - 1] += text;
  }

  #endCell(cell: OpenCell): void {
    this.#cell = undefined;
    this.#isInParagraph = false;
    const { cells, spans } = this.#row ?? broken();
    const { attributes, isCovered } = cell;
    const text = isCovered ? '' : textOf(cell);
    const below = counted(attributes, 'table:number-rows-spanned', MOST_ROWS);
    const repeat = counted(attributes, 'table:number-columns-repeated', MOST_COLUMNS);
    for (let each = 0; each < repeat && cells.length < MOST_COLUMNS; each += 1) {
      if (below > 1 && text !== '') spans.set(cells.length, below);
      cells.push(text);
    }
  }

  #endRow({ attributes, cells, spans }: OpenRow): void {
    this.#row = undefined;
    const sheet = this.#sheet;
    while (cells.at(-1) === '') cells.pop();
    const repeat = counted(attributes, 'table:number-rows-repeated', MOST_ROWS);
    if (sheet === undefined || cells.length === 0) {
      this.#line += repeat;
      return;
    }
    this.#cells += repeat * cells.length;
    if (this.#cells > MOST_CELLS || this.#line + repeat > MOST_ROWS)
      throw new UnreadableWorkbook('too-large');
    const isHidden = isCollapsed(attributes);
    for (let each = 0; each < repeat; each += 1) {
      this.#line += 1;
      sheet.rows.push({ cells, row: this.#line, isHidden });
    }
    for (const [column, rows] of spans) {
      sheet.merged.push({ first: this.#line, last: this.#line + rows - 1, column });
    }
  }
}

/** Whether a row or a column is hidden, by hand or by a filter. */
function isCollapsed(attributes: Attributes): boolean {
  const visibility = attributes.get('table:visibility');
  return visibility === 'collapse' || visibility === 'filter';
}

/** A count that an attribute says, 1 where it says none, and no more than there can be. */
function counted(attributes: Attributes, name: string, most: number): number {
  const said = Number(attributes.get(name) ?? 1);
  return Number.isSafeInteger(said) && said > 0 ? Math.min(said, most) : 1;
}

function textOf({ attributes, paragraphs }: OpenCell): string {
  const shown = paragraphs.join('\n');
  const number = Number(attributes.get('office:value') ?? Number.NaN);
  switch (attributes.get('office:value-type')) {
    case 'float':
    case 'currency':
      return Number.isNaN(number) ? shown : withZeros(number, shown);
    case 'percentage':
      return Number.isNaN(number) ? shown : numberText(number, 'percent');
    case 'boolean':
      return attributes.get('office:boolean-value') ?? shown;
    case 'date':
      return dayText(attributes.get('office:date-value') ?? '', shown);
    default:
      return shown === '' ? (attributes.get('office:string-value') ?? '') : shown;
  }
}

/** A number, with the zeros before it that it is shown with. */
function withZeros(number: number, shown: string): string {
  const digits = /^\D*(0\d+)$/.exec(shown)?.[1];
  return digits !== undefined && Number(digits) === number ? shown : numberText(number);
}

/** A time zone, which the format does not have and some programs write all the same: the day is that of the cell. */
const ZONE = /(?:Z|[+-]\d{2}:?\d{2})$/i;

function dayText(iso: string, shown: string): string {
  const day = dateText(new Date(iso.includes('T') ? `${iso.replace(ZONE, '')}Z` : iso), shownStyle(shown));
  return day === '' ? shown : day;
}

/** What a date is shown as: a day has three numbers or the name of a month between two of them. */
function shownStyle(shown: string): NumberStyle {
  const numbers = (shown.match(/\d+/g) ?? []).length;
  const isNamed = /\p{L}{3}/u.test(shown.replace(/năm/giu, ''));
  if (numbers === 1) return isNamed ? 'month' : 'year';
  return numbers === 2 && !/\d\D*\p{L}{3}\D*\d/u.test(shown.replace(/năm/giu, '')) ? 'month' : 'date';
}
