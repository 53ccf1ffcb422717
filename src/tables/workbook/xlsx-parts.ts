import { type NumberStyle, numberStyle } from './number-style.ts';
import { attributesIn } from './xml-text.ts';
import { type SharedTexts, sharedTexts } from './shared-texts.ts';
import type { SheetName } from './workbook-rows.ts';
import { zipEntries, type ZipEntry } from './zip-entries.ts';
import { claimedTooMuch, unzippedEntry } from './zip-guard.ts';

/** What is needed of an XLSX to read the bytes of its sheets. */
export interface XlsxParts {
  readonly sheets: readonly (SheetName & { readonly entry: ZipEntry })[];
  readonly is1904: boolean;
  readonly texts: SharedTexts;
  /** By the number of a style. */
  readonly styles: readonly NumberStyle[];
}

const UTF8 = new TextDecoder();

/**
 * The parts of an XLSX whose sheets can be scanned; `undefined` for one that is laid out in a way that only the
 * library knows, or is broken, as it will say.
 */
export function xlsxParts(bytes: Uint8Array): XlsxParts | undefined {
  const entries = zipEntries(bytes);
  if (entries === undefined || claimedTooMuch(entries) !== undefined) return undefined;
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  const partOf = (name: string): Uint8Array | undefined => {
    const entry = byName.get(name);
    return entry === undefined ? undefined : unzippedEntry(bytes, entry);
  };
  const textOf = (name: string): string => UTF8.decode(partOf(name) ?? new Uint8Array());
  const book = textOf('xl/workbook.xml');
  const targets = targetsIn(textOf('xl/_rels/workbook.xml.rels'));
  const sheets = tagsIn(book, 'sheet').map((each) => {
    const entry = byName.get(targets.get(each.get('r:id') ?? '') ?? '');
    return entry && { name: each.get('name') ?? '', isHidden: isHidden(each.get('state')), entry };
  });
  if (sheets.length === 0 || sheets.includes(undefined)) return undefined;
  const texts = sharedTexts(partOf('xl/sharedStrings.xml'));
  if (texts === undefined) return undefined;
  return {
    sheets: sheets.filter((each) => each !== undefined),
    is1904: isTrue(tagsIn(book, 'workbookPr')[0]?.get('date1904')),
    texts,
    styles: stylesIn(textOf('xl/styles.xml')),
  };
}

function isHidden(state: string | undefined): boolean {
  return state === 'hidden' || state === 'veryHidden';
}

function isTrue(text: string | undefined): boolean {
  return text === '1' || text === 'true';
}

function tagsIn(xml: string, name: string): readonly ReadonlyMap<string, string>[] {
  return Array.from(xml.matchAll(new RegExp(`<${name}(?=[\\s/>])[^>]*>`, 'g')), ([tag]) => attributesIn(tag));
}

/** Where the sheets are, by the ids under which the workbook names them. */
function targetsIn(relations: string): ReadonlyMap<string, string> {
  return new Map(
    tagsIn(relations, 'Relationship').map((each) => {
      const target = each.get('Target') ?? '';
      return [each.get('Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`] as const;
    }),
  );
}

function stylesIn(xml: string): readonly NumberStyle[] {
  const formats = new Map(
    tagsIn(xml, 'numFmt').map((each) => [each.get('numFmtId') ?? '', each.get('formatCode') ?? ''] as const),
  );
  const [, ofCells = ''] = /<cellXfs[^>]*>([\s\S]*?)<\/cellXfs>/.exec(xml) ?? [];
  return tagsIn(ofCells, 'xf').map((each) => {
    const id = each.get('numFmtId') ?? '0';
    return numberStyle(formats.get(id) ?? id);
  });
}
