import { isAmount } from '../../rules/bounds/amount.ts';
import { describeBound } from '../../rules/describe.ts';
import { numberOf } from '../../rules/facts/ratio.ts';
import type { Rule } from '../../rules/rule-set.ts';
import type { Task } from '../../slate/task.ts';
import { phrase } from '../../words/catalogue.ts';
import { inEachLanguage, type Text } from '../../words/language.ts';
import type { Change, RelaxationAnswer } from '../answers.ts';
import { bestSlate } from '../../slate/best-slate.ts';
import { costOf } from '../cost-steps.ts';
import { calledIn, candidatesOf, droppedDecision, idOf, sizeInWords, memberTitle } from '../member-words.ts';
import { type CaseToExplain, memberKey } from '../case-to-explain.ts';
import type { Movement, Relaxation, RelaxationShape } from './relaxation-model.ts';
import { fillsSeats, unitsShort } from '../vacant-seats.ts';
import { isExactPart, type RelaxedCase, relaxedCase } from './relaxed-case.ts';

/** Tells a relaxation: its changes in words, and the best slate that then exists and costs no more. */
export async function tellRelaxation(
  question: CaseToExplain,
  relaxation: Relaxation,
  shape: RelaxationShape,
  task: Task,
): Promise<RelaxationAnswer> {
  const rows = await rowsOfBestShare(question, relaxation, shape, task);
  const relaxed = await relaxedCase(question, { ...relaxation, rows }, shape);
  const best = await bestAtCost(question, relaxed, task);
  const moved = Map.groupBy(relaxation.movements, ({ way }) => memberKey(way.member));
  const changes = relaxation.movements.map((movement) => {
    const hasBothSides = moved.get(memberKey(movement.way.member))!.length > 1;
    return changeOf(question, { ...movement, hasBothSides }, relaxed, best.rows);
  });
  const message = inEachLanguage((language) =>
    phrase(language, 'explain.relaxation', {
      changes: changes.map((change) => change.message[language]),
      cost: relaxation.cost,
    }),
  );
  return { cost: relaxation.cost, changes, slate: best.slate, message };
}

/**
 * A slate whose share, where a share must be exact, becomes the share that is asked for: among all that cost no
 * more, that of the best one. Two pinned of two are two too many, and so are two of three.
 */
async function rowsOfBestShare(
  question: CaseToExplain,
  relaxation: Relaxation,
  shape: RelaxationShape,
  task: Task,
): Promise<readonly number[]> {
  const { rules } = question.decided.ruleSet;
  const movesExactShare = relaxation.movements.some(
    ({ way: { member } }) => member.kind === 'rule' && isExactPart(rules[member.rule]!),
  );
  if (!movesExactShare || shape.exactToRange) return relaxation.rows;
  const upToThere = await relaxedCase(question, relaxation, { ...shape, exactShareToRange: true });
  return (await bestAtCost(question, upToThere, task)).rows;
}

async function bestAtCost(question: CaseToExplain, relaxed: RelaxedCase, task: Task) {
  const { decisions, excepted, atCost } = relaxed;
  const { structure } = question;
  const best = await bestSlate(
    atCost,
    { decisions, excepted, ...(structure !== undefined && { structure }) },
    task,
  );
  if (best === undefined) throw new Error('A relaxation leaves no slate');
  return best;
}

function changeOf(
  question: CaseToExplain,
  { way, units, hasBothSides }: Movement & { readonly hasBothSides: boolean },
  relaxed: RelaxedCase,
  slate: readonly number[],
): Change {
  const { member, side, unit } = way;
  const head = {
    rule: idOf(question, member),
    title: memberTitle(question, member),
    members: units / unit,
    cost: costOf(way, units),
  };
  if (member.kind !== 'rule' && member.kind !== 'size') {
    const candidates = [...candidatesOf(question, member)];
    const message = inEachLanguage((language) => droppedDecision(question, member, language));
    return { ...head, kind: 'dropped', candidates, message };
  }
  if (side === 'dropped') throw new Error('Only decisions are dropped');
  if (member.kind !== 'rule') {
    const { size } = relaxed.ruleSet;
    const sizes = [question.decided.ruleSet.size, size].map((each) =>
      sizeInWords(hasBothSides ? { [side]: each[side] } : each),
    );
    return {
      ...head,
      kind: 'bound',
      side,
      bounds: size,
      message: moved(head.title, sizes[0]!, sizes[1]!),
    };
  }
  const exception = exceptionOf(question, member.rule, slate);
  if (exception !== undefined) return { ...head, kind: 'exceptions', side, ...exception(head) };
  const rule = relaxed.ruleSet.rules[member.rule]!;
  const own = question.decided.rules[member.rule]!.rule;
  // Where both sides move, each is told by itself: the whole bound would be the same line twice.
  const only = hasBothSides ? side : undefined;
  const [from, to] = [describeBound(own, only), describeBound(rule, only)];
  return { ...head, ...boundChange(rule, { side, from, to, by: head.members }) };
}

/** What is let in, or stays vacant, by the best slate of a way out; nothing where a bound moves. */
function exceptionOf(
  question: CaseToExplain,
  index: number,
  slate: readonly number[],
):
  | ((head: Pick<Change, 'title' | 'members'>) => Pick<Change, 'candidates' | 'groups' | 'message'>)
  | undefined {
  const family = question.decided.rules[index]!;
  if (fillsSeats(family)) {
    const groups = [...unitsShort(family, slate)];
    return (head) => ({ groups, message: vacant(head, groups) });
  }
  if (family.rule.kind !== 'require') return undefined;
  const { ids } = question.decided.facts;
  const candidates = slate.filter((row) => family.classOf.at(row) === 1).map((row) => ids[row]!);
  return ({ title }) => ({ candidates, message: except(question, title, candidates) });
}

/** How the bound of a rule moves: of which side, what it was, and by how many members, or how much of a fact. */
function boundChange(
  rule: Rule,
  {
    side,
    from,
    to,
    by,
  }: { readonly side: 'min' | 'max'; readonly from: Text; readonly to: Text; readonly by: number },
): Pick<Change, 'kind' | 'side' | 'bounds' | 'ratio' | 'message'> {
  if (rule.kind === 'require') throw new Error('A rule of eligibility has no bound');
  const base = { kind: 'bound' as const, side };
  const message = moved(rule.title, from, to);
  if (rule.kind === 'count')
    return { ...base, message, bounds: { min: rule.min ?? null, max: rule.max ?? null } };
  const ratio = (side === 'min' ? rule.min : rule.max)!;
  const value = (bound: typeof rule.min) => (bound === undefined ? null : numberOf(bound));
  const bounds = { min: value(rule.min), max: value(rule.max) };
  const exactly = { bounds, ratio: `${ratio.numerator}/${ratio.denominator}` };
  if (isAmount(rule)) return { ...base, ...exactly, message };
  const off = { deviation: side === 'min' ? -by : by, per: rule.per };
  return {
    ...base,
    ...exactly,
    message: inEachLanguage((language) =>
      phrase(language, 'explain.change-share', { change: message[language], ...off }),
    ),
  };
}

function moved(title: Text, from: Text, to: Text): Text {
  return inEachLanguage((language) =>
    phrase(language, 'explain.change-bound', {
      title: title[language],
      from: from[language],
      to: to[language],
    }),
  );
}

function vacant(
  { title, members }: { readonly title: Text; readonly members: number },
  units: readonly string[],
): Text {
  return inEachLanguage((language) =>
    phrase(language, 'explain.change-vacant', { title: title[language], seats: members, units }),
  );
}

function except({ decided }: CaseToExplain, title: Text, ids: readonly string[]): Text {
  return inEachLanguage((language) => {
    const candidates = ids.map((id) => calledIn(decided, id, language));
    return phrase(language, 'explain.change-except', { title: title[language], candidates });
  });
}
