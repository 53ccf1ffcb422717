import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import type { PaperFormat } from '../../src/papers/paper.ts';
import { writePaper } from '../../src/papers/write-paper.ts';
import { type PaperCase, referenceSlate, wardPlan } from './paper-case.ts';

const run = promisify(execFile);

function isInstalled(command: string): boolean {
  return spawnSync(command, ['--version']).error === undefined;
}

/** Office work in an office's own program; it is a package of the system, and not everywhere. */
const HAS_OFFICE = isInstalled('soffice') && isInstalled('pdftotext');

/** The pages of papers as LibreOffice prints them, as texts: all by one call, since each takes seconds to start. */
async function pagesOf(
  papers: Readonly<Record<string, Uint8Array>>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const folder = mkdtempSync(join(tmpdir(), 'slate-office-'));
  const files = Object.entries(papers).map(([name, bytes]) => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  });
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  try {
    await run('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files], {
      timeout: 200_000,
    });
    const texts = files.map(async (file): Promise<[string, readonly string[]]> => {
      const { stdout } = await run('pdftotext', ['-layout', file.replace(/\.\w+$/, '.pdf'), '-']);
      return [basename(file), stdout.split('\f').slice(0, -1)];
    });
    return new Map(await Promise.all(texts));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe.skipIf(!HAS_OFFICE)('LibreOffice prints', () => {
  const cases = ['slate-docx.docx', 'slate-xlsx.xlsx', 'plan-docx.docx', 'plan-xlsx.xlsx'];
  let pages: ReadonlyMap<string, readonly string[]>;
  let members: Readonly<Record<'slate' | 'plan', readonly string[]>>;
  beforeAll(async () => {
    const [slate, plan] = await Promise.all([referenceSlate(), wardPlan()]);
    const write = ({ opened, slate: found }: PaperCase, format: PaperFormat) =>
      writePaper(opened.asked, found, format, { language: 'vi' });
    members = {
      slate: slate.slate.members,
      plan: plan.slate.appointments!.map(({ candidate }) => candidate),
    };
    pages = await pagesOf({
      'slate-docx.docx': await write(slate, 'docx'),
      'slate-xlsx.xlsx': await write(slate, 'xlsx'),
      'plan-docx.docx': await write(plan, 'docx'),
      'plan-xlsx.xlsx': await write(plan, 'xlsx'),
    });
  });

  test.each(cases)(
    '%s whole: everybody, headings and a number on every page, no row alone, a signature',
    (name) => {
      const printed = pages.get(name)!;
      const ids = new Set(printed.join('\n').match(/\b[HW]D-\s?\d{3}\b/g));
      expect(ids.size).toBe(new Set(members[name.startsWith('plan') ? 'plan' : 'slate']).size);
      printed.forEach((page, at) => expect(page).toContain(`${at + 1}/${printed.length}`));
      const withPeople = printed.filter((page) => /D-\s?\d{3}/.test(page));
      expect(withPeople.filter((page) => !page.includes('Họ'))).toEqual([]);
      expect(withPeople.filter((page) => (page.match(/D-\s?\d{3}/g) ?? []).length < 2)).toEqual([]);
      expect(printed.at(-1)).toContain('NGƯỜI KÝ');
    },
  );
});
