import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { ruleSetIn, ruleSetNamed, unitsIn, unitsNamed } from '../api/questions.ts';
import { useAnswer } from '../api/use-answer.ts';
import { type People, peopleOf } from '../people/person.ts';
import { placeWords } from '../placements/place-words.ts';
import { type PlanGround, planGround } from '../placements/plan.ts';
import { SubjectProvider, useWording, type Wording } from '../shared/language.tsx';
import type { ProblemItem, RuleSetAnswer, UnitsAnswer } from '../../service/answers.ts';
import type { PoolAnswer, PoolValidation } from '../../service/pool-answers.ts';
import type { Subject } from '../../words/page.ts';
import type { Notice } from '../../slate/answers.ts';
import { takesUnits } from '../../rules/list-declaration.ts';
import { useReadPool } from './read-pool.ts';
import { useSession } from './session.tsx';

/** The candidates and the rules of the open draft, as far as they could be read. */
export interface OpenCase {
  readonly people: People;
  readonly ruleSet: RuleSetAnswer | undefined;
  readonly units: UnitsAnswer | undefined;
  /** Units and titles together, where the rules fill posts and the units could be read. */
  readonly plan: PlanGround | undefined;
  /** What looks odd in a table of the user's own, whatever the rules. */
  readonly notices: readonly Notice[];
  /** The sheets of the user's own workbook. */
  readonly sheets: PoolValidation['sheets'];
  /** How a table of the user's own was read. */
  readonly layout: PoolValidation['layout'];
  readonly unitsProblems: readonly ProblemItem[];
  readonly poolProblems: readonly ProblemItem[];
  readonly rulesProblems: readonly ProblemItem[];
  /** Why the service did not answer at all. */
  readonly failure: Error | undefined;
  readonly loading: boolean;
  /** Candidates, rules and, where they take them, units are there, so that questions can be asked. */
  readonly ready: boolean;
}

const CaseContext = createContext<OpenCase | undefined>(undefined);
const NOBODY: PoolAnswer = { size: 0, headings: [], rows: [], sha256: '' };

/** Reads the candidates, the rules and the units of the open draft. */
export function CaseProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const pool = useReadPool(useSession().work.pool);
  const rules = useRules();
  const units = useUnits();
  const { ruleSet } = rules;
  const fitting = ruleSet !== undefined && takesUnits(ruleSet) === (units.units !== undefined);
  const inUnits = useMemo(
    () => (ruleSet?.list === undefined ? units.units : { units: placesOf(ruleSet.list) }),
    [ruleSet, units.units],
  );
  const everybody = useMemo(
    () => peopleOf(pool.pool ?? NOBODY, ruleSet?.referenceDate ?? ''),
    [pool.pool, ruleSet],
  );
  const plan = useMemo(
    () =>
      ruleSet?.titles === undefined || inUnits === undefined
        ? undefined
        : planGround(
            everybody.list.map(({ id }) => id),
            inUnits,
            ruleSet,
          ),
    [everybody, ruleSet, inUnits],
  );
  const wording = useWording();
  const people = useMemo(
    () => (plan === undefined ? everybody : withAppointments(everybody, plan, wording)),
    [everybody, plan, wording],
  );
  const value = useMemo(() => {
    const loading = pool.asking || rules.asking || units.asking;
    return {
      people,
      ruleSet,
      units: units.units,
      plan,
      unitsProblems: units.problems,
      notices: pool.notices,
      sheets: pool.sheets,
      layout: pool.layout,
      poolProblems: pool.problems,
      rulesProblems: rules.problems,
      failure: pool.failure ?? rules.failure ?? units.failure,
      loading,
      ready: pool.pool !== undefined && fitting && !loading,
    };
  }, [people, plan, pool, rules, ruleSet, units, fitting]);
  return (
    <CaseContext value={value}>
      <SubjectProvider subject={subjectOf(ruleSet)}>{children}</SubjectProvider>
    </CaseContext>
  );
}

function subjectOf(ruleSet: RuleSetAnswer | undefined): Subject {
  if (ruleSet?.titles === undefined) return 'slate';
  return ruleSet.list === undefined ? 'plan' : 'list';
}

/** The places of an ordered list, which stand for units. */
function placesOf({ max }: NonNullable<RuleSetAnswer['list']>): readonly { readonly name: string }[] {
  return Array.from({ length: max }, (_, index) => ({ name: String(index + 1) }));
}

/** The candidates and the rules of the open draft. */
export function useCase(): OpenCase {
  const value = useContext(CaseContext);
  if (value === undefined) throw new Error('no case is open here');
  return value;
}

/** Candidates who can also be named by their appointments. */
function withAppointments(people: People, plan: PlanGround, wording: Wording): People {
  return {
    ...people,
    appointment: (id) => {
      const placed = plan.find(id);
      const person = placed && people.byId.get(placed.candidate);
      if (placed === undefined || person === undefined) return undefined;
      const post = placeWords(placed, plan.titles, wording);
      return { person, post, words: wording.say('web.person-in-post', { name: person.name, post }) };
    },
  };
}

const NO_PROBLEMS: readonly ProblemItem[] = [];

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

interface ReadUnits {
  readonly units: UnitsAnswer | undefined;
  readonly problems: readonly ProblemItem[];
  readonly failure: Error | undefined;
  readonly asking: boolean;
}

function useUnits(): ReadUnits {
  const { units } = useSession().work;
  const shipped = useAnswer(
    useMemo(() => (units?.kind === 'shipped' ? unitsNamed(units.name) : undefined), [units]),
  );
  const own = useAnswer(useMemo(() => (units?.kind === 'own' ? unitsIn(units.csv) : undefined), [units]));
  return useMemo(
    () => ({
      units: units?.kind === 'shipped' ? shipped.answer : own.answer?.units,
      problems: own.answer?.problems ?? NO_PROBLEMS,
      failure: shipped.failure ?? own.failure,
      asking: shipped.asking || own.asking,
    }),
    [units?.kind, shipped.answer, shipped.failure, shipped.asking, own.answer, own.failure, own.asking],
  );
}
