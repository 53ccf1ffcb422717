import { useMemo } from 'react';
import { poolIn, poolNamed } from '../api/questions.ts';
import type { Notice } from '../../check/answer-parts.ts';
import type { ProblemItem } from '../../service/answers/answers.ts';
import type {
  PoolAnswer,
  poolAnswerSchema,
  PoolValidation,
  poolValidationSchema,
} from '../../service/answers/pool-answers.ts';
import { useSame } from '../shared/use-same.ts';
import { mendedSheet, type PoolChoice } from '../state/work.ts';
import { type Asking, useRead } from './use-read.ts';

/** A table of candidates as the service has read it. */
export interface ReadPool {
  readonly pool: PoolAnswer | undefined;
  readonly notices: readonly Notice[];
  readonly sheets: PoolValidation['sheets'];
  readonly layout: PoolValidation['layout'];
  /** Of a workbook with problems: its sheet as a text of the same lines. */
  readonly sheetText: PoolValidation['csv'];
  readonly problems: readonly ProblemItem[];
  readonly failure: Error | undefined;
  readonly asking: boolean;
}

const NO_NOTICES: readonly Notice[] = [];

/** Reads a table of candidates. Keep the choice the same object while it is the same. */
export function useReadPool(choice: PoolChoice): ReadPool {
  const { named, own, problems, failure, asking } = useRead(choice, askedPool);
  const sheetsBefore = useMemo(() => mendedSheets(choice), [choice]);
  return useSame({
    pool: named ?? own?.pool,
    notices: own?.notices ?? NO_NOTICES,
    sheets: sheetsBefore ?? own?.sheets,
    layout: own?.layout,
    sheetText: own?.csv,
    problems,
    failure,
    asking,
  });
}

/** A sheet with a mended cell is sent as text: which others its workbook has is known from before. */
function mendedSheets(choice: PoolChoice): ReadPool['sheets'] {
  if (choice.kind !== 'workbook' || choice.mended === undefined) return undefined;
  if (mendedSheet(choice) === undefined) return undefined;
  return { read: [choice.sheet ?? ''], all: [...choice.mended.sheets], alike: [] };
}

function askedPool(pool: PoolChoice): Asking<typeof poolAnswerSchema, typeof poolValidationSchema> {
  return pool.kind === 'shipped'
    ? { kind: 'named', asked: poolNamed(pool.name) }
    : { kind: 'own', asked: poolIn(pool) };
}
