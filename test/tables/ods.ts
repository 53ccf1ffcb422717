import { zipOf } from './zip.ts';

const NAMESPACES = [
  ['office', 'office:1.0'],
  ['table', 'table:1.0'],
  ['text', 'text:1.0'],
  ['style', 'style:1.0'],
]
  .map(([prefix, name]) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}"`)
  .join(' ');

/** An OpenDocument spreadsheet of this content, its XML written by hand after ODF 1.3. */
export function odsOf(tables: string, styles = ''): Buffer {
  const content = `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${NAMESPACES} office:version="1.3"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`;
  return zipOf([
    { name: 'mimetype', bytes: 'application/vnd.oasis.opendocument.spreadsheet' },
    { name: 'content.xml', bytes: content },
    {
      name: 'META-INF/manifest.xml',
      bytes: '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
    },
  ]);
}

/** A row of cells that are XML already; what it repeats and whether it is hidden stand in its attributes. */
export function odsRow(cells: readonly string[], attributes = ''): string {
  return `<table:table-row ${attributes}>${cells.join('')}</table:table-row>`;
}

/** A cell with a text; tags may stand in it. */
export function odsText(text: string, attributes = ''): string {
  return `<table:table-cell office:value-type="string" ${attributes}><text:p>${text}</text:p></table:table-cell>`;
}

/** A cell with a value of a type, and what is shown of it. */
export function odsValue(type: string, value: string, shown: string): string {
  const named = type === 'date' ? 'date-value' : type === 'boolean' ? 'boolean-value' : 'value';
  return `<table:table-cell office:value-type="${type}" office:${named}="${value}"><text:p>${shown}</text:p></table:table-cell>`;
}
