import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { report as reportOf } from '../../src/library/reports.ts';
import { replayReport } from '../../src/records/replay-report.ts';
import { openBrowser } from '../web/browser.ts';
import { PATIENCE } from '../web/patience.ts';

/** What would run, load or break out, were it not text. */
const HOSTILE = [
  '</script><script>document.title = "run"</script>',
  '<img src=x onerror="document.title = \'run\'">',
  '"><iframe src="http://127.0.0.1:9/"></iframe>',
  '<!--<script>',
  ']]>&lt;b&gt;&#60;',
  '<style>body { display: none }</style>',
  '{{constructor}} ${1} <\u2028script>',
];

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
}, PATIENCE);
afterAll(() => browser.close());

test(
  'names, titles, sources and ids of a report are text, whatever they say; nothing runs or is loaded',
  async () => {
    const candidates = HOSTILE.map((name, at) => ({
      id: `${at}${name.replaceAll(/[\u2028]/g, '')}`,
      name,
      unit: name,
      gender: at % 2 === 0 ? 'female' : 'male',
    }));
    const title = { vi: HOSTILE[0]!, en: HOSTILE[1]! };
    const rules = {
      id: 'hostile',
      title,
      referenceDate: '2020-06-05',
      size: 3,
      rules: [
        {
          id: 'women',
          title,
          source: title,
          count: { where: { fact: 'gender', operator: 'equal', value: 'female' }, min: 1 },
        },
        { id: 'each', title, count: { forEach: 'unit', max: 1 } },
      ],
      objective: [{ where: { fact: 'gender', operator: 'equal', value: 'female' }, weight: 1 }],
    };
    const { answer, report } = await reportOf(
      'propose',
      { pool: { candidates }, rules: { ruleSet: rules } },
      { alternatives: 2, language: 'en' },
    );
    expect(answer.slates.length).toBe(2);
    expect(await replayReport(report, 'r', {})).toMatchObject({ same: true });
    expect(report.split('<script').length).toBe(2);
    expect(/<img|<iframe|<link/.test(report)).toBe(false);

    const file = join(mkdtempSync(join(tmpdir(), 'slate-page-')), 'report.html');
    writeFileSync(file, report);
    const page = await browser.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(pathToFileURL(file).href);
    expect(await page.title()).toContain('<img src=x onerror=');
    expect(await page.locator('script:not([type="application/json"]), img, iframe, link').count()).toBe(0);
    expect(asked).toEqual([pathToFileURL(file).href]);
    // Members are shown as they are called, in the language that is chosen.
    const name = answer.slates[0]!.members[0]!;
    const shown = page.getByRole('cell', { name, exact: true });
    expect(await shown.filter({ visible: true }).count()).toBe(1);
    await page.getByText('Tiếng Việt').click();
    expect(await page.getByRole('heading', { level: 1 }).filter({ visible: true }).textContent()).toContain(
      'Báo cáo lưu hồ sơ',
    );
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByText('Tiếng Việt').isVisible()).toBe(false);
  },
  PATIENCE,
);
