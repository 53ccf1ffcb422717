import { capacityQuestion } from './capacity.ts';
import { checkQuestion } from './check.ts';
import { compareQuestion } from './compare.ts';
import { costQuestion } from './cost.ts';
import { diagnoseQuestion } from './diagnose.ts';
import { proposeQuestion } from './propose.ts';
import { repairQuestion } from './repair.ts';
import { replaceQuestion } from './replace.ts';
import { robustnessQuestion } from './robustness.ts';
import { sweepQuestion } from './sweep.ts';
import { tradeOffQuestion } from './trade-off.ts';
import { trainingQuestion } from './training.ts';
import { verifyQuestion } from './verify.ts';
import { whyQuestion } from './why.ts';

/** Every question that can be asked of a case, by its name. */
export const QUESTIONS = {
  check: checkQuestion,
  propose: proposeQuestion,
  verify: verifyQuestion,
  capacity: capacityQuestion,
  training: trainingQuestion,
  diagnose: diagnoseQuestion,
  why: whyQuestion,
  cost: costQuestion,
  replace: replaceQuestion,
  repair: repairQuestion,
  compare: compareQuestion,
  sweep: sweepQuestion,
  tradeOff: tradeOffQuestion,
  robustness: robustnessQuestion,
} as const;

/** The questions, as types. */
export type Questions = typeof QUESTIONS;
