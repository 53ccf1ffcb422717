import { fileURLToPath } from 'node:url';
import { type OpenCase, openCaseOf } from '../../src/opening/open-case.ts';
import type { CaseSources } from '../../src/opening/sources.ts';
import type { PaperSlate } from '../../src/papers/paper.ts';
import { answerTo } from '../../src/questions/asking.ts';
import { checkQuestion } from '../../src/questions/check.ts';
import { valueOf } from '../../src/words/problem.ts';

/** A case with a slate, and what its rules say of it. */
export interface PaperCase {
  readonly opened: OpenCase;
  readonly slate: PaperSlate;
}

/** Opens a case with the slate that its sources name. */
export async function paperCase(sources: CaseSources): Promise<PaperCase> {
  const opened = valueOf(await openCaseOf(sources));
  const report = await answerTo(checkQuestion, opened, {}, {});
  return { opened, slate: checkQuestion.slates!(report, opened)[0]! };
}

const fixture = (name: string): string => fileURLToPath(new URL(`../../fixtures/${name}`, import.meta.url));

/** The best slate of the reference case. */
export function referenceSlate(): Promise<PaperCase> {
  return paperCase({
    pool: { file: fixture('hai-duong/pool.csv') },
    rules: { id: 'hai-duong-2020' },
    slate: { file: fixture('hai-duong/slate.csv') },
  });
}

/** The best plan of the wards. */
export function wardPlan(): Promise<PaperCase> {
  return paperCase({
    pool: { file: fixture('hai-duong-wards/pool.csv') },
    units: { file: fixture('hai-duong-wards/units.csv') },
    rules: { id: 'ward-leadership-2020' },
    slate: { file: fixture('hai-duong-wards/plan.csv') },
  });
}

/** Three members, whose names somebody may choose. */
export function smallSlate(
  names: readonly string[],
  ids = names.map((_, at) => `P${at}`),
): Promise<PaperCase> {
  const people = names.map((name, at) => ({
    id: ids[at]!,
    name,
    gender: at % 2 === 0 ? 'female' : 'male',
    merit: at,
  }));
  return paperCase({
    pool: { candidates: people },
    rules: { yaml: SMALL_RULES },
    slate: ids,
  });
}

const SMALL_RULES = `
id: small
title: { vi: Ví dụ nhỏ, en: Small example }
referenceDate: 2020-06-05
size: { min: 1, max: 100 }
facts: { merit: number }
rules:
  - id: women
    title: { vi: Nữ, en: Women }
    count: { where: { fact: gender, operator: equal, value: female }, min: 1 }
objective:
  - { fact: merit, weight: 1 }
`;
