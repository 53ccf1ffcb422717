import { inEachLanguage, type Language, type Text } from './language.ts';
import { rulesEn } from './en/rules.ts';
import { noticesEn } from './en/notices.ts';
import { poolEn } from './en/pool.ts';
import { slateEn } from './en/slate.ts';
import { proofsEn } from './en/proofs.ts';
import { pricesEn } from './en/prices.ts';
import { explainEn } from './en/explain.ts';
import { scenariosEn } from './en/scenarios.ts';
import { batchEn } from './en/batch.ts';
import { placementsEn } from './en/placements.ts';
import { papersEn } from './en/papers.ts';
import { deliveriesEn } from './en/deliveries.ts';
import { assembliesEn } from './en/assemblies.ts';
import { recordsEn } from './en/records.ts';
import { serviceEn } from './en/service.ts';
import { roundsEn } from './en/rounds.ts';
import { storeEn } from './en/store.ts';
import { peopleEn } from './en/people.ts';
import { configurationEn } from './en/configuration.ts';
import { cliEn } from './en/cli.ts';
import { rulesVi } from './vi/rules.ts';
import { noticesVi } from './vi/notices.ts';
import { poolVi } from './vi/pool.ts';
import { slateVi } from './vi/slate.ts';
import { proofsVi } from './vi/proofs.ts';
import { pricesVi } from './vi/prices.ts';
import { explainVi } from './vi/explain.ts';
import { scenariosVi } from './vi/scenarios.ts';
import { batchVi } from './vi/batch.ts';
import { placementsVi } from './vi/placements.ts';
import { papersVi } from './vi/papers.ts';
import { deliveriesVi } from './vi/deliveries.ts';
import { assembliesVi } from './vi/assemblies.ts';
import { recordsVi } from './vi/records.ts';
import { serviceVi } from './vi/service.ts';
import { roundsVi } from './vi/rounds.ts';
import { storeVi } from './vi/store.ts';
import { peopleVi } from './vi/people.ts';
import { configurationVi } from './vi/configuration.ts';
import { cliVi } from './vi/cli.ts';

/**
 * Every sentence that Slate says, in every language; those of the page stand apart (`words/page.ts`). One
 * file per area and language; a phrase is a function of its parameters, so plural and number are the
 * phrase's own business. English is the type: a Vietnamese file that lacks a phrase, or takes other
 * parameters, does not compile.
 */
const en = [
  rulesEn,
  poolEn,
  noticesEn,
  slateEn,
  proofsEn,
  pricesEn,
  explainEn,
  scenariosEn,
  batchEn,
  placementsEn,
  papersEn,
  deliveriesEn,
  assembliesEn,
  recordsEn,
  serviceEn,
  roundsEn,
  storeEn,
  peopleEn,
  configurationEn,
  cliEn,
] as const;
const vi: typeof en = [
  rulesVi,
  poolVi,
  noticesVi,
  slateVi,
  proofsVi,
  pricesVi,
  explainVi,
  scenariosVi,
  batchVi,
  placementsVi,
  papersVi,
  deliveriesVi,
  assembliesVi,
  recordsVi,
  serviceVi,
  roundsVi,
  storeVi,
  peopleVi,
  configurationVi,
  cliVi,
];
const catalogue = { en, vi } as const;

/** All phrases of one language. */
type Phrases = All<typeof en>;
type All<Areas extends readonly unknown[]> = Areas extends readonly [infer First, ...infer Rest]
  ? First & All<Rest>
  : object;

/** The code of a sentence, `area.what`. */
export type PhraseCode = keyof Phrases;

/** What a sentence needs to be said. */
export type PhraseParameters<Code extends PhraseCode> = Parameters<Phrases[Code]>[0];

/** Says one sentence in one language. */
export function phrase<Code extends PhraseCode>(
  language: Language,
  code: Code,
  parameters: PhraseParameters<Code>,
): string {
  return sayingOf(language, code)(parameters);
}

/** The same in every language. */
export function phraseInEach<Code extends PhraseCode>(code: Code, parameters: PhraseParameters<Code>): Text {
  return inEachLanguage((language) => phrase(language, code, parameters));
}

/** Found by area: one object of all phrases takes longer to make, at every start, than what is said takes to say. */
function sayingOf<Code extends PhraseCode>(
  language: Language,
  code: Code,
): (parameters: PhraseParameters<Code>) => string {
  const area = catalogue[language].find((phrases) => Object.hasOwn(phrases, code));
  return (area as Phrases)[code] as (parameters: PhraseParameters<Code>) => string;
}

/** All codes; a test holds that both languages word each of them. */
export function phraseCodes(): readonly PhraseCode[] {
  return en.flatMap((phrases) => Object.keys(phrases) as PhraseCode[]);
}
