import type { DecidedCase } from '../optimize/model/decided-case.ts';
import type { RowDecisions } from '../pool/decisions.ts';
import { isBySize } from '../rules/bounds/by-size.ts';
import { titleOfFact } from '../rules/facts/known-facts.ts';
import { type BestSlate, bestSlate, solverNote } from '../slate/best-slate.ts';
import { rowsById } from '../rules/facts/fact-table.ts';
import { decidedOf, unknownMember } from '../slate/case.ts';
import { answerInputs } from '../slate/answer-inputs.ts';
import type { SlateCase } from '../check/slate-case.ts';
import { Task, TimeLimitError, type TaskControl } from '../slate/task.ts';
import { phrase, phraseInEach } from '../words/catalogue.ts';
import { inEachLanguage, type Language, type Text } from '../words/language.ts';
import { InputError } from '../words/problem.ts';
import type { Conflict, WhyAnswer } from './answers.ts';
import { bindingRules } from './binding-rules.ts';
import { tellConflict } from './conflicts/conflict-reasons.ts';
import { findConflicts } from './conflicts/conflicts.ts';
import { exchangeBetween, objectiveLoss } from './exchange.ts';
import { LossWithoutRule } from './loss-without-rule.ts';
import { MemberModel } from './member-model.ts';
import { calledIn, isPlan, memberInWords, memberTitle } from './member-words.ts';
import { type Member, membersOf, type CaseToExplain } from './case-to-explain.ts';
import { rowDecisions } from '../check/row-decisions.ts';

/** Options of `whyCandidate`. */
interface WhyOptions extends TaskControl {
  /** How many irreducible reasons are wanted where the candidate is on no slate, or on every one; 5 if absent. */
  readonly conflicts?: number;
}

/** What is found of a candidate, before it is dressed as an answer. */
type Findings = Pick<
  WhyAnswer,
  'status' | 'best' | 'other' | 'obstacles' | 'binding' | 'conflicts' | 'message'
>;

/**
 * Why a candidate is on the best slate, or not: the best slate with them if they are off it, without
 * them if they are on it, what that costs and who leaves and enters for it. Rules stand in their way
 * where the loss would be less without the rule. Where no slate has them, or every one, it gives the
 * irreducible sets of rules that make it so.
 *
 * @throws InputError if the candidate is not in the pool.
 */
export async function whyCandidate(
  asked: SlateCase,
  id: string,
  options: WhyOptions = {},
): Promise<WhyAnswer> {
  const row = rowsById(asked.facts).get(id);
  if (row === undefined) throw new InputError([unknownMember(asked, id)]);
  const task = new Task(options);
  const question: CaseToExplain = { decided: await decidedOf(asked, task), decisions: rowDecisions(asked) };
  const found = await whyRow(question, row, options, task);
  return {
    candidate: asked.facts.ids[row]!,
    ...(await withBindingRules(found, asked, row, task)),
    ...(found.status !== 'unknown' && { assurance: 'one-solver' }),
    solver: await solverNote(task),
    inputs: answerInputs(asked, { ...options, candidate: id }),
  };
}

/** Adds which rules speak for somebody without whom the best slate is worth less. */
async function withBindingRules(
  found: Findings,
  asked: SlateCase,
  row: number,
  task: Task,
): Promise<Findings> {
  if (found.status !== 'on' || found.other === undefined || found.other.loss <= 0) return found;
  const binding = await bindingRules(asked, row, task);
  if (binding.length === 0) return found;
  const message = inEachLanguage((language) => {
    const rules = binding.map(({ title, group, points }) => ({ title: title[language], group, points }));
    return `${found.message[language]}. ${phrase(language, 'explain.why-binding', { rules })}`;
  });
  return { ...found, binding, message };
}

/** Why a row of a question is chosen, or not; see {@link whyCandidate}. */
async function whyRow(
  question: CaseToExplain,
  row: number,
  { conflicts = 5 }: WhyOptions,
  task: Task,
): Promise<Findings> {
  try {
    const aside = setAside(question, row);
    if (aside !== undefined) return aside;
    const best = await bestOf(question, task);
    if (best === undefined) {
      const plan = isPlan(question.decided);
      const message = phraseInEach('explain.why-no-slate', { plan });
      return plain('no-slate', message);
    }
    const on = best.rows.includes(row);
    const turned = withDecision(question, row, on ? 'exclude' : 'pin');
    const other = await bestOf(turned, task);
    if (other === undefined) return await impossible(turned, row, on, best, conflicts, task);
    return await compared(question, turned, row, { best, other, on }, task);
  } catch (error) {
    if (!(error instanceof TimeLimitError)) throw error;
    const message = phraseInEach('explain.why-unknown', undefined);
    return plain('unknown', message);
  }
}

function plain(status: WhyAnswer['status'], message: Text): Findings {
  return { status, obstacles: [], conflicts: [], message };
}

/** The answer for somebody who takes no part at all. */
function setAside({ decided }: CaseToExplain, row: number): Findings | undefined {
  const missing = decided.setAside.get(row);
  if (missing === undefined) return undefined;
  const facts = [...new Set(missing.flatMap((each) => each.facts))];
  return plain(
    'never',
    inEachLanguage((language) => {
      const candidate = calledIn(decided, decided.facts.ids[row]!, language);
      const named = facts.map((fact) => titleOfFact(fact)[language]);
      const why = phrase(language, 'explain.why-aside', { candidate, facts: named });
      return `${phrase(language, 'explain.why-never', { candidate, plan: isPlan(decided) })}: ${why}`;
    }),
  );
}

function bestOf({ decided, ...options }: CaseToExplain, task: Task): Promise<BestSlate | undefined> {
  return bestSlate(decided, options, task);
}

function withDecision(question: CaseToExplain, row: number, decision: 'pin' | 'exclude'): CaseToExplain {
  const { decisions } = question;
  const named = [...decisions[decision], { id: question.decided.facts.ids[row]!, rows: [row] }];
  const changed: RowDecisions =
    decision === 'pin' ? { ...decisions, pin: named } : { ...decisions, exclude: named };
  return { ...question, decisions: changed };
}

/** The decision that {@link withDecision} adds, the last of its kind. */
function lastDecision({ decisions }: CaseToExplain, kind: 'pin' | 'exclude'): Member {
  return { kind, index: decisions[kind].length - 1 };
}

/** The irreducible reasons why nothing is possible with a decision on one row. */
async function impossible(
  turned: CaseToExplain,
  row: number,
  on: boolean,
  best: BestSlate,
  limit: number,
  task: Task,
): Promise<Findings> {
  const decision = lastDecision(turned, on ? 'exclude' : 'pin');
  const model = await MemberModel.open(turned, task, [decision]);
  const conflicts: Conflict[] = [];
  const candidate = turned.decided.facts.ids[row]!;
  const given = { candidate, on: !on };
  try {
    const { found } = await findConflicts(model, limit, task);
    for (const conflict of found) conflicts.push(await tellConflict(turned, model, conflict, task, given));
  } finally {
    model.close();
  }
  return {
    status: on ? 'needed' : 'never',
    best: best.slate,
    obstacles: [],
    conflicts,
    message: inEachLanguage((language) => {
      const said = phrase(language, on ? 'explain.why-needed' : 'explain.why-never', {
        candidate: calledIn(turned.decided, candidate, language),
        plan: isPlan(turned.decided),
      });
      const [first] = conflicts;
      return first === undefined ? said : `${said}. ${first.message[language]}`;
    }),
  };
}

interface Compared {
  readonly best: BestSlate;
  readonly other: BestSlate;
  readonly on: boolean;
}

async function compared(
  question: CaseToExplain,
  turned: CaseToExplain,
  row: number,
  { best, other, on }: Compared,
  task: Task,
): Promise<Findings> {
  const { loss, losses } = objectiveLoss(best.slate, other.slate);
  const exchange = exchangeBetween(best.slate.members, other.slate.members);
  const candidate = question.decided.facts.ids[row]!;
  const { decided } = question;
  const others = (ids: readonly string[], language: Language): readonly string[] =>
    ids.filter((id) => id !== candidate).map((id) => calledIn(decided, id, language));
  return {
    status: on ? 'on' : 'off',
    best: best.slate,
    other: { ...other.slate, loss, ...(losses.length > 1 && { losses: [...losses] }), ...exchange },
    obstacles: on || loss <= 0 ? [] : await obstaclesOf(question, turned, row, loss, task),
    conflicts: [],
    message: inEachLanguage((language) =>
      phrase(language, on ? 'explain.why-on' : 'explain.why-off', {
        candidate: calledIn(decided, candidate, language),
        loss,
        leave: others(exchange.leave, language),
        enter: others(exchange.enter, language),
        plan: isPlan(decided),
      }),
    ),
  };
}

/** The rules without which the candidate would cost less; as many as there is time for. */
async function obstaclesOf(
  question: CaseToExplain,
  turned: CaseToExplain,
  row: number,
  loss: number,
  task: Task,
): Promise<WhyAnswer['obstacles']> {
  const obstacles: WhyAnswer['obstacles'] = [];
  const losses = await LossWithoutRule.open(turned, task);
  try {
    for (const member of membersOf(question)) {
      if (member.kind !== 'rule' || !countsIn(question.decided, member.rule, row)) continue;
      const least = await losses.of(member.rule);
      if (least === undefined || least >= loss) continue;
      const said = memberInWords(question, member);
      obstacles.push({
        rule: question.decided.rules[member.rule]!.rule.id,
        title: memberTitle(question, member),
        loss: least,
        message: inEachLanguage((language) =>
          phrase(language, 'explain.obstacle', {
            member: said[language],
            loss,
            least,
            plan: isPlan(question.decided),
          }),
        ),
      });
    }
  } catch (error) {
    if (!(error instanceof TimeLimitError)) throw error;
  } finally {
    losses.close();
  }
  return obstacles.sort((one, other) => one.loss - other.loss);
}

function countsIn({ rules }: DecidedCase, index: number, row: number): boolean {
  const { rule, classOf, classes, links } = rules[index]!;
  const counts = classes[classOf.at(row)]!.length > 0;
  if (isBySize(rule)) return counts;
  return counts || (links !== undefined && links.classes[links.classOf.at(row)]!.length > 0);
}
