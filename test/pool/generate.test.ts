import { describe, expect, it } from 'vitest';
import { generateCandidates, generatePool, type GeneratedCandidate } from '../../src/pool/generate.ts';
import { MADE_UP_BLOCS, WARDS } from '../../src/pool/made-up.ts';
import { Random } from '../../src/pool/random.ts';
import { readPoolCsv } from '../../src/pool/read-csv.ts';
import { valueOf } from '../../src/words/problem.ts';

function share(
  of: readonly GeneratedCandidate[],
  matches: (candidate: GeneratedCandidate) => boolean,
): number {
  return of.filter(matches).length / of.length;
}

function make(seed: number): string {
  return [...generatePool({ size: 50, seed })].join('');
}

function isOld({ birthDate }: GeneratedCandidate): boolean {
  return birthDate < '1970';
}

describe('Random', () => {
  it('gives the numbers of mulberry32', () => {
    // First values of the reference implementation in C for seed 1, divided by 2^32.
    const random = new Random(1);
    expect([random.next(), random.next()].map((each) => Math.round(each * 2 ** 32))).toEqual([
      2_693_262_067, 11_749_833,
    ]);
  });
});

describe('generatePool', () => {
  it('gives the same pool for the same seed, and another for another', () => {
    expect(make(1)).toBe(make(1));
    expect(make(1)).not.toBe(make(2));
  });

  it('makes pools that can be read, of the size asked for', async () => {
    for (const size of [1, 2, 60, 1500]) {
      const pool = valueOf(await readPoolCsv([...generatePool({ size, seed: size })].join(''), 'pool.csv'));
      expect([pool.size, pool.columns.size, pool.extras.size]).toEqual([size, 20, 0]);
    }
  });

  it('gives one candidate at a time, however many there are to be', () => {
    const first = generatePool({ size: 1_000_000_000, seed: 1 });
    expect(first.next().value).toContain('id,name');
    expect(first.next().value).toContain('HD-0000000001');
  });

  it('makes believable people', () => {
    const people = [...generateCandidates({ size: 4000, seed: 7, shape: { unclearBirthDates: 0 } })];
    const old = people.filter(isOld);
    const young = people.filter((each) => !isOld(each));
    expect(new Set(people.map(({ bloc }) => bloc)).size).toBe(MADE_UP_BLOCS.length);
    expect(new Set(people.filter(({ bloc }) => bloc === 'ward').map(({ unit }) => unit))).toEqual(
      new Set(WARDS),
    );
    for (const matches of [
      ({ incumbent }: GeneratedCandidate) => incumbent === 'true',
      ({ politicalTheory }: GeneratedCandidate) => politicalTheory === 'advanced',
      ({ appraisal2019 }: GeneratedCandidate) => appraisal2019 === 'excellent',
      ({ joinedParty }: GeneratedCandidate) => joinedParty < '1995',
    ]) {
      expect(share(old, matches)).toBeGreaterThan(share(young, matches) + 0.1);
    }
    const women = (bloc: string): number =>
      share(
        people.filter((each) => each.bloc === bloc),
        ({ gender }) => gender === 'female',
      );
    expect(women('front')).toBeGreaterThan(women('internal-affairs') + 0.2);
    expect(
      share(
        people,
        ({ joinedParty, birthDate }) => Number(joinedParty.slice(0, 4)) - Number(birthDate.slice(0, 4)) < 18,
      ),
    ).toBe(0);
  });

  it('makes families of two or three, who share a name', () => {
    const people = [...generateCandidates({ size: 2000, seed: 3, shape: { relatives: 0.2 } })];
    const families = Map.groupBy(
      people.filter(({ family }) => family !== ''),
      ({ family }) => family,
    );
    const sizes = [...families.values()].map((members) => members.length);
    expect(sizes.filter((size) => size > 1).length).toBeGreaterThan(sizes.length - 2);
    expect(Math.max(...sizes)).toBe(3);
    for (const members of families.values()) {
      expect(new Set(members.map(({ name }) => name.split(' ')[0])).size).toBe(1);
    }
  });

  it('leaves as many birth dates unclear as asked', () => {
    const people = [...generateCandidates({ size: 2000, seed: 3, shape: { unclearBirthDates: 0.3 } })];
    expect(share(people, ({ birthDate }) => birthDate.length < 10)).toBeCloseTo(0.3, 1);
  });
});
