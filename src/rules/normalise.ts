import { createHash } from 'node:crypto';
import { inEachLanguage, untranslated, type Text, textOf } from '../words/language.ts';
import { phraseInEach } from '../words/catalogue.ts';
import { describeRule } from './describe.ts';
import { lastWord, prevailingFile, type RuleFile } from './extends.ts';
import { declarationOf } from './problems/fact-shapes.ts';
import { softLevelOf } from './problems/head-problems.ts';
import { wordOfValue } from './facts/known-facts.ts';
import { listIn, sizeOfList, titlesOfList } from './lists/ordered-list.ts';
import { conditionOf, countOfRules, type Kind, kindOf } from './rule-kind.ts';
import { kindsInProportion } from './bounds/proportion.ts';
import { kindsOfSeveral } from './groups/several-groups.ts';
import { relaxStepsIn } from './bounds/relax-steps.ts';
import { type ReadTable, saysRetirement } from './facts/retirement-table.ts';
import type { OrderedList } from './lists/list-declaration.ts';
import type { FactDeclaration } from './facts/fact-declaration.ts';
import type {
  ObjectiveLevel,
  ObjectiveTerm,
  Rule,
  RuleBase,
  RuleSet,
  Size,
  TitleDeclaration,
} from './rule-set.ts';
import {
  ruleFileSchema,
  type WrittenLevel,
  type WrittenRule,
  type WrittenRuleFile,
  type WrittenTerm,
  type WrittenTitle,
} from './schema.ts';
import type { WrittenPart } from './problems/kind-shapes.ts';
import { declaredNames, placedRules, sizeIn, type PlacedRule } from './problems/merged-problems.ts';
import { kindsOfList, kindsWithin } from './lists/within-places.ts';
import { onList, termOnList } from './lists/people-on-list.ts';
import { ownProperty } from '../words/own-property.ts';

/** As many appointments as there are posts, where a placement says nothing of its size. */
const ANY_SIZE: Size = { min: 0, max: Number.MAX_SAFE_INTEGER };

/** Retirement in 2020, in years. */
const RETIREMENT_AGE = { female: 55, male: 60 } as const;

type Facts = RuleSet['facts'];

/**
 * The rule set that files without problems mean: `extends` laid over each other, shorthand written
 * out, shares exact, dates as days. Throws if a problem was overlooked before.
 */
export function ruleSetOf(files: readonly RuleFile[], retirement: readonly ReadTable[] = []): RuleSet {
  const written = new Map(files.map((file) => [file, ruleFileSchema.parse(file.yaml.data)]));
  const root = written.get(files.at(-1)!)!;
  const settled = <Key extends keyof WrittenRuleFile>(key: Key): WrittenRuleFile[Key] | undefined => {
    const { file } = prevailingFile([key], files);
    return file && written.get(file)?.[key];
  };
  const facts = declarations(files, written);
  const list = listIn(settled('list'));
  const titles = list ? titlesOfList(list) : (settled('titles') ?? []).map((title) => titleOf(title, facts));
  const terms = { facts, ...(titles.length > 0 && { titles }), ...(list && { list }) };
  const size = list
    ? sizeOfList(list)
    : (sizeIn(settled('size')) ?? (titles.length > 0 ? ANY_SIZE : undefined));
  const referenceDate = settled('referenceDate');
  if (size === undefined || referenceDate === undefined)
    throw new Error('A rule set without size or date got past its checks.');
  const counted = titles.length > 0 && !list ? 'appointment' : 'member';
  const rules = (placed: PlacedRule): readonly Rule[] =>
    rulesOf(placed, writtenRule(placed, written), terms, counted);
  const { standing, off } = placedRules(files);
  return {
    id: root.id,
    title: textOf(root.title) ?? untranslated(root.id),
    referenceDate,
    size,
    ...(titles.length > 0 && { titles, combined: settled('combined') ?? [] }),
    ...(list && { list }),
    retirementAge: flatAges(files, written) ?? RETIREMENT_AGE,
    ...(retirement.length > 0 && { retirement: retirement.map(({ table }) => table) }),
    facts,
    rules: standing.flatMap(rules),
    ...(off.length > 0 && { switchedOff: off.flatMap(rules) }),
    objective: objectiveOf(settled('objective') ?? [], facts, list),
    sha256: hashOf([
      ...files.flatMap(({ yaml, tables }) => [yaml.text, ...tables]),
      ...retirement.map(({ text }) => text),
    ]),
  };
}

/** One hash for the texts of all files, in order; for a single file, the hash of its text. */
function hashOf(texts: readonly string[]): string {
  return createHash('sha256').update(texts.join('\0')).digest('hex');
}

/** The flat ages of the file that has the last word on retirement, if it says them. */
function flatAges(
  files: readonly RuleFile[],
  written: ReadonlyMap<RuleFile, WrittenRuleFile>,
): RuleSet['retirementAge'] | undefined {
  const { file } = lastWord(saysRetirement, files);
  return file && written.get(file)?.retirementAge;
}

function declarations(files: readonly RuleFile[], written: ReadonlyMap<RuleFile, WrittenRuleFile>): Facts {
  return Object.fromEntries(
    declaredNames(files).flatMap((name): [string, FactDeclaration][] => {
      const { file } = prevailingFile(['facts', name], files);
      const fact = file && ownProperty(written.get(file)?.facts, name);
      return fact === undefined ? [] : [[name, declarationOf(fact)]];
    }),
  );
}

function writtenRule(
  { path, file }: PlacedRule,
  written: ReadonlyMap<RuleFile, WrittenRuleFile>,
): WrittenRule {
  return written.get(file)!.rules![Number(path[1])]!;
}

/** The rule that was written: several of a list where it is about stretches that overlap, and of seats in proportion. */
function rulesOf(
  placed: PlacedRule,
  written: WrittenRule,
  terms: Terms,
  counted: RuleBase['per'],
): readonly Rule[] {
  const { file, line, column } = placed.file.yaml.placeOf(placed.path);
  // Switched off, a rule with a price is a goal all the same, should a scenario switch it on.
  const soft = written.strength === 'soft' || (written.strength === 'off' && written.weight !== undefined);
  const source = textOf(written.source);
  const base: Omit<RuleBase, 'title'> = {
    id: written.id,
    ...(source === undefined ? {} : { source }),
    strength: soft ? 'soft' : 'hard',
    weight: soft ? (written.weight ?? 1) : 0,
    ...relaxPrice(written),
    per: written.per ?? countedBy(written) ?? counted,
    origin: { file, line: line ?? 1, column: column ?? 1 },
  };
  const { facts, list } = terms;
  const titled = { ...base, title: untranslated(written.id) };
  const part = (inner: WrittenPart): Rule => {
    // Of stretches there is no part: what they ask is several rules.
    const [kind] = kindsInPlaces(kindOf({ ...inner, at: written.at }, facts), written, list);
    const own: Rule = { ...titled, ...HELD, per: counted, ...kind! };
    return { ...own, title: describeRule(own, terms) };
  };
  const kinds = countOfRules(written, part);
  const all = kinds === undefined ? kindsByThemselves(written, terms) : [{ kind: kinds }];
  return all.map(({ kind, group }, index): Rule => {
    const untitled: Rule = { ...titled, ...partOfWritten(written.id, index, all.length), ...kind };
    return {
      ...untitled,
      title: titleOfGroup(textOf(written.title), group) ?? describeRule(untitled, terms),
    };
  });
}

/** The title that was written, with the group that this one of several rules is about. */
function titleOfGroup(title: Text | undefined, group: Text | undefined): Text | undefined {
  if (title === undefined || group === undefined) return title;
  return inEachLanguage((language) => `${title[language]}: ${group[language]}`);
}

/** What the sentences and bounds of a rule need of its set. */
type Terms = Pick<RuleSet, 'facts' | 'titles' | 'list'>;

/** One of several rules of a file, with the group that it is about where each of them is about another. */
interface OneOfSeveral {
  readonly kind: Kind;
  readonly group?: Text;
}

function kindsByThemselves(written: WrittenRule, { facts, list }: Terms): readonly OneOfSeveral[] {
  const { proportion, at } = written;
  if (proportion !== undefined) {
    return kindsInProportion(proportion, facts, at).flatMap(({ kind, value }) =>
      kindsInPlaces(kind, written, list).map((each) => ({
        kind: each,
        group: wordOfValue(proportion.forEach, value),
      })),
    );
  }
  const ofList = list && kindsOfList(written, list);
  if (ofList !== undefined) return ofList.map((kind) => ({ kind }));
  const asked = kindOf(written, facts);
  const several = kindsOfSeveral(asked, facts)?.map(({ kind, value }): OneOfSeveral => ({
    kind,
    group: untranslated(value),
  }));
  return (several ?? [{ kind: asked }]).flatMap(({ kind, group }) =>
    kindsInPlaces(kind, written, list).map((each) => ({ kind: each, ...(group && { group }) })),
  );
}

function kindsInPlaces(kind: Kind, { within }: WrittenRule, list: OrderedList | undefined): readonly Kind[] {
  return list === undefined ? [kind] : kindsWithin(onList(kind, list), within, list);
}

/** What giving way costs, and where it costs more. */
function relaxPrice(written: WrittenRule): Pick<RuleBase, 'relaxCost' | 'relaxSteps'> {
  const { relaxCost } = written;
  const steps = relaxStepsIn(relaxCost);
  const first = typeof relaxCost === 'object' ? relaxCost.each : relaxCost;
  return {
    relaxCost: first ?? (isAverageOfGroups(written) ? 'never' : 1),
    ...(steps.length > 0 && { relaxSteps: steps }),
  };
}

/** The first of several keeps the id, so that a scenario finds it; the others are numbered. */
function partOfWritten(id: string, index: number, all: number): Partial<RuleBase> {
  if (all === 1) return {};
  return { id: index === 0 ? id : `${id}.${index + 1}`, written: id };
}

function isAverageOfGroups({ average, within }: WrittenRule): boolean {
  const isInStretches = within?.blocks !== undefined || within?.windows !== undefined;
  return average !== undefined && (average.forEach !== undefined || isInStretches);
}

/** A rule inside another one has no price of its own. */
const HELD = { strength: 'hard', weight: 0 } as const;

/** What is counted by a rule that counts no members. */
function countedBy({ groups, choice, ifAny }: WrittenRule): 'group' | 'rule' | undefined {
  if (groups !== undefined) return 'group';
  return choice === undefined && ifAny === undefined ? undefined : 'rule';
}

function titleOf(written: WrittenTitle, facts: Facts): TitleDeclaration {
  const { id, bloc, where, vacancy = 'never', concurrent = false } = written;
  return {
    id,
    title: textOf(written.title) ?? untranslated(id),
    seats: seatsIn(written.seats),
    vacancy,
    ...(bloc !== undefined && { bloc }),
    concurrent,
    ...(where !== undefined && { where: conditionOf(where, facts) }),
  };
}

function seatsIn(written: WrittenTitle['seats']): Size {
  if (written === undefined) return { min: 1, max: 1 };
  if (typeof written === 'number') return { min: written, max: written };
  return 'exactly' in written ? { min: written.exactly, max: written.exactly } : written;
}

function objectiveOf(
  written: NonNullable<WrittenRuleFile['objective']>,
  facts: Facts,
  list: OrderedList | undefined,
): readonly ObjectiveLevel[] {
  const levels = written.flatMap((item): WrittenLevel[] => ('level' in item ? [item] : []));
  if (levels.length === 0) {
    const terms = written.flatMap((item): WrittenTerm[] => ('level' in item ? [] : [item]));
    const title = phraseInEach('rules.objective', undefined);
    return [{ title, terms: terms.map((term) => termOnList(termOf(term, facts), list)), softRules: true }];
  }
  const soft = softLevelOf(levels.map(({ softRules }) => softRules));
  return levels.map(({ level, terms = [] }, index) => ({
    title: textOf(level),
    terms: terms.map((term) => termOnList(termOf(term, facts), list)),
    softRules: index === soft,
  }));
}

function termOf({ fact, where, weight }: WrittenTerm, facts: Facts): ObjectiveTerm {
  return {
    ...(fact === undefined ? {} : { fact }),
    ...(where === undefined ? {} : { where: conditionOf(where, facts) }),
    weight,
  };
}
