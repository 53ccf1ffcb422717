import type { OpenCase } from '../opening/open-case.ts';
import { escaped, htmlTable, reportPage } from '../papers/html.ts';
import { dateIn } from '../papers/people.ts';
import { inEachLanguage, type Language } from '../words/language.ts';
import { phrase } from '../words/catalogue.ts';
import { namesKept } from './blinding.ts';
import { canonical, sha256Of } from './canonical.ts';
import { type RecordData, sealOf } from './record.ts';
import { answerSections } from './report-answers.ts';
import { groundOf, type ReportGround } from './report-ground.ts';
import { originSections } from './report-origin.ts';

const STYLE = `
body { max-width: 92rem; } h3 { font-size: 1rem; margin: 1.2rem 0 .4rem; }
.note { border: 1px solid #b98a00; padding: .5rem .8rem; border-radius: .3rem; }
.hash, pre { font: .85em ui-monospace, monospace; overflow-wrap: anywhere; } ul { margin: .3rem 0; }
.roster table { font-size: .8rem; } .roster th, .roster td { padding: .2rem .4rem; }
.roster thead th { text-align: center; border: 1px solid #d8dee6; } .roster .section { text-align: left; padding-top: .6rem; }
.roster td:not(.short) { min-width: 7em; } .short { white-space: nowrap; } .structure { margin-top: 1rem; }
@page { size: A4 landscape; margin: 12mm; @bottom-center { content: counter(page) "/" counter(pages); } }
@media print {
  :root { font-size: 9.5pt; } body { max-width: none; margin: 0; padding: 0; } .scroll { overflow: visible; }
  .roster table { font-size: 7.5pt; } .roster th, .roster td { padding: .1rem .25rem; } .roster td:not(.short) { min-width: 5.5em; }
  tr, li { break-inside: avoid; } h2, h3, .section { break-after: avoid; } thead { display: table-header-group; }
}
`;

/** How the data of a report stand in its HTML, where browsers show and run nothing of them. */
const OPENING = '<script type="application/json" id="slate-record">';
const CLOSING = '</script>\n';
const BODY_END = '</body>';

/** What people see of a report: the same bytes for the same data. */
export function visiblePage(data: RecordData, opened: OpenCase, language: Language): string {
  const title = inEachLanguage((each) =>
    phrase(each, 'records.title', { title: opened.asked.ruleSet.title[each] }),
  );
  const bodies = (['vi', 'en'] as const).map(
    (each) => `<div class="${each}" lang="${each}">\n${bodyIn(data, opened, title[each], each)}\n</div>`,
  );
  return reportPage(title, bodies.join('\n'), { language, style: STYLE });
}

function bodyIn(data: RecordData, opened: OpenCase, title: string, language: Language): string {
  const ground = groundOf(data, opened, language);
  const { html } = ground;
  const [date = '', time = ''] = data.madeAt.split('T');
  const options = optionsShown(data.asked[0]?.options ?? {});
  return [
    `<h1>${escaped(title)}</h1>`,
    htmlTable(
      ['', ''],
      [
        [
          html('records.made-at', undefined),
          html('records.when', { date: dateIn(date, language), time: time.slice(0, 5) }),
        ],
        [
          html('records.reference-date', undefined),
          escaped(dateIn(opened.asked.ruleSet.referenceDate, language)),
        ],
        ...(options === '' ? [] : [[html('records.options', undefined), escaped(options)]]),
      ],
    ),
    `<p class="note">${html(data.blind === true ? 'records.blind' : 'records.personal-data', { candidates: opened.pool.size })}</p>`,
    ...keptNames(data, opened, ground),
    ...answerSections(ground),
    ...originSections(ground),
  ].join('\n');
}

/** What a report without names keeps of them all the same. */
function keptNames(data: RecordData, opened: OpenCase, { html }: ReportGround): readonly string[] {
  if (data.blind !== true) return [];
  const kept = namesKept(data, opened);
  return kept.inTexts + kept.ofOneWord === 0
    ? []
    : [`<p class="note">${html('records.names-kept', kept)}</p>`];
}

/** What was asked besides the case, by the names of options; that a report has the proof goes without saying. */
function optionsShown(options: Readonly<Record<string, unknown>>): string {
  return Object.entries(options)
    .filter(([name]) => name !== 'proof')
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join('; ');
}

/** A page with the data that it shows. */
export function withData(page: string, data: RecordData): string {
  const sealed = { ...data, seal: sealOf(data), page: sha256Of(page) };
  // No `<` stands in the data: nothing in them can end the script, or begin a tag.
  const json = canonical(sealed).replaceAll('<', String.raw`\u003c`);
  const end = page.lastIndexOf(BODY_END);
  return `${page.slice(0, end)}${OPENING}${json}${CLOSING}${page.slice(end)}`;
}

/** What people see of a report, and the text of its data; `undefined` where it has none. */
export function partedReport(report: string): { readonly page: string; readonly json: string } | undefined {
  const start = report.lastIndexOf(OPENING);
  const end = report.indexOf(CLOSING, start);
  if (start === -1 || end === -1) return undefined;
  return {
    page: report.slice(0, start) + report.slice(end + CLOSING.length),
    json: report.slice(start + OPENING.length, end),
  };
}
