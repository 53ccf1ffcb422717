import type { ReactNode } from 'react';
import { ownProperty } from '../../../words/own-property.ts';
import type { People, Person } from '../../people/person.ts';
import { booleanOf } from '../../../pool/synonyms.ts';
import { useCase } from '../../session/case.tsx';
import { useCellWords } from '../../shared/cell-words.ts';
import { useWording } from '../../shared/language.tsx';
import classes from '../people/appraisal-marks.module.css';

/** The column that shows the appraisals of all years as marks. */
const APPRAISALS = 'appraisal';

/** Columns that stand beside the name or over a group already, or say who somebody is. */
const ELSEWHERE: ReadonlySet<string> = new Set(['id', 'name', 'post', 'unit', 'bloc']);

/** Columns that boards compare people by, in the order in which they are shown; others follow. */
const FIRST = ['gender', 'age', 'politicalTheory', APPRAISALS, 'source'];

/** Columns that are shown unless others are chosen: more do not fit beside quotas and candidates. */
const MOST_SHOWN = 5;

/** Every column by which the people of a pool can be shown: `age` and `appraisal` for those that they come from. */
export function columnsOf({ headings }: Pick<People, 'headings'>): readonly string[] {
  const all = headings
    .filter((heading) => !ELSEWHERE.has(heading))
    .map((heading) => (/^appraisal\d{4}$/.test(heading) ? APPRAISALS : heading))
    .flatMap((heading) => (heading === 'birthDate' ? ['age', heading] : [heading]));
  const unique = [...new Set(all)];
  return [
    ...FIRST.filter((each) => unique.includes(each)),
    ...unique.filter((each) => !FIRST.includes(each)),
  ];
}

/** The columns that show what rules ask for, the first few; without such rules, the first few of the pool. */
export function columnsInUse(people: Pick<People, 'headings'>, uses: readonly string[]): readonly string[] {
  const all = columnsOf(people);
  const used = new Set(uses.map(shownAs));
  const inUse = all.filter((each) => used.has(each));
  return (inUse.length > 0 ? inUse : all).slice(0, MOST_SHOWN);
}

/** The column in which a fact is seen that is worked out from others. */
function shownAs(fact: string): string {
  if (fact === 'newcomer') return 'incumbent';
  if (fact === 'monthsToRetirement') return 'age';
  return fact === 'lastAppraisal' || /^appraisal\d{4}$/.test(fact) ? APPRAISALS : fact;
}

/** One fact of one person, short. */
export function PersonFact({ person, fact }: { readonly person: Person; readonly fact: string }): ReactNode {
  const words = useCellWords();
  switch (fact) {
    case 'age':
      return ageWords(person.age);
    case APPRAISALS:
      return <AppraisalMarks person={person} />;
    default:
      return words(fact, ownProperty(person.cells, fact) ?? '');
  }
}

/**
 * Says the facts of these columns that fit into one line: words and numbers, no marks; of what is true or not,
 * what is true.
 */
export function useShortFacts(columns: readonly string[]): (person: Person | undefined) => readonly string[] {
  const words = useCellWords();
  const { ruleSet } = useCase();
  const { fact: titleOf } = useWording();
  const said = columns.filter(
    (column) => column !== APPRAISALS && column !== 'politicalTheory' && column !== 'source',
  );
  return (person) =>
    person === undefined
      ? []
      : said
          .map((column) => {
            if (column === 'age') return ageWords(person.age);
            const cell = ownProperty(person.cells, column) ?? '';
            // A bare “yes” says nothing without its heading.
            if (ownProperty(ruleSet?.facts ?? {}, column)?.type !== 'boolean') return words(column, cell);
            return booleanOf(cell) === true ? titleOf(column) : '';
          })
          .filter((each) => each !== '');
}

/** `52`, or `51–52` where the birth date is known too roughly. */
export function ageWords(age: Person['age']): string {
  if (age === undefined) return '';
  const [low, high] = age;
  return low === high ? String(low) : `${low}–${high}`;
}

const SHORT = ['excellent', 'good', 'completed', 'not-completed'] as const;

/** The appraisals of each year as letters, the latest last. */
function AppraisalMarks({ person }: { readonly person: Person }): ReactNode {
  const { say, fact, value } = useWording();
  const years = Object.keys(person.cells)
    .filter((heading) => /^appraisal\d{4}$/.test(heading))
    .sort();
  return (
    <span className={classes.marks}>
      {years.map((year) => {
        const grade = SHORT.find((each) => each === person.cells[year]);
        if (grade === undefined) return <span key={year} className={classes.none} />;
        const words = `${fact(year)}: ${value(year, grade)}`;
        return (
          <abbr key={year} title={words} data-grade={grade}>
            {say(`web.grade-${grade}`)}
          </abbr>
        );
      })}
    </span>
  );
}
