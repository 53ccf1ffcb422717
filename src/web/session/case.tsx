import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import { ruleSetIn, ruleSetNamed, unitsIn, unitsNamed } from '../api/questions.ts';
import { type People, peopleOf } from '../people/person.ts';
import { placeWords } from '../placements/place-words.ts';
import { type PlanGround, planGround } from '../placements/plan.ts';
import { SubjectProvider, useWording, type Wording } from '../shared/language.tsx';
import type {
  ProblemItem,
  RuleSetAnswer,
  ruleSetAnswerSchema,
  rulesValidationSchema,
  UnitsAnswer,
  unitsAnswerSchema,
  unitsValidationSchema,
} from '../../service/answers/answers.ts';
import { useSame } from '../shared/use-same.ts';
import type { RulesChoice, UnitsChoice } from '../state/work.ts';
import type { PoolAnswer } from '../../service/answers/pool-answers.ts';
import type { Subject } from '../../words/page.ts';
import { takesUnits } from '../../rules/lists/list-declaration.ts';
import { type ReadPool, useReadPool } from './read-pool.ts';
import { useSession } from './session.tsx';
import { type Asking, useRead } from './use-read.ts';

/** The candidates and the rules of the open draft, as far as they could be read. */
export interface OpenCase extends Pick<ReadPool, 'notices' | 'sheets' | 'layout' | 'sheetText'> {
  readonly people: People;
  readonly ruleSet: RuleSetAnswer | undefined;
  readonly units: UnitsAnswer | undefined;
  /** Units and titles together, where the rules fill posts and the units could be read. */
  readonly plan: PlanGround | undefined;
  readonly unitsProblems: readonly ProblemItem[];
  readonly poolProblems: readonly ProblemItem[];
  readonly rulesProblems: readonly ProblemItem[];
  /** Why the service did not answer at all. */
  readonly failure: Error | undefined;
  readonly loading: boolean;
  /** Nothing can be asked before a file that somebody has given is taken in. */
  readonly whileRead: (reading: Promise<void>) => Promise<void>;
  /** Candidates, rules and, where they take them, units are there, so that questions can be asked. */
  readonly ready: boolean;
}

const CaseContext = createContext<OpenCase | undefined>(undefined);
const NOBODY: PoolAnswer = { size: 0, headings: [], rows: [], sha256: '' };

/** Reads the candidates, the rules and the units of the open draft. */
export function CaseProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const { work } = useSession();
  const pool = useReadPool(work.pool);
  const rules = useRead(work.rules, askedRules);
  const readUnits = useRead(work.units, askedUnits);
  const ruleSet = rules.named ?? rules.own?.ruleSet;
  const units = readUnits.named ?? readUnits.own?.units;
  const fitting = ruleSet !== undefined && takesUnits(ruleSet) === (units !== undefined);
  const inUnits = useMemo(
    () => (ruleSet?.list === undefined ? units : { units: placesOf(ruleSet.list) }),
    [ruleSet, units],
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
  const { isTaking, whileRead } = useTakingIn();
  const loading = isTaking || pool.asking || rules.asking || readUnits.asking;
  const value = useSame<OpenCase>({
    people,
    ruleSet,
    units,
    plan,
    unitsProblems: readUnits.problems,
    notices: pool.notices,
    sheets: pool.sheets,
    layout: pool.layout,
    sheetText: pool.sheetText,
    poolProblems: pool.problems,
    rulesProblems: rules.problems,
    failure: pool.failure ?? rules.failure ?? readUnits.failure,
    loading,
    whileRead,
    ready: pool.pool !== undefined && fitting && !loading,
  });
  return (
    <CaseContext value={value}>
      <SubjectProvider subject={subjectOf(ruleSet)}>{children}</SubjectProvider>
    </CaseContext>
  );
}

/** Files that were given and are not taken in yet. */
function useTakingIn(): { readonly isTaking: boolean } & Pick<OpenCase, 'whileRead'> {
  const [files, setFiles] = useState(0);
  const whileRead = useCallback(async (reading: Promise<void>): Promise<void> => {
    setFiles((before) => before + 1);
    try {
      await reading;
    } finally {
      setFiles((before) => before - 1);
    }
  }, []);
  return { isTaking: files > 0, whileRead };
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

function askedRules(rules: RulesChoice): Asking<typeof ruleSetAnswerSchema, typeof rulesValidationSchema> {
  return rules.kind === 'shipped'
    ? { kind: 'named', asked: ruleSetNamed(rules.id) }
    : { kind: 'own', asked: ruleSetIn(rules.yaml) };
}

function askedUnits(
  units: UnitsChoice | undefined,
): Asking<typeof unitsAnswerSchema, typeof unitsValidationSchema> | undefined {
  if (units === undefined) return undefined;
  return units.kind === 'shipped'
    ? { kind: 'named', asked: unitsNamed(units.name) }
    : { kind: 'own', asked: unitsIn(units.csv) };
}
