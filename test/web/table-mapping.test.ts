import { expect, test } from 'vitest';
import { type Mapping, mappingSchema } from '../../src/pool/headings/mapping-schema.ts';
import { readPoolCsv } from '../../src/pool/reading/read-csv.ts';
import { rowOf } from '../../src/pool/reading/rows-as-text.ts';
import {
  mappingIn,
  mappingToKeep,
  saidOf,
  withColumn,
  withHeadingLine,
  withWord,
} from '../../src/web/pools/table-mapping.ts';

const TABLE = 'List of 2026\nCard,Full name,Sex,Service\n7,An,lady,5 years\n8,Binh,gent,18 months\n';

const edits: readonly ((mapping: Mapping | undefined) => Mapping)[] = [
  (mapping) => withHeadingLine(mapping, 2),
  (mapping) => withColumn(mapping, 'Card', { as: 'id' }),
  (mapping) => withColumn(mapping, 'Service', { as: 'Service', unit: 'months', written: 'years' }),
  (mapping) => withWord(mapping, 'gender', 'lady', 'male'),
  (mapping) => withWord(mapping, 'gender', 'lady', 'female'),
  (mapping) => withWord(mapping, 'gender', 'gent', ''),
];

test('what is said on the page is what reads the table', async () => {
  const mapping = edits.reduce<Mapping | undefined>((before, edit) => edit(before), undefined);
  const read = await readPoolCsv(TABLE, 'pool', { mapping });
  if (!read.ok) throw new Error(read.problems.map(({ code }) => code).join());
  expect([...rowOf(read.value, 0)]).toEqual([
    ['id', '7'],
    ['name', 'An'],
    ['gender', 'female'],
    ['Service', '60'],
  ]);
  expect(rowOf(read.value, 1).get('gender')).toBe('');
});

test('a heading that nothing is said of speaks for itself again', () => {
  const said = withColumn(undefined, 'Card', { as: 'id' });
  expect(saidOf(said, ' card ')).toEqual({ as: 'id' });
  expect(saidOf(withColumn(said, 'Card', undefined), 'Card')).toBeUndefined();
  expect(withHeadingLine(withHeadingLine(said, 3), undefined)).toEqual(said);
});

test('is kept whole, as the command reads it', async () => {
  const columns = [
    { heading: 'Card', is: 'fact', as: 'id', sure: 1, samples: [] },
    { heading: 'Full name', is: 'fact', as: 'name', sure: 1, samples: [] },
    { heading: 'Born men', is: 'of-gender', as: 'birthDate (male)', sure: 0.9, samples: [] },
  ] as const;
  const kept = mappingToKeep(
    withColumn(undefined, 'Card', { as: 'id' }),
    columns.map((each) => ({ ...each, samples: [] })),
  );
  expect(mappingSchema.parse(kept)).toEqual({ columns: { Card: 'id', 'Full name': 'name' } });
  expect(await mappingIn(JSON.stringify(kept))).toEqual(kept);
  expect(await mappingIn('columns: {Card: id}')).toEqual({ columns: { Card: 'id' } });
  expect(await mappingIn('rules: []')).toBeUndefined();
  expect(await mappingIn(': [')).toBeUndefined();
});
