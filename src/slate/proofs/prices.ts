import { priceInThread, type ProvingControl } from '../../optimize/threads/proving.ts';
import { type PlainModel, plainModel } from '../../proofs/plain-model.ts';
import { type PriceTable, priceTable } from '../../proofs/price-table.ts';
import type { RowName } from '../../proofs/proof.ts';
import { inBrief } from '../../proofs/row-key.ts';
import { Unprovable } from '../../proofs/unprovable.ts';
import type { RuleSet } from '../../rules/rule-set.ts';
import { phraseInEach } from '../../words/catalogue.ts';
import type { Text } from '../../words/language.ts';
import type { Prices } from '../propose-answer.ts';
import { rowsById } from '../../rules/facts/fact-table.ts';
import type { SlateCase } from '../../check/slate-case.ts';
import { sizeTitle } from '../../check/rule-reports.ts';

/** What is written with six decimals may be off by this. */
const ROUNDED = 2e-6;

/** Prices of the rules of a case, and the model whose rows they are of. */
interface PricedCase {
  readonly model: PlainModel;
  readonly table: PriceTable;
}

/**
 * Prices the rules of a case by the linear relaxation, so that they prove what no slate can exceed on the
 * first level. `undefined` where time does not suffice, or what the case counts is no matter of proofs.
 *
 * @param members ids of a slate, to begin with.
 * @throws the reason of `signal` if it aborts.
 */
async function pricedCase(
  asked: Pick<SlateCase, 'ruleSet' | 'facts' | 'decisions'>,
  members: readonly string[],
  control: ProvingControl,
): Promise<PricedCase | undefined> {
  try {
    const model = plainModel(asked);
    const rows = rowsById(asked.facts);
    const slate = members.map((id) => rows.get(id)!);
    const prices = await priceInThread(model, slate, control);
    const table = prices && priceTable(model, prices);
    return table && { model, table };
  } catch (error) {
    if (error instanceof Unprovable) return undefined;
    throw error;
  }
}

/** The prices of a case in words; see {@link pricedCase}. @param best what its slate is worth. */
export async function pricesOf(
  asked: SlateCase,
  { members, objective }: { readonly members: readonly string[]; readonly objective: number },
  control: ProvingControl,
): Promise<Prices | undefined> {
  const priced = await pricedCase(asked, members, control);
  if (priced === undefined) return undefined;
  const { model, table } = priced;
  const { rest, sum, most } = table;
  const isReached = Math.abs(Number(most) - objective) < ROUNDED;
  const said = { sum, most, isReached, found: objective, plan: asked.placement !== undefined };
  return {
    lines: table.lines.map(({ row: { name, side }, price, bound, total }) => ({
      rule: ruleOf(name),
      ...groupOf(name),
      title: titleOf(name, asked.ruleSet),
      price,
      side,
      bound,
      total,
    })),
    beyond: table.beyond.map(({ column, points }) => ({ candidate: nameOf(model, column), points })),
    rest,
    sum,
    most,
    message: phraseInEach('prices.message', said),
  };
}

/** The group that a row is about; of what ties a sign to the candidates, the sign: a group, a size, a rule inside. */
function groupOf(name: RowName): { readonly group?: string } {
  if (!('rule' in name)) return {};
  const group = name.group ?? name.sign;
  return group === undefined ? {} : { group };
}

/** A candidate, or what a rule counts instead of candidates. */
function nameOf({ candidates, idOf, signs }: PlainModel, column: number): string {
  const sign = signs[column - candidates];
  return sign === undefined ? idOf(column) : inBrief(sign.name);
}

function ruleOf(name: RowName): string {
  if ('rule' in name) return name.rule;
  if ('differ' in name) return inBrief(name);
  if ('pin' in name) return `pin:${name.pin}`;
  return 'apart' in name ? `apart:${name.apart.join()}` : `together:${name.together.join()}`;
}

/** The title of the rule, or the decision in words. */
function titleOf(name: RowName, ruleSet: RuleSet): Text {
  if ('differ' in name) throw new Error(`a price of what is no rule: ${inBrief(name)}`);
  if ('rule' in name) {
    if (name.rule === 'size') return sizeTitle(ruleSet);
    const title = ruleSet.rules.find(({ id }) => id === name.rule)?.title;
    if (title === undefined) throw new Error(`a price of a rule that is none: ${inBrief(name)}`);
    return title;
  }
  const [kind, ids] =
    'pin' in name
      ? (['pin', [name.pin]] as const)
      : 'apart' in name
        ? (['apart', name.apart] as const)
        : (['together', name.together] as const);
  return phraseInEach(`prices.${kind}`, { ids });
}
