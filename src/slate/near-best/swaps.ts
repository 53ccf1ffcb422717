import { phrase } from '../../words/catalogue.ts';
import { inEachLanguage, type Text } from '../../words/language.ts';
import type { Report } from '../../check/check-answer.ts';
import type { Swap } from '../repair-answer.ts';

/** Holds a slate against the rules. */
export type Check = (members: readonly string[]) => Report;

/** More changes than this are paired in order: trying every pair would take longer than it tells. */
const MOST_TRIED = 10;

/**
 * Pairs who leaves with who joins, and says what each pair is good for. A pair *mends* a rule that the
 * slate breaks if the rule stays broken when this pair alone is left out, and *keeps* one that the slate
 * keeps if leaving it out would break it. Of all pairs, those are made first that do most alone.
 */
export function swapsOf(
  before: readonly string[],
  remove: readonly string[],
  add: readonly string[],
  check: Check,
): readonly Swap[] {
  const report = check(before);
  const pairs = pairUp(before, remove, add, check);
  const isBroken = brokenRules(report);
  return pairs.map((pair, index) => {
    const others = pairs.filter((_, at) => at !== index);
    const without = check(after(before, others));
    const broken = [...brokenRules(without)];
    const mends = broken.filter((rule) => isBroken.has(rule));
    const keeps = broken.filter((rule) => !isBroken.has(rule));
    return { ...pair, mends, keeps, message: swapInWords(pair, mends, keeps, without) };
  });
}

type Pair = Pick<Swap, 'remove' | 'add'>;

function pairUp(
  before: readonly string[],
  remove: readonly string[],
  add: readonly string[],
  check: Check,
): readonly Pair[] {
  const [leaving, joining] = [[...remove], [...add]];
  const paired: Pair[] = [];
  if (Math.max(remove.length, add.length) <= MOST_TRIED) {
    const tried = remove.flatMap((out) =>
      add.map((joins) => {
        const pair = { remove: out, add: joins };
        return { pair, left: brokenness(check(after(before, [pair]))) };
      }),
    );
    for (const { pair } of tried.sort((one, other) => one.left - other.left)) {
      if (!leaving.includes(pair.remove) || !joining.includes(pair.add)) continue;
      leaving.splice(leaving.indexOf(pair.remove), 1);
      joining.splice(joining.indexOf(pair.add), 1);
      paired.push(pair);
    }
  }
  const rest = Math.max(leaving.length, joining.length);
  for (let index = 0; index < rest; index += 1) {
    const [out, joins] = [leaving[index], joining[index]];
    paired.push({ ...(out !== undefined && { remove: out }), ...(joins !== undefined && { add: joins }) });
  }
  return paired;
}

function after(before: readonly string[], pairs: readonly Pair[]): readonly string[] {
  const gone = new Set(pairs.map(({ remove }) => remove));
  return [...before.filter((id) => !gone.has(id)), ...pairs.flatMap(({ add }) => add ?? [])];
}

/** Hard rules that are not kept, an undecided one included, and decisions on persons. */
function brokenRules({ rules, decisions = [] }: Report): ReadonlySet<string> {
  const broken = [
    ...rules.filter(({ strength, status }) => strength === 'hard' && status !== 'kept'),
    ...decisions.filter(({ status }) => status !== 'kept'),
  ];
  return new Set(broken.map(({ id }) => id));
}

/** How many members are missing or too many in all hard rules; one for an undecided rule or a decision. */
function brokenness({ rules, decisions = [] }: Report): number {
  const ofDecisions = decisions.filter(({ status }) => status !== 'kept').length;
  return rules.reduce((sum, { strength, status, deviation }) => {
    if (strength === 'soft' || status === 'kept') return sum;
    return sum + (status === 'unknown' ? 1 : Math.abs(deviation));
  }, ofDecisions);
}

function swapInWords(
  { remove, add }: Pair,
  mends: readonly string[],
  keeps: readonly string[],
  { rules, decisions = [] }: Report,
): Text {
  const titles = new Map([...rules, ...decisions].map(({ id, title }) => [id, title]));
  return inEachLanguage((language) => {
    const named = (ids: readonly string[]): readonly string[] => ids.map((id) => titles.get(id)![language]);
    return phrase(language, 'explain.swap', { remove, add, mends: named(mends), keeps: named(keeps) });
  });
}
