import { type Language, LANGUAGES, type Text } from '../words/language.ts';

/** Text as HTML and SVG show it. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** A text in both languages, of which the page shows one. */
export function both(text: Text): string {
  return LANGUAGES.map(
    (language) => `<span class="${language}" lang="${language}">${escaped(text[language])}</span>`,
  ).join('');
}

const STYLE = `
:root { color-scheme: light; font: 15px/1.5 system-ui, sans-serif; color: #1c2430; background: #fff; }
body { max-width: 76rem; margin: 1.5rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; line-height: 1.25; } h2 { font-size: 1.15rem; margin-top: 2rem; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { border-bottom: 1px solid #d8dee6; padding: .25rem .6rem; text-align: left; vertical-align: top; }
th { font-weight: 600; } td.number, th.number { text-align: right; }
.scroll { overflow-x: auto; } .faint { color: #5b6675; } .bad { color: #a3261b; }
svg text { font: 12px system-ui, sans-serif; }
input[name=language] { position: absolute; opacity: 0; }
.languages label { cursor: pointer; padding: .15rem .6rem; border: 1px solid #b8c2cf; border-radius: .3rem; }
#vi:checked ~ .languages label[for=vi], #en:checked ~ .languages label[for=en] { background: #1c4e80; color: #fff; }
#vi:focus-visible ~ .languages label[for=vi], #en:focus-visible ~ .languages label[for=en] { outline: 2px solid #e07b00; }
#vi:checked ~ main .en, #en:checked ~ main .vi { display: none; }
@media print { .languages { display: none; } }
`;

/** A whole document of HTML. */
interface HtmlDocument {
  readonly language: Language;
  readonly title: string;
  /** CSS. */
  readonly style: string;
  /** Where a header of the answer allows styles by a nonce; absent: the document itself allows its own alone. */
  readonly nonce?: string;
  /** HTML */
  readonly body: string;
}

/** A document that needs nothing but itself: no script, no font, no picture from anywhere. */
export function htmlDocument({ language, title, style, nonce, body }: HtmlDocument): string {
  const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">\n`;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${nonce === undefined ? policy : ''}<title>${escaped(title)}</title>
<style${nonce === undefined ? '' : ` nonce="${nonce}"`}>${style}</style>
</head>
<body>
${body}
</body>
</html>
`;
}

/** What else a page is besides its title and body. */
interface ReportPage {
  /** The language that is shown first; absent: Vietnamese. */
  readonly language?: Language;
  /** CSS besides that of all reports. */
  readonly style?: string;
}

/**
 * A page in both languages, between which a reader switches.
 *
 * @param body HTML
 */
export function reportPage(
  title: Text,
  body: string,
  { language = 'vi', style = '' }: ReportPage = {},
): string {
  const radio = (each: Language): string =>
    `<input type="radio" name="language" id="${each}"${each === language ? ' checked' : ''}>`;
  return htmlDocument({
    language,
    title: title[language],
    style: STYLE + style,
    body: `${radio('vi')}${radio('en')}
<p class="languages"><label for="vi">Tiếng Việt</label> <label for="en">English</label></p>
<main>
${body}
</main>`,
  });
}

/** A table; cells are HTML. Columns of numbers are named by their index. */
export function htmlTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  numbers: ReadonlySet<number> = new Set(),
): string {
  const cell = (tag: 'th' | 'td', html: string, column: number): string =>
    `<${tag}${numbers.has(column) ? ' class="number"' : ''}>${html}</${tag}>`;
  const line = (tag: 'th' | 'td', cells: readonly string[]): string =>
    `<tr>${cells.map((html, column) => cell(tag, html, column)).join('')}</tr>`;
  return `<div class="scroll"><table><thead>${line('th', head)}</thead><tbody>${rows.map((row) => line('td', row)).join('')}</tbody></table></div>`;
}
