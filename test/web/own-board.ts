import type { Page } from 'playwright-core';
import type { Language } from '../../src/words/language.ts';
import { pagePhrase } from '../../src/words/page.ts';
import { xlsxOf } from '../tables/xlsx.ts';

const REGIONS = ['North', 'South', 'West'];
const SKILLS = ['law', 'accounting', 'farming', 'marketing'];

/** The table of a made-up co-operative that elects its board: 30 people, columns that no shipped case has. */
export function ownBoard(): Buffer {
  const people = Array.from({ length: 30 }, (_each, index) => [
    `M${String(index + 1).padStart(2, '0')}`,
    `Member ${String.fromCodePoint(65 + (index % 26))}${index}`,
    index % 30 < 11 ? 'female' : 'male',
    REGIONS[index % 3]!,
    SKILLS[(index * 7) % 4]!,
    String(50 + ((index * 37) % 50)),
  ]);
  return Buffer.from(
    xlsxOf([{ name: 'Members', rows: [['id', 'name', 'gender', 'Region', 'Skill', 'Score'], ...people] }]),
  );
}

/** The same people as an office writes them down: a title above, headings that no table knows, no ids, a cell that is no number. */
export function oddBoard(): Buffer {
  const people = Array.from({ length: 30 }, (_each, index) => [
    `Member ${String.fromCodePoint(65 + (index % 26))}${index}`,
    index % 30 < 11 ? 'F' : 'M',
    REGIONS[index % 3]!,
    SKILLS[(index * 7) % 4]!,
    index === 7 ? 'n/a' : 50 + ((index * 37) % 50),
  ]);
  const headings = ['Member', 'Sex (F/M)', 'Home region', 'Main skill', 'Assessment /100'];
  return Buffer.from(
    xlsxOf([{ name: 'Candidates', rows: [['Our co-operative, board of 2026'], [], headings, ...people] }]),
  );
}

/** Brings a board's workbook to the first page, as `members.xlsx`. */
export async function bring(page: Page, workbook: Buffer): Promise<void> {
  await page.locator('input[type=file]').first().setInputFiles({
    name: 'members.xlsx',
    mimeType: 'application/octet-stream',
    buffer: workbook,
  });
}

/** Brings the table of {@link ownBoard}, and goes to the rules of one's own that belong to it. */
export async function openOwnRules(page: Page, language: Language): Promise<void> {
  await bring(page, ownBoard());
  await page.getByRole('radio', { name: pagePhrase(language, 'web.own-rules-title') }).waitFor();
  await page.getByRole('link', { name: pagePhrase(language, 'web.view-rules') }).click();
}
