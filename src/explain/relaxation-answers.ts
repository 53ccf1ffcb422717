import { describeBound } from '../rules/describe.ts';
import type { Task } from '../slate/task.ts';
import { phrase } from '../words/catalogue.ts';
import { inEachLanguage, type Text } from '../words/language.ts';
import type { Change, RelaxationAnswer } from './answers.ts';
import { bestSlate } from '../slate/best-slate.ts';
import { boundOf, calledIn, candidatesOf, droppedDecision, idOf, sizeInWords, titleOf } from './naming.ts';
import type { Question } from './question.ts';
import type { Movement, Relaxation } from './relaxations.ts';
import type { RelaxationShape } from './relaxation-model.ts';
import { type RelaxedCase, relaxedCase } from './relaxed-case.ts';

/** Tells a relaxation: its changes in words, and the best slate that then exists. */
export async function tellRelaxation(
  question: Question,
  relaxation: Relaxation,
  shape: RelaxationShape,
  task: Task,
): Promise<RelaxationAnswer> {
  const relaxed = await relaxedCase(question, relaxation, shape);
  const best = await bestSlate(
    relaxed.decided,
    {
      decisions: relaxed.decisions,
      excepted: relaxed.excepted,
      ...(question.structure !== undefined && { structure: question.structure }),
    },
    task,
  );
  if (best === undefined) throw new Error('A relaxation leaves no slate');
  const changes = relaxation.movements.map((movement) => changeOf(question, movement, relaxed, best.rows));
  const message = inEachLanguage((language) =>
    phrase(language, 'explain.relaxation', {
      changes: changes.map((change) => change.message[language]),
      cost: relaxation.cost,
    }),
  );
  return { cost: relaxation.cost, changes, slate: best.slate, message };
}

function changeOf(
  question: Question,
  { way, units }: Movement,
  relaxed: RelaxedCase,
  slate: readonly number[],
): Change {
  const { member, side, unit, cost } = way;
  const head = {
    rule: idOf(question, member),
    title: titleOf(question, member),
    members: units / unit,
    cost: (cost * units) / unit,
  };
  if (member.kind !== 'rule' && member.kind !== 'size') {
    const candidates = [...candidatesOf(question, member)];
    const message = inEachLanguage((language) => droppedDecision(question, member, language));
    return { ...head, kind: 'dropped', candidates, message };
  }
  if (side === 'dropped') throw new Error('Only decisions are dropped');
  const from = boundOf(question, member)!;
  if (member.kind !== 'rule') {
    const to = sizeInWords(relaxed.ruleSet.size);
    return {
      ...head,
      kind: 'bound',
      side,
      bounds: relaxed.ruleSet.size,
      message: moved(head.title, from, to),
    };
  }
  const rule = relaxed.ruleSet.rules[member.rule]!;
  if (rule.kind === 'require') {
    const { ids } = question.decided.facts;
    const { classOf } = question.decided.rules[member.rule]!;
    const candidates = slate.filter((row) => classOf.at(row) === 1).map((row) => ids[row]!);
    return {
      ...head,
      kind: 'exceptions',
      side,
      candidates,
      message: except(question, head.title, candidates),
    };
  }
  const message = moved(head.title, from, describeBound(rule));
  if (rule.kind === 'count') {
    return {
      ...head,
      kind: 'bound',
      side,
      bounds: { min: rule.min ?? null, max: rule.max ?? null },
      message,
    };
  }
  const ratio = (side === 'min' ? rule.min : rule.max)!;
  const value = (bound: typeof rule.min) =>
    bound === undefined ? null : bound.numerator / bound.denominator;
  const bounds = { min: value(rule.min), max: value(rule.max) };
  return { ...head, kind: 'bound', side, bounds, ratio: `${ratio.numerator}/${ratio.denominator}`, message };
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

function except({ decided }: Question, title: Text, ids: readonly string[]): Text {
  return inEachLanguage((language) => {
    const candidates = ids.map((id) => calledIn(decided, id, language));
    return phrase(language, 'explain.change-except', { title: title[language], candidates });
  });
}
