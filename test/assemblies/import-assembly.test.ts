import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AssemblySources, importAssembly } from '../../src/assemblies/import-assembly.ts';
import { DirectReader } from '../../src/opening/reader.ts';
import { openQuestion } from '../../src/library/open-question.ts';
import { describeProblem, valueOf } from '../../src/words/problem.ts';

const file = (text: string, called: string) => ({ text, called });
const shipped = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../../fixtures/citizens-assembly/${name}`, import.meta.url)), 'utf8');

/** Reads a category file, with a table of respondents or none. */
function imported(
  categories: string,
  respondents?: string,
  said: Partial<Omit<AssemblySources, 'categories' | 'respondents'>> = {},
) {
  return importAssembly({
    number: 2,
    ...said,
    categories: file(categories, 'categories.csv'),
    ...(respondents !== undefined && { respondents: file(respondents, 'respondents.csv') }),
  });
}

/** What is wrong, in words with its place. */
function told(...[categories, respondents, said]: Parameters<typeof imported>): readonly string[] {
  const read = imported(categories, respondents, said);
  return read.ok ? [] : read.problems.map((each) => describeProblem(each, 'en'));
}

const PEOPLE = 'id,gender\n1,Female\n2,Male\n3,Female\n';
const GENDER = 'category,name,min,max\ngender,Female,1,1\ngender,Male,1,1\n';

describe('a category file', () => {
  test.each([
    ['category,name,min,max', GENDER],
    ['feature,value,min,max', GENDER.replace('category,name', 'feature,value')],
    ['category,feature,min,max', GENDER.replace('category,name', 'category,feature')],
    ['a byte order mark', `\u{feff}${GENDER}`],
    ['semicolons', GENDER.replaceAll(',', ';')],
    ['sep=;', `sep=;\n${GENDER.replaceAll(',', ';')}`],
    ['CR LF', GENDER.replaceAll('\n', '\r\n')],
    ['2.0 for 2', GENDER.replaceAll('1,1', '1.0,1.00')],
    ['blanks and blank lines', GENDER.replaceAll(',', ' , ').replace('\n', '\n,,,\n\n')],
    ['capitals in its headings', GENDER.replace('category,name,min,max', 'Category,Name,MIN,Max')],
    ['columns in another order', 'max,min,name,category\n1,1,Female,gender\n1,1,Male,gender\n'],
  ])('is read as it is meant: %s', async (_, categories) => {
    const { rules, pool } = valueOf(imported(categories, PEOPLE));
    const question = await openQuestion({ pool: { csv: pool! }, rules: { yaml: rules } });
    const { slates } = await question.propose();
    expect(slates[0]!.report.rules.map(({ title, actual }) => [title.en, actual])).toEqual([
      ['Size of the slate', 2],
      ['gender: Female', 1],
      ['gender: Male', 1],
    ]);
  });

  test.each([
    [
      'a value that is said twice',
      `${GENDER}gender,female,0,2\n`,
      'categories.csv:4: name: gender has “female” twice, first on line 2; keep one row',
    ],
    [
      'a minimum below 0',
      GENDER.replace('Male,1', 'Male,-1'),
      'categories.csv:3: min: “-1” is no number of people; a whole number from 0 is needed',
    ],
    [
      'half a person',
      GENDER.replace('Male,1,1', 'Male,1,1.5'),
      'categories.csv:3: max: “1.5” is no number of people; a whole number from 0 is needed',
    ],
    [
      'a bound that is missing',
      GENDER.replace('Male,1,1', 'Male,1,'),
      'categories.csv:3: max: the cell is empty',
    ],
    ['a value that is missing', GENDER.replace('Male', ''), 'categories.csv:3: name: the cell is empty'],
    ['a feature that is missing', `${GENDER},Other,0,1\n`, 'categories.csv:4: category: the cell is empty'],
    [
      'a least above the most',
      GENDER.replace('Male,1,1', 'Male,2,1'),
      'categories.csv:3: min: the least, 2, is more than the most, 1',
    ],
    ['more cells than headings', GENDER.replace('Male,1,1', 'Male,1,1,7'), 'categories.csv:3: '],
    [
      'other headings',
      'who,what,min,max\na,b,1,1\n',
      'categories.csv:1: these headings are not those of a category file: who, what, min, max',
    ],
    [
      'headings of two shapes',
      'category,name,feature,min,max\na,b,c,1,1\n',
      'categories.csv:1: these headings are not',
    ],
    ['no bounds', 'category,name,min\na,b,1\n', 'categories.csv:1: these headings are not'],
    [
      'a heading twice',
      'category,name,min,max,min\na,b,1,1,1\n',
      'categories.csv:1: min: there are two columns “min”; leave one out',
    ],
    [
      'one flex column',
      'category,name,min,max,min_flex\na,b,1,1,1\n',
      'categories.csv:1: min_flex and max_flex stand together: max_flex is missing',
    ],
    [
      'flex bounds inside',
      'category,name,min,max,min_flex,max_flex\na,b,1,2,2,1\n',
      'categories.csv:2: min_flex: the least, 2, is more',
    ],
    [
      'a flex minimum inside',
      'category,name,min,max,min_flex,max_flex\na,b,1,2,2,2\n',
      'categories.csv:2: min_flex: min_flex is 2 and lies inside min, 1',
    ],
    ['nothing', '', 'categories.csv:1: these headings are not'],
    ['no rows', 'category,name,min,max\n', 'categories.csv: the file has headings and no categories'],
    ['a workbook', 'PK\u0003\u0004\u0000', 'categories.csv: the file is not text'],
  ])('is refused at its line and column: %s', (_, categories, expected) => {
    expect(told(categories)[0]?.startsWith(expected)).toBe(true);
  });

  test('tells all that is wrong at once, and columns that are not read', () => {
    const all = told('category,name,min,max\na,x,-1,1\na,y,1,zwei\na,x,0,0\n');
    expect(all.map((each) => each.split(':')[1])).toEqual(['2', '3', '4']);
    const { notices } = valueOf(imported('category,name,min,max,note\na,x,2,2,about\n'));
    expect(notices.map((each) => describeProblem(each, 'en'))).toEqual([
      'categories.csv:1: further columns are not read: note',
    ]);
  });

  test.each([1, 5])('is refused for a number outside the sums of its bounds: %i', (number) => {
    const [found] = told('category,name,min,max\ngender,Female,1,2\ngender,Male,1,2\n', undefined, {
      number,
    });
    expect(found).toBe(
      `categories.csv:2: gender: by the bounds of gender between 2 and 4 people can be selected, not ${number}; change the number or the bounds`,
    );
  });
});

describe('a table of respondents', () => {
  test.each([
    [
      'a value that no category names',
      'id,gender\n1,Femal\n',
      'respondents.csv:2: gender: “Femal” is no value of gender; did you mean “Female”? the categories have Female and Male',
    ],
    [
      'an empty value',
      'id,gender\n1,\n',
      'respondents.csv:2: gender: the cell is empty; the categories have Female and Male',
    ],
    [
      'a category without a column',
      'id,sex\n1,Female\n',
      'respondents.csv:1: there is no column “gender”, though the categories name it',
    ],
    ['an id twice', 'id,gender\n1,Female\n1,Male\n', 'respondents.csv:3: id: the id 1 stands on line 2, too'],
    ['an id that is missing', 'id,gender\n,Female\n', 'respondents.csv:2: id: the cell is empty'],
    ['no people', 'id,gender\n', 'respondents.csv: the file has headings and no people'],
  ])('is refused at its line and column: %s', (_, respondents, expected) => {
    expect(told(GENDER, respondents)[0]?.startsWith(expected)).toBe(true);
  });

  test('has the columns of households and ids that are named', () => {
    const [household] = told(GENDER, PEOPLE, { household: ['adress'] });
    expect(household).toBe(
      'respondents.csv:1: there is no column “adress”, though it was named as part of the address',
    );
    const [id] = told(GENDER, PEOPLE, { id: 'number' });
    expect(id).toContain('no column “number”');
  });

  test('numbers people where no column has ids, and says so', () => {
    const { pool, notices } = valueOf(imported(GENDER, 'gender\nFemale\nmale\n'));
    expect(pool).toMatch(/^id,name,gender group,lot\n1,1,Female,\d+\n2,2,Male,\d+\n$/);
    expect(notices.map(({ code }) => code)).toEqual(['assemblies.numbered']);
  });

  test('reads numbers as values, as spreadsheets write them', () => {
    const categories = 'category,name,min,max\nbedrooms,1,1,1\nbedrooms,2,1,1\n';
    const { pool } = valueOf(imported(categories, 'id,bedrooms\na,1.0\nb,2\nc,2.0\n'));
    expect(pool!.split('\n').map((line) => line.split(',')[2])).toEqual([
      'bedrooms',
      '1',
      '2',
      '2',
      undefined,
    ]);
  });

  test('gives its pool no more of anybody than the rules count, and lots by the seed', () => {
    const people = 'nationbuilder_id,first_name,last_name,email,gender\n7,An,Bình,a@b.example,Female\n';
    const lots = (seed: string) => valueOf(imported(GENDER, people, { seed })).pool;
    expect(lots('1')).toMatch(/^id,name,gender group,lot\n7,An Bình,Female,\d+\n$/);
    expect(lots('1')).toBe(lots('1'));
    expect(lots('1')).not.toBe(lots('2'));
  });
});

describe('an assembly', () => {
  test('of people whose names begin like formulas is the same in a spreadsheet and to Slate', async () => {
    const respondents = 'id,name,gender\n=1+1,"=cmd|\'/c calc\'!A0",Female\n-2,@Bình,Male\n';
    const { rules, pool } = valueOf(imported(GENDER, respondents));
    for (const cell of pool!.split(/[,\n]/)) expect(cell).not.toMatch(/^[=@]/);
    const question = await openQuestion({ pool: { csv: pool! }, rules: { yaml: rules } });
    const { slates } = await question.propose();
    expect(slates[0]!.members).toEqual(['-2', '=1+1']);
    const { ids, names } = valueOf(await new DirectReader().pool({ csv: pool!, called: 'pool' }));
    expect([ids, names]).toEqual([
      ['=1+1', '-2'],
      ["=cmd|'/c calc'!A0", '@Bình'],
    ]);
  });

  test('of the shipped files keeps every bound, and takes one of a household', async () => {
    const { rules, pool, people } = valueOf(
      imported(shipped('categories.csv'), shipped('respondents.csv'), {
        number: 30,
        household: ['primary_address1', 'primary_zip'],
      }),
    );
    const question = await openQuestion({ pool: { csv: pool! }, rules: { yaml: rules } });
    const { status, slates } = await question.propose();
    expect([status, people, slates[0]!.members.length]).toEqual(['optimal', 200, 30]);
    const chosen = shipped('respondents.csv')
      .split('\n')
      .map((line) => line.split(','))
      .filter(([id]) => slates[0]!.members.includes(id!));
    for (const line of shipped('categories.csv').trim().split('\n').slice(1)) {
      const [, value, min, max] = line.split(',');
      const count = chosen.filter((cells) => cells.slice(7).includes(value!)).length;
      expect([value, count >= Number(min) && count <= Number(max)]).toEqual([value, true]);
    }
    expect(new Set(chosen.map((cells) => `${cells[4]} ${cells[5]}`)).size).toBe(30);
  });

  test('gives way as far as its flex bounds, and no further', async () => {
    const people = `id,gender\n${[1, 2, 3, 4].map((id) => `${id},Female`).join('\n')}\n5,Male\n`;
    const ways = async (least: number) => {
      const categories = `category,name,min,max,min_flex,max_flex\ngender,Female,0,4,0,4\ngender,Male,2,4,${least},4\n`;
      const { rules, pool } = valueOf(imported(categories, people, { number: 3 }));
      const question = await openQuestion({ pool: { csv: pool! }, rules: { yaml: rules } });
      return question.diagnose({ sizeCost: 'never' });
    };
    const possible = await ways(1);
    expect(possible.relaxations.map(({ changes }) => changes.map(({ bounds }) => bounds?.min))).toEqual([
      [1],
    ]);
    expect((await ways(2)).relaxations).toEqual([]);
  });

  test('of any categories keeps every bound that it says, or there is none by brute force', async () => {
    const bound = fc.tuple(fc.nat(2), fc.nat(3)).map(([low, more]) => [low, low + more] as const);
    const random = fc.record({
      bounds: fc.tuple(bound, bound, bound, bound),
      people: fc.array(fc.tuple(fc.boolean(), fc.boolean(), fc.nat(2)), { minLength: 3, maxLength: 6 }),
    });
    await fc.assert(
      fc.asyncProperty(random, async ({ bounds: [a, b, c, d], people }) => {
        const categories = `feature,value,min,max\nX Y,yes,${a.join()}\nX Y,no,${b.join()}\nage,old,${c.join()}\nage,new,${d.join()}\n`;
        const rows = people.map(
          ([x, y, home], at) => `${at},${x ? 'yes' : 'NO'},${y ? 'old' : 'new'},${home}`,
        );
        const read = imported(categories, `unique_id,X Y,age,home\n${rows.join('\n')}\n`, {
          number: 3,
          household: ['home'],
        });
        fc.pre(read.ok);
        const { rules, pool } = valueOf(read);
        const question = await openQuestion({ pool: { csv: pool! }, rules: { yaml: rules } });
        const { status, slates } = await question.propose();
        const isWithin = (count: number, [min, max]: readonly [number, number]) =>
          count >= min && count <= max;
        const keeps = (ids: readonly number[]): boolean => {
          const of = ids.map((id) => people[id]!);
          const count = (test_: (each: (typeof of)[number]) => boolean) => of.filter(test_).length;
          return (
            new Set(of.map(([, , home]) => home)).size === ids.length &&
            isWithin(
              count(([x]) => x),
              a,
            ) &&
            isWithin(
              count(([x]) => !x),
              b,
            ) &&
            isWithin(
              count(([, y]) => y),
              c,
            ) &&
            isWithin(
              count(([, y]) => !y),
              d,
            )
          );
        };
        const all = people.map((_, at) => at);
        const some = all.some((i) => all.some((j) => all.some((k) => i < j && j < k && keeps([i, j, k]))));
        expect(status).toBe(some ? 'optimal' : 'infeasible');
        if (some) expect(keeps(slates[0]!.members.map(Number))).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});
