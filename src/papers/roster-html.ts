import { phrase } from '../words/catalogue.ts';
import { formatShare } from '../words/number.ts';
import { escaped, htmlDocument } from './html.ts';
import type { Roster, RosterSection } from './roster.ts';
import { headingRowsOf } from './heading-cells.ts';

const STYLE = `
:root { color-scheme: light; font: 13pt/1.35 "Times New Roman", Tinos, serif; color: #000; background: #fff; }
body { max-width: 297mm; margin: 1rem auto; padding: 0 1rem; }
.head { display: flex; justify-content: space-between; gap: 2rem; text-align: center; }
.head p, .sign p { margin: 0; } .head p:nth-child(2), .nation p { font-weight: bold; }
h1 { font-size: 15pt; text-align: center; margin: 1rem 0 0; } .subtitle { text-align: center; margin: 0 0 1rem; font-weight: bold; }
table { border-collapse: collapse; width: 100%; font-size: 11pt; }
th, td { border: 1px solid #000; padding: .15rem .3rem; vertical-align: middle; text-align: left; }
thead th, .short { text-align: center; } .short { white-space: nowrap; }
tr { break-inside: avoid; } .section { text-align: left; break-after: avoid; }
.structure { width: auto; margin: 1rem 0; } .broken { font-weight: bold; }
.sign { margin: 1.5rem 0 0 auto; width: 40%; text-align: center; break-inside: avoid; break-before: avoid; }
.sign .above { font-weight: bold; } .sign .name { margin-top: 5rem; font-weight: bold; } .made { font-size: 9pt; color: #444; }
.scroll { overflow-x: auto; }
@page { size: A4 landscape; margin: 15mm; @bottom-center { content: counter(page) "/" counter(pages); } }
@media print { body { max-width: none; margin: 0; padding: 0; } .scroll { overflow: visible; } }
`;

/** A roster as one HTML file that needs nothing but itself, laid out for A4 landscape where it is printed. */
export function rosterHtml(roster: Roster): string {
  const { language, title, subtitle, issuer, nation, signature, placeAndDate } = roster;
  const paragraphs = (lines: readonly string[]): string =>
    lines.map((line) => `<p>${escaped(line)}</p>`).join('');
  const body = [
    `<div class="head"><div>${paragraphs(issuer)}</div><div class="nation">${paragraphs(nation)}</div></div>`,
    `<h1>${escaped(title)}</h1>`,
    `<p class="subtitle">${escaped(subtitle)}</p>`,
    rosterTable(roster),
    structureTable(roster),
    ...outcome(roster),
    `<p class="made">${escaped(roster.provenance)}</p>`,
    `<div class="sign"><p><i>${escaped(placeAndDate)}</i></p>${signature.above
      .map((line) => `<p class="above">${escaped(line)}</p>`)
      .join('')}<p class="name">${escaped(signature.name)}</p></div>`,
  ];
  return htmlDocument({ language, title: `${title}: ${subtitle}`, style: STYLE, body: body.join('\n') });
}

/** The table of a roster. */
export function rosterTable({ columns, sections }: Pick<Roster, 'columns' | 'sections'>): string {
  const head = headingRowsOf(columns)
    .filter((row) => row.length > 0)
    .map(
      (row) =>
        `<tr>${row
          .map(
            ({ text, across, down }) =>
              `<th${across > 1 ? ` colspan="${across}"` : ''}${down > 1 ? ` rowspan="${down}"` : ''}>${escaped(text)}</th>`,
          )
          .join('')}</tr>`,
    );
  const width = columns.length;
  const wide = (tag: 'th' | 'td', text: string | undefined): string =>
    text === undefined ? '' : `<tr><${tag} class="section" colspan="${width}">${escaped(text)}</${tag}></tr>`;
  const body = sections.map(
    (section) =>
      `<tbody>${wide('th', section.title)}${rowsOf(section, columns)}${wide('td', section.note)}</tbody>`,
  );
  return `<div class="scroll"><table><thead>${head.join('')}</thead>${body.join('\n')}</table></div>`;
}

function rowsOf({ rows }: RosterSection, columns: Roster['columns']): string {
  const cell = (text: string, at: number): string =>
    `<td${columns[at]!.kind === 'short' ? ' class="short"' : ''}>${escaped(text)}</td>`;
  return rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('\n');
}

/** What a slate is made of, as a table. */
export function structureTable({ structure, language }: Roster): string {
  const heading = escaped(phrase(language, 'papers.structure', undefined));
  const rows = structure.map(
    ({ label, count, share }) =>
      `<tr><td>${escaped(label)}</td><td class="short">${count}</td><td class="short">${share === undefined ? '' : formatShare(share, language)}</td></tr>`,
  );
  return `<table class="structure"><thead><tr><th colspan="3">${heading}</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function outcome({ verdict, broken, missed, changed, language }: Roster): readonly string[] {
  const list = (lines: readonly string[]): string =>
    `<ul>${lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>`;
  const further = (
    code: 'papers.goals-missed' | 'papers.rules-changed',
    lines: readonly string[],
  ): readonly string[] =>
    lines.length === 0 ? [] : [`<p>${escaped(phrase(language, code, undefined))}</p>`, list(lines)];
  return [
    `<p${broken.length > 0 ? ' class="broken"' : ''}>${escaped(verdict)}</p>`,
    ...(broken.length > 0 ? [list(broken)] : []),
    ...further('papers.rules-changed', changed),
    ...further('papers.goals-missed', missed),
  ];
}
