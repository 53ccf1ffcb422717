import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { z } from 'zod';
import { poolIn, poolNamed, ruleSetIn, ruleSetNamed } from '../api/questions.ts';
import { useAnswer } from '../api/use-answer.ts';
import { type People, peopleOf } from '../people/person.ts';
import type { PoolAnswer, ProblemItem, RuleSetAnswer, poolValidationSchema } from '../../service/answers.ts';
import { useSession } from './session.tsx';

/** The candidates and the rules of the open draft, as far as they could be read. */
export interface OpenCase {
  readonly people: People;
  readonly ruleSet: RuleSetAnswer | undefined;
  readonly poolProblems: readonly ProblemItem[];
  readonly rulesProblems: readonly ProblemItem[];
  /** Why the service did not answer at all. */
  readonly failure: Error | undefined;
  readonly loading: boolean;
  /** Candidates and rules are there, so that questions can be asked. */
  readonly ready: boolean;
}

const CaseContext = createContext<OpenCase | undefined>(undefined);
const NOBODY: PoolAnswer = { size: 0, headings: [], rows: [], sha256: '' };

/** Reads the candidates and the rules of the open draft. */
export function CaseProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const pool = usePool();
  const rules = useRules();
  const referenceDate = rules.ruleSet?.referenceDate ?? '';
  const people = useMemo(() => peopleOf(pool.pool ?? NOBODY, referenceDate), [pool.pool, referenceDate]);
  const value = useMemo(
    () => ({
      people,
      ruleSet: rules.ruleSet,
      poolProblems: pool.problems,
      rulesProblems: rules.problems,
      failure: pool.failure ?? rules.failure,
      loading: pool.asking || rules.asking,
      ready: pool.pool !== undefined && rules.ruleSet !== undefined && !pool.asking && !rules.asking,
    }),
    [people, pool, rules],
  );
  return <CaseContext value={value}>{children}</CaseContext>;
}

/** The candidates and the rules of the open draft. */
export function useCase(): OpenCase {
  const value = useContext(CaseContext);
  if (value === undefined) throw new Error('no case is open here');
  return value;
}

interface ReadPool {
  readonly pool: PoolAnswer | undefined;
  readonly problems: readonly ProblemItem[];
  readonly failure: Error | undefined;
  readonly asking: boolean;
}

const NO_PROBLEMS: readonly ProblemItem[] = [];

function usePool(): ReadPool {
  const { pool } = useSession().work;
  const shipped = useAnswer(
    useMemo(() => (pool.kind === 'shipped' ? poolNamed(pool.name) : undefined), [pool]),
  );
  const own = useAnswer(useMemo(() => (pool.kind === 'own' ? poolIn(pool.csv) : undefined), [pool]));
  const ownAnswer: z.output<typeof poolValidationSchema> | undefined = own.answer;
  return useMemo(
    () => ({
      pool: pool.kind === 'shipped' ? shipped.answer : ownAnswer?.pool,
      problems: ownAnswer?.problems ?? NO_PROBLEMS,
      failure: shipped.failure ?? own.failure,
      asking: shipped.asking || own.asking,
    }),
    [pool.kind, shipped.answer, shipped.failure, shipped.asking, ownAnswer, own.failure, own.asking],
  );
}

interface ReadRules {
  readonly ruleSet: RuleSetAnswer | undefined;
  readonly problems: readonly ProblemItem[];
  readonly failure: Error | undefined;
  readonly asking: boolean;
}

function useRules(): ReadRules {
  const { rules } = useSession().work;
  const shipped = useAnswer(
    useMemo(() => (rules.kind === 'shipped' ? ruleSetNamed(rules.id) : undefined), [rules]),
  );
  const own = useAnswer(useMemo(() => (rules.kind === 'own' ? ruleSetIn(rules.yaml) : undefined), [rules]));
  return useMemo(
    () => ({
      ruleSet: rules.kind === 'shipped' ? shipped.answer : own.answer?.ruleSet,
      problems: own.answer?.problems ?? NO_PROBLEMS,
      failure: shipped.failure ?? own.failure,
      asking: shipped.asking || own.asking,
    }),
    [rules.kind, shipped.answer, shipped.failure, shipped.asking, own.answer, own.failure, own.asking],
  );
}
