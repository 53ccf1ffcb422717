import { SHAPES } from '../english-shapes.ts';
import type { Found, YamlCause } from '../found-value.ts';
import { count, eitherOf, enumerate, formatDecimal, formatNumber } from '../number.ts';
import { factTitle } from './facts.ts';
import { boundsEn } from './bounds.ts';
import { declaredEn } from './declared.ts';
import { ruleSentencesEn } from './rule-sentences.ts';
import { orderedListsEn } from './ordered-lists.ts';
import { ruleFilesEn } from './rule-files.ts';
import { ruleTestsEn } from './rule-tests.ts';
import { ownProperty } from '../own-property.ts';

const TYPES: Readonly<Record<string, string>> = {
  text: 'text',
  string: 'text',
  number: 'number',
  int: 'a whole number',
  boolean: 'true or false',
  date: 'date',
  array: 'a list',
  object: 'fields (key: value)',
  record: 'fields (key: value)',
};

const SYNTAX: Readonly<Record<string, string>> = {
  BAD_ALIAS: 'an alias (*name) stands for an anchor (&name) that was not set before it',
  BAD_DQ_ESCAPE:
    'a backslash in double quotes begins no known escape; write \\\\ for a backslash, or use single quotes',
  BAD_INDENT: 'the indentation does not fit the lines before it, or a bracket before it was not closed',
  BAD_SCALAR_START: 'a value begins with a character that YAML reserves; put the value in quotes',
  BLOCK_AS_IMPLICIT_KEY: 'a second “:” on one line; put the value in quotes',
  BLOCK_IN_FLOW: 'an indented block stands inside brackets; close the bracket first',
  MISSING_CHAR: 'a character is missing: a closing bracket or quote, a comma, or the “:” after a key',
  MULTILINE_IMPLICIT_KEY: 'a key runs over several lines, or a “:” is missing after it',
  TAB_AS_INDENT: 'a tab is used for indentation; use spaces',
  TAG_RESOLVE_FAILED: 'the type after “!” is unknown; rule files have no such types',
  UNEXPECTED_TOKEN: 'this is not expected here; perhaps a quote or bracket before it was not closed',
};

function found(what: Found): string {
  switch (what.kind) {
    case 'scalar':
      return typeof what.value === 'string' ? `the text “${what.value}”` : String(what.value);
    case 'nothing':
      return 'nothing';
    case 'list':
      return 'a list';
    default:
      return 'fields (key: value)';
  }
}

const CLOSING: Readonly<Record<string, string>> = { '{': '}', '[': ']' };
function yamlCause(cause: YamlCause): string {
  switch (cause.what) {
    case 'tabs':
      return `${count(cause.lines, 'line', 'lines')} from here on ${cause.lines === 1 ? 'begins' : 'begin'} with a tab; YAML allows only spaces before the text of a line`;
    case 'open-quote':
      return `the quote ${cause.quote} that opens here is not closed on this line; add the second one`;
    case 'open-bracket':
      return `the bracket ${cause.bracket} that opens here is not closed; add ${CLOSING[cause.bracket] ?? ''}`;
    case 'stray-bracket':
      return `the bracket ${cause.bracket} closes nothing that is open here; remove it, or add the one that opens`;
    case 'no-comma':
      return `a comma is missing before ${cause.key}`;
    case 'indent':
      return `this line begins after ${count(cause.found, 'space', 'spaces')}, level with nothing before it; ${eitherOf(cause.levels.map(String), 'en')} would be`;
  }
}
const list = (names: readonly string[]): string => enumerate(names, 'en');
const didYouMean = (meant: string | undefined): string =>
  meant === undefined ? '' : ` (did you mean “${meant}”?)`;
const number = (value: number): string => formatNumber(value, 'en');

/** English sentences of `rules`. */
export const rulesEn = {
  ...ruleSentencesEn,
  ...boundsEn,
  ...declaredEn,
  ...ruleTestsEn,
  ...orderedListsEn,
  ...ruleFilesEn,

  // The file
  'rules.several-documents': () =>
    'a second document begins here (---); put each rule set in a file of its own',
  'rules.yaml': ({ kind }: { readonly kind: string }) =>
    `this is not YAML: ${ownProperty(SYNTAX, kind) ?? `the structure cannot be read (${kind})`}`,
  'rules.yaml-cause': ({ cause }: { readonly cause: YamlCause }) => `this is not YAML: ${yamlCause(cause)}`,
  'rules.is-table': () =>
    'this is a table of candidates or units, not a rule file; give it as pool or units, and a .yaml file as rules',
  'rules.duplicate-key': ({ key }: { readonly key: string }) => `the key “${key}” is given twice; keep one`,
  'rules.key-not-text': () => 'a key must be a single word, not a list or fields',
  'rules.too-long': ({ longest }: { readonly longest: number }) =>
    `the text is too long; a file may have at most ${number(longest)} letters`,
  'rules.too-deep': ({ deepest }: { readonly deepest: number }) =>
    `this is nested more than ${number(deepest)} levels deep; write it flatter`,
  'rules.merge-key': () =>
    'the merge key (<<) of older YAML is not supported; write its fields out here, take a whole value over by an alias (*name), or put common rules into a file and extend it',
  'rules.aliases': () => 'the aliases (*name) multiply too often, or contain themselves; write the parts out',

  // Its shape
  'rules.unknown-key': (p: {
    readonly key: string;
    readonly allowed: readonly string[];
    readonly meant?: string;
  }) => `unknown key “${p.key}”${didYouMean(p.meant)}; allowed here: ${list(p.allowed)}`,
  'rules.comma-in-text': ({ key }: { readonly key: string }) =>
    `“${key}” stands where a key is expected: inside braces a comma ends a text; put the whole text in quotes`,
  'rules.unsupported': ({ key }: { readonly key: string }) =>
    `“${key}” of json-rules-engine is not part of rule files; write the condition with fact, operator and value only`,
  'rules.value-from-fact': () =>
    'a value cannot be another fact or an expression; give text, a number, true, false, a date or a list of these',
  'rules.decimal-comma': (p: { readonly found: string; readonly meant: string }) =>
    `“${p.found}” is written with a comma, which ends a value here; write ${p.meant}`,
  'rules.misplaced-key': ({ key, home }: { readonly key: string; readonly home: string }) =>
    `“${key}” is a key of the rule and stands beside ${home}, not in it`,
  'rules.key-of-kind': ({ key }: { readonly key: string }) =>
    `“${key}” stands inside what the rule asks: count: { where: …, min: 3 }, or share, require and so on`,
  'rules.short-condition': (p: {
    readonly fact: string;
    readonly operator: string;
    readonly value: string;
  }) => `a condition has three keys; write { fact: ${p.fact}, operator: ${p.operator}, value: ${p.value} }`,
  'rules.no-blank': (p: { readonly key: string; readonly meant: string }) =>
    `“${p.key}” is one word to YAML; a blank stands after the colon: ${p.meant}`,
  'rules.mixed-condition': ({ key }: { readonly key: string }) =>
    `a condition is either ${key} with conditions inside, or fact, operator and value; indent what belongs inside`,
  'rules.between': () =>
    'there is no operator between; write all: [ … ] with greaterThanInclusive and lessThanInclusive',
  'rules.per-for-each': ({ fact }: { readonly fact: string }) =>
    `per says what is counted: member, unit or appointment; to count for every value of ${fact} by itself, write forEach: ${fact} inside count`,
  'rules.missing': ({ key }: { readonly key: string }) => `“${key}” is missing; add it`,
  'rules.wrong-type': (p: { readonly found: Found; readonly expected: string }) =>
    `found ${found(p.found)}, but ${p.expected === 'number' ? 'a number' : (ownProperty(TYPES, p.expected) ?? p.expected)} is needed`,
  'rules.wrong-shape': (p: { readonly found: Found; readonly expected: string }) =>
    `found ${found(p.found)}, but this is needed: ${ownProperty(SHAPES, p.expected) ?? p.expected}`,
  'rules.not-allowed': (p: {
    readonly found: Found;
    readonly allowed: readonly string[];
    readonly meant?: string;
  }) => `found ${found(p.found)}${didYouMean(p.meant)}; allowed: ${list(p.allowed)}`,
  'rules.number-as-text': (p: { readonly found: Found }) =>
    `found ${found(p.found)}, but a number is needed; write it without quotes`,
  'rules.not-whole': (p: { readonly found: Found }) =>
    `found ${found(p.found)}, but a whole number is needed`,
  'rules.number-too-small': (p: {
    readonly found: Found;
    readonly min: number;
    readonly inclusive: boolean;
  }) =>
    `found ${found(p.found)}, but a number ${p.inclusive ? `from ${number(p.min)} up` : `greater than ${number(p.min)}`} is needed`,
  'rules.number-too-big': (p: { readonly found: Found; readonly max: number }) =>
    `found ${found(p.found)}, but at most ${number(p.max)} is possible${p.max === 1 ? '; twenty per cent is 0.2 or 20 %' : ''}`,
  'rules.number-too-fine': (p: { readonly found: Found; readonly finest: number }) =>
    `found ${found(p.found)}, but nothing finer than ${formatDecimal(p.finest.toFixed(7), 'en')} is counted: multiply all weights and prices by the same number`,
  'rules.dropped-key': ({ key }: { readonly key: string }) =>
    `nothing can be called “${key}” here; give it another name`,
  'rules.empty-text': () => 'the text is empty; write something, or leave the key out',
  'rules.bad-id': (p: { readonly found: Found }) =>
    `found ${found(p.found)}; an id has only lower-case letters a–z, digits and hyphens, such as women or under-40`,
  'rules.reserved-id': ({ id }: { readonly id: string }) =>
    `the id “${id}” is reserved for the size of the slate; choose another`,
  'rules.reserved-by-titles': (p: { readonly id: string; readonly reserved: readonly string[] }) =>
    `the id “${p.id}” is that of a rule which every placement has; choose another (the titles reserve ${list(p.reserved)})`,
  'rules.title-where': (p: { readonly fact: string; readonly allowed: readonly string[] }) =>
    `“${p.fact}” is no fact of a unit; which units have a title can depend on ${list(p.allowed)}, and on further columns of the units declared under facts as unit.…`,
  'rules.bad-date': (p: { readonly found: Found }) =>
    `found ${found(p.found)}; a date is a day that exists, written 2020-06-05`,
  'rules.bad-share': (p: { readonly found: Found }) =>
    `found ${found(p.found)}; a share is a number from 0 to 1, or text such as 1/3 or 20 %`,

  // Facts and conditions
  'rules.unknown-fact': (p: {
    readonly fact: string;
    readonly allowed: readonly string[];
    readonly meant?: string;
  }) =>
    `unknown fact “${p.fact}”${didYouMean(p.meant)}; known facts are ${list(p.allowed)} (and appraisals of other years); declare any other column under facts`,
  'rules.person-fact': ({ fact }: { readonly fact: string }) =>
    `“${fact}” says who somebody is; rules are about kinds of people; pin or exclude a person in a scenario`,
  'rules.operator-for-type': (p: {
    readonly operator: string;
    readonly fact: string;
    readonly type: string;
    readonly allowed: readonly string[];
  }) => `“${p.operator}” does not apply to ${p.fact}, whose type is ${p.type}; allowed: ${list(p.allowed)}`,
  'rules.value-type': (p: { readonly fact: string; readonly type: string; readonly found: Found }) =>
    `found ${found(p.found)}, but ${p.fact} is of type ${p.type}; give ${p.type === 'date' ? 'a date such as 2020-06-05' : p.type === 'number' ? 'a finite number' : p.type === 'boolean' ? 'true or false' : 'text, in quotes if need be'}`,
  'rules.value-outside-set': (p: {
    readonly fact: string;
    readonly found: Found;
    readonly allowed: readonly string[];
    readonly meant?: string;
  }) =>
    `found ${found(p.found)}, which is not a value of ${p.fact}${didYouMean(p.meant)}; allowed: ${list(p.allowed)}`,
  'rules.list-needed': ({ operator }: { readonly operator: string }) => `“${operator}” needs a list: [a, b]`,
  'rules.list-not-allowed': (p: { readonly operator: string; readonly instead?: string }) =>
    `“${p.operator}” compares with one value, not with a list${p.instead === undefined ? '' : `; for a list use “${p.instead}”`}`,
  'rules.empty-list': ({ operator }: { readonly operator: string }) =>
    `“${operator}” with an empty list means nothing; put values in it`,
  'rules.empty-combination': ({ key }: { readonly key: string }) =>
    `“${key}” is empty, and would hold for everybody; put conditions in it, or leave it out`,

  // Rules
  'rules.no-kind': ({ kinds }: { readonly kinds: readonly string[] }) =>
    `the rule says nothing; give it exactly one of ${list(kinds)}`,
  'rules.several-kinds': ({ kinds }: { readonly kinds: readonly string[] }) =>
    `a rule is of one kind only, this one has ${list(kinds)}; make several rules of it`,
  'rules.no-bound': () => 'there is no bound; give exactly, or min, max or both',
  'rules.exactly-and-range': () => 'give either exactly, or min and max, not both',
  'rules.min-over-max': (p: { readonly min: string; readonly max: string }) =>
    `min (${p.min}) is greater than max (${p.max}), so this can never hold; change one of them`,
  'rules.share-range': (p: { readonly found: Found }) =>
    `found ${found(p.found)}; a share lies between 0 and 1, that is 0 % and 100 %`,
  'rules.share-too-fine': () =>
    'the share is too fine to be exact; six decimals at most, or a fraction such as 1/3',
  'rules.weight-of-hard': () => 'a hard rule has no price; leave weight out, or add strength: soft',
  'rules.repeated-id': (p: { readonly id: string; readonly line: number }) =>
    `the id “${p.id}” is already used on line ${p.line}; each rule needs its own`,
  'rules.per-unit': () =>
    'per: unit counts units or a part of them; use it with count or share, without forEach',
  'rules.repeated-title': (p: { readonly id: string; readonly line: number }) =>
    `the title “${p.id}” is already declared on line ${p.line}; declare each title once`,
  'rules.unknown-title': (p: {
    readonly id: string;
    readonly allowed: readonly string[];
    readonly meant?: string;
  }) => `unknown title “${p.id}”${didYouMean(p.meant)}; the declared titles are ${list(p.allowed)}`,
  'rules.combined-concurrent': (p: { readonly id: string }) =>
    `“${p.id}” is concurrent, so it goes with every other title anyway; leave it out here`,
  'rules.combined-twice': (p: { readonly id: string }) =>
    `“${p.id}” stands twice in this combination; name each title once`,
  'rules.missing-without-groups': () =>
    'missing says what an empty cell of the forEach fact means; add forEach, or leave missing out',
  'rules.group-type': (p: { readonly fact: string; readonly type: string }) =>
    `forEach cannot group by ${p.fact}, whose type is ${p.type}; only text and boolean facts form groups`,
  'rules.more-than-rules': (p: { readonly needed: number; readonly all: number }) =>
    `${count(p.needed, 'rule')} can never be kept of ${number(p.all)}; ask for fewer, or add rules`,
  'rules.per-of-groups': (p: { readonly kind: string }) =>
    `per says what is counted, and ${p.kind} says so itself; leave per out`,
  'rules.repeated-item': (p: { readonly found: Found }) =>
    `${found(p.found)} stands twice in this list; name it once`,
  'rules.groups-chosen-twice': () =>
    'groups are chosen by a condition (where) or by a list (values), not by both; leave one out',
  'rules.list-of-several-facts': () =>
    'a list of values names groups of one fact; choose groups of several facts by where',
  'rules.added-type': (p: { readonly fact: string; readonly type: string }) =>
    `${p.fact} is of type ${p.type}; only numbers can be added up`,
  'rules.nothing-to-switch-off': (p: { readonly id: string; readonly meant?: string }) =>
    `no extended file has a rule “${p.id}” that could be switched off${didYouMean(p.meant)}`,

  // Declared facts and the objective
  'rules.fact-name': ({ fact }: { readonly fact: string }) =>
    `“${fact}” cannot name a fact; begin with a letter, then letters, digits, spaces and _ . , - / ( ) % + & # °`,
  'rules.known-fact': (p: { readonly fact: string; readonly type: string; readonly derived: boolean }) =>
    p.derived
      ? `“${p.fact}” is worked out from other columns; it cannot be declared, so choose another name`
      : `“${p.fact}” is built in, as ${p.type}; declare it only to give an empty cell a meaning: { type: ${p.type}, default: … }`,
  'rules.redeclared': (p: { readonly fact: string; readonly first: string }) =>
    `“${p.fact}” has another type at ${p.first}; a fact has one type`,
  'rules.mixed-objective': () =>
    'some items are levels and some are terms; put every term under the terms of a level',
  'rules.several-soft-levels': () =>
    'broken soft rules are paid on one level only; remove softRules here or on the earlier level',
  'rules.no-soft-level': () =>
    'no level is left on which broken soft rules are paid; set softRules: true on one',
  'rules.empty-level': () => 'the level has no terms, so it decides nothing; add terms, or softRules: true',
  'rules.empty-term': () => 'the term says only a weight; add fact, where or both',
  'rules.term-type': (p: { readonly fact: string; readonly type: string }) =>
    `the objective adds up numbers, and ${p.fact} (${factTitle(p.fact)}) is of type ${p.type}; use where, or a number or boolean fact`,

  // Several files
  'rules.no-extended': ({ id, meant }: { readonly id: string; readonly meant?: string | undefined }) =>
    meant === undefined
      ? `there is no rule set “${id}” to extend; check the id, or put ${id}.yaml beside this file`
      : `there is no rule set “${id}” to extend; did you mean “${meant}”?`,
  'rules.no-retirement-table': (p: {
    readonly id: string;
    readonly allowed: readonly string[];
    readonly meant?: string;
  }) => `there is no retirement table “${p.id}”${didYouMean(p.meant)}; there are ${list(p.allowed)}`,
  'rules.day-without-use': (p: { readonly allowed: readonly string[] }) =>
    `nothing in this rule is counted at a day, so “at” decides nothing; use it with ${list(p.allowed)}, or remove it`,
  'rules.two-retirements': () => 'retirement and retirementAge are both given; keep one',
  'rules.circular': ({ chain }: { readonly chain: readonly string[] }) =>
    `the files extend each other in a circle: ${chain.join(' → ')}; remove one of these`,
  'rules.disagreement': (p: { readonly key: string; readonly first: string; readonly second: string }) =>
    `the extended files disagree on ${p.key} (${p.first} and ${p.second}); say in this file what holds`,
  'rules.rival-rules': (p: { readonly id: string; readonly first: string; readonly second: string }) =>
    `the extended files have different rules “${p.id}” (${p.first} and ${p.second}); write the rule in this file, which replaces them, or extend only one of the files`,
};
