import { NativeSelect } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import type { MappedColumn } from '../../../pool/headings/mapping.ts';
import { LEAVE_OUT, type Mapping } from '../../../pool/headings/mapping-schema.ts';
import { columnNamed, COLUMN_NAMES } from '../../../pool/synonyms.ts';
import { type ReadColumn, saidOf } from '../../pools/table-mapping.ts';
import { useWording } from '../../shared/language.tsx';
import classes from './column-row.module.css';
import { inAlphabet } from '../../people/name-order.ts';

/** What the unit of a number can be said to be: what it becomes, and what a bare number is in. */
const UNITS = {
  points: { unit: 'points' },
  months: { unit: 'months', written: 'months' },
  'months-of-years': { unit: 'months', written: 'years' },
  years: { unit: 'years', written: 'years' },
} as const;

type UnitName = keyof typeof UNITS;
const UNIT_NAMES: readonly UnitName[] = ['points', 'months', 'months-of-years', 'years'];

/** One column of the user's table: its heading, what stands in it, and what it is read as. */
export function ColumnRow(properties: {
  readonly column: ReadColumn;
  readonly mapping: Mapping | undefined;
  /** Facts that the rules declare. */
  readonly declared: readonly string[];
  readonly onChange: (said: MappedColumn | undefined) => void;
}): ReactNode {
  const { column, mapping, declared, onChange } = properties;
  const { heading, is, as, samples } = column;
  const { say } = useWording();
  const said = saidOf(mapping, heading);
  const name = heading === '' ? say('web.no-heading') : heading;
  const isNumber = as !== undefined && holdsNumbers(as, samples);
  const choices = useReadings(column, declared);
  return (
    <li className={classes.column} data-heading={heading} data-is={is}>
      <div className={classes.what}>
        <strong>{name}</strong>
        <small>{samples.length === 0 ? say('web.column-empty') : samples.join(' · ')}</small>
      </div>
      {heading !== '' && (
        <div className={classes.fields}>
          <NativeSelect
            size="xs"
            aria-label={say('web.column-read-as', { heading: name })}
            value={said?.as ?? ''}
            data={choices}
            onChange={({ currentTarget: { value } }) => onChange(value === '' ? undefined : { as: value })}
          />
          {isNumber && (
            <NativeSelect
              size="xs"
              aria-label={say('web.column-unit', { heading: name })}
              value={unitOf(said) ?? ''}
              data={[
                { value: '', label: say('web.unit-none') },
                ...UNIT_NAMES.map((value) => ({ value, label: say(`web.unit-${value}`) })),
              ]}
              onChange={({ currentTarget: { value } }) => {
                const unit = UNIT_NAMES.find((each) => each === value);
                onChange({ as, ...(unit !== undefined && UNITS[unit]) });
              }}
            />
          )}
        </div>
      )}
      <small className={classes.sure} data-sure={said !== undefined || !isGuessed(column)}>
        {say(said === undefined ? sureness(column) : 'web.column-said')}
      </small>
    </li>
  );
}

/** What a column can be read as: what its heading says, a known fact, one of the rules, itself, or nothing. */
function useReadings({ heading, as }: ReadColumn, declared: readonly string[]) {
  const { say, fact } = useWording();
  return useMemo(() => {
    const known = [...COLUMN_NAMES].filter((each) => each !== 'id' && each !== 'name');
    const others = [...new Set([...known, ...declared.filter((each) => columnNamed(each) === undefined)])];
    const option = (value: string) => ({ value, label: fact(value) });
    return [
      { value: '', label: as === undefined ? say('web.as-heading-says') : byHeading(as, heading) },
      { group: say('web.column-needed'), items: ['id', 'name'].map(option) },
      {
        group: say('web.column-facts'),
        items: others.map(option).sort((a, b) => inAlphabet(a.label, b.label)),
      },
      {
        group: say('web.column-others'),
        items: [
          { value: heading, label: say('web.column-own', { heading }) },
          { value: LEAVE_OUT, label: say('web.column-left-out') },
        ],
      },
    ];
    function byHeading(read: string, written: string): string {
      const parted = /^(\w+) \((female|male)\)$/.exec(read);
      const title = parted === null ? fact(read) : fact(parted[1]!);
      return read === written ? say('web.column-own', { heading }) : say('web.column-by-heading', { title });
    }
  }, [as, heading, declared, say, fact]);
}

/** Whether it was guessed what a column is: worth a look, as a column of its own is not. */
export function isGuessed({ is, sure }: ReadColumn): boolean {
  return sure < 1 && is !== 'unheaded' && is !== 'extra';
}

function sureness({ is, sure }: ReadColumn) {
  if (is === 'fact') return sure === 1 ? 'web.column-known' : 'web.column-guessed';
  if (is === 'of-gender' || is === 'name-rest') return 'web.column-guessed';
  return `web.column-${is}` as const;
}

function unitOf(said: MappedColumn | undefined): UnitName | undefined {
  if (said?.unit === undefined) return undefined;
  return UNIT_NAMES.find((name) => {
    const each: { readonly unit: string; readonly written?: string } = UNITS[name];
    return each.unit === said.unit && (each.written ?? each.unit) === (said.written ?? said.unit);
  });
}

/** A number, bare or with what it counts; `7a` is not one, but the name of a class. */
const NUMBER_WITH_UNIT =
  /^\d+(?:[.,]\d+)?(?:\s*\/\s*\d+|\s+\D{1,12}|\s*(?:đ|điểm|points?|pts?|năm|years?|.*tháng|.*months?))?$/iu;

/** Whether a unit can be said of a column: it is one of numbers, or what stands in it begins with one. */
function holdsNumbers(fact: string, samples: readonly string[]): boolean {
  const kind = columnNamed(fact)?.kind;
  if (kind !== undefined) return kind === 'number';
  return samples.length > 0 && samples.every((sample) => NUMBER_WITH_UNIT.test(sample));
}
