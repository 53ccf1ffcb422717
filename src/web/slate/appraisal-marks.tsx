import type { ReactNode } from 'react';
import type { Person } from '../people/person.ts';
import { useWording } from '../shared/language.tsx';
import classes from './appraisal-marks.module.css';

const SHORT = ['excellent', 'good', 'completed', 'not-completed'] as const;

/** The appraisals of each year as letters, the latest last. */
export function AppraisalMarks({ person }: { readonly person: Person }): ReactNode {
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
