import { shortened } from '../found-value.ts';
import { count, enumerate } from '../number.ts';
import { factTitle } from './facts.ts';

/** Names with more around them than names: of how many people, and the first, as it is written and as it is read. */
export interface OddNames {
  readonly people: number;
  readonly written: string;
  readonly read: string;
}

/** A sheet whose candidates stand under other headings than those of the first. */
export interface UnlikeSheet {
  readonly sheet: string;
  readonly isRead: boolean;
  /** Facts that it tells nothing of, and those that the first one does not tell. */
  readonly lacking: readonly string[];
  readonly further: readonly string[];
}

/** English sentences of `notices`: what is possible, and looks odd. */
export const noticesEn = {
  'notices.hidden-rows': ({ count: rows }: { count: number }) =>
    `${count(rows, 'row')} of the sheet ${rows === 1 ? 'is' : 'are'} hidden, and read like the others`,
  'notices.is-utf8': (_: object) =>
    'another encoding is said of this file, but it is UTF-8, and read as that',
  'notices.hidden-columns': ({ headings }: { headings: readonly string[] }) =>
    `${headings.length === 1 ? 'the column' : 'the columns'} ${enumerate(headings.map(quoted), 'en')} ${headings.length === 1 ? 'is' : 'are'} hidden in the sheet, and read like the others`,
  'notices.other-sheets': ({ read, others }: { read: readonly string[]; others: readonly string[] }) =>
    `${sheets(read)} ${read.length === 1 ? 'is' : 'are'} read; the workbook also has ${others.map(quoted).join(', ')}`,
  'notices.alike-sheets': ({ read, same }: { read: readonly string[]; same: readonly string[] }) =>
    `${sheets(read)} ${read.length === 1 ? 'is' : 'are'} read; ${same.map(quoted).join(', ')} ${same.length === 1 ? 'has' : 'have'} candidates under the same headings, and ${same.length === 1 ? 'is' : 'are'} not read: the sheet “*” stands for all of them`,
  'notices.unlike-sheet': (p: UnlikeSheet) =>
    `the sheet ${quoted(p.sheet)} ${[
      ...(p.lacking.length > 0 ? [`lacks ${enumerate(p.lacking.map(factTitle), 'en')}`] : []),
      ...(p.further.length > 0 ? [`also has ${enumerate(p.further.map(factTitle), 'en')}`] : []),
    ].join(
      ' and ',
    )}, unlike the first; ${p.isRead ? 'what a sheet lacks is empty' : 'it is not read unless it is named'}`,
  'notices.hidden-sheets': ({ sheets: hidden }: { sheets: readonly string[] }) =>
    `${sheets(hidden)} of the workbook ${hidden.length === 1 ? 'is' : 'are'} hidden, and read only where ${hidden.length === 1 ? 'it is' : 'they are'} named`,
  'notices.unit-by-sheet': ({ sheets: units }: { sheets: readonly string[] }) =>
    `no sheet has a column of units, so its name is the unit of those on it: ${units.map(quoted).join(', ')}`,
  'notices.no-ids': (_: object) =>
    'the table has no column of ids, so the candidates are numbered in its order: 1, 2, 3 …; keep that order, or add a column “id”',
  'notices.outranked-heading': ({ heading, by }: { heading: string; by: string }) =>
    `${quoted(by)} says it more exactly than ${quoted(heading)}, which is only carried along`,
  'notices.row-left-out': ({ text }: { text: string }) =>
    `the row ${quoted(text)} is no candidate, and left out`,
  'notices.part-title': ({ fact, title }: { fact: string; title: string }) =>
    `the row with ${quoted(title)} is no candidate, but gives the ${factTitle(fact)} of everybody below it`,
  'notices.numbered-again': ({ id }: { id: string }) =>
    `the numbers begin again here, so the part stands before them in the ids: this is ${quoted(id)}`,
  'notices.numbered-by-table': ({ id, by }: { id: string; by: 'file' | 'sheet' }) =>
    `the running numbers are those of other tables, too, so the name of the ${by} stands before them in the ids: the first is ${quoted(id)}; keep the name of the ${by}, or add a column “id”`,
  'notices.tidied-names': (p: OddNames) =>
    `${count(p.people, 'name')} ${p.people === 1 ? 'has' : 'have'} a number, a mark or an address around ${p.people === 1 ? 'it' : 'them'}, which is left out: ${quoted(p.written)} is read as ${quoted(p.read)}`,
  'notices.remarked-names': (p: OddNames) =>
    `${count(p.people, 'name')} ${p.people === 1 ? 'has' : 'have'} something in brackets behind ${p.people === 1 ? 'it' : 'them'}, which stays: ${quoted(p.read)}; what it says belongs into a column of its own`,
  'notices.filled-down': ({ fact, cells }: { fact: string; cells: number }) =>
    `${count(cells, 'cell')} of ${factTitle(fact)} ${cells === 1 ? 'is' : 'are'} blank below a value that stands once, as merged cells are saved, and ${cells === 1 ? 'is' : 'are'} read as that value`,
  'notices.perhaps-merged': ({ fact, cells }: { fact: string; cells: number }) =>
    `${count(cells, 'cell')} of ${factTitle(fact)} are blank below others; they may have been merged with those above, but values stand there more than once, so they stay blank: write the value into each row`,
  'notices.blank-is-no': ({ fact }: { fact: string }) =>
    `the heading says that ${factTitle(fact)} is marked, so a blank cell is read as no`,
  'notices.rest-of-names': ({ heading }: { heading: string }) =>
    `the column behind ${quoted(heading)} has no heading, and is read as the rest of the names`,
  'notices.same-person': ({ id, other }: { id: string; other: string }) =>
    `${id} has the name and the birth date of ${other}; is it one person?`,
  'notices.unmet-heading': ({ heading }: { heading: string }) =>
    `the mapping names the heading ${quoted(heading)}, which this table has not`,
  'notices.unmet-key': ({ key }: { key: string }) => `no candidate has the key ${quoted(key)}`,
  'notices.age': (p: { id: string; age: number; least: number; most: number }) =>
    `${p.id} is ${count(p.age, 'year')} old at the reference date, outside ${p.least} to ${p.most}; is the birth date right?`,
  'notices.early-days': ({ heading, dates }: { heading: string; dates: number }) =>
    `none of the ${count(dates, 'date')} under ${heading} has a day after the 12th; was the month written before the day?`,
  'notices.joined-later': ({ id, fact, value }: { id: string; fact: string; value: string }) =>
    `${id} has ${value} as ${factTitle(fact)}, which is after the reference date`,
  'notices.joined-before-birth': ({ id, fact, value }: { id: string; fact: string; value: string }) =>
    `${id} has ${value} as ${factTitle(fact)}, which is before their birth`,
  'notices.one-word': ({ fact, kept, other }: { fact: string; kept: string; other: string }) =>
    `${quoted(other)} is read as the same ${fact} as ${quoted(kept)}`,
  'notices.marks-alone': ({ fact }: { fact: string }) =>
    `of ${factTitle(fact)} the table only ever says yes: its empty cells are unknown, and who has one is set aside where a rule asks for it; if they mean no, write facts: { ${fact}: { type: boolean, default: false } } into the rules`,
  'notices.look-alikes': ({ fact, alike }: { fact: string; alike: readonly string[] }) =>
    `${alike.map(quoted).join(', ')} differ only in their marks, and are different values of ${fact}`,
  'notices.serial-date': ({ value }: { fact: string; value: string }) =>
    `${quoted(value)} is read as a day that a spreadsheet counted from 1900`,
  'notices.near-a-rule': (p: { fact: string; value: string; near: string }) =>
    `no rule names the ${p.fact} ${quoted(p.value)}, but one names ${quoted(p.near)}, which no candidate has`,
  'notices.garbled': ({ text, encoding }: { text: string; encoding: string }) =>
    encoding === 'UTF-8'
      ? `${quoted(text)} looks like UTF-8 that was read in another encoding; go back to the file that it was made from`
      : `${quoted(text)} looks like letters of the old encoding ${encoding}; read the file with the encoding ${encoding.toLowerCase()} (--encoding ${encoding.toLowerCase()}), or convert it to Unicode`,
  'notices.empty-groups': (p: { rule: string; needed: number; groups: readonly string[]; more: number }) =>
    `the rule ${quoted(p.rule)} asks for ${p.needed} of each group, and no candidate can count in ${p.groups.map(quoted).join(', ')}${p.more > 0 ? ` and ${p.more} more` : ''}: it can never be kept; choose the groups by forEach: { fact, where }, or ask for fewer`,
  'notices.no-retirement': ({ people }: { readonly people: number }) =>
    `${count(people, 'candidate')} of another gender ${people === 1 ? 'has' : 'have'} no age of retirement in these rules, whose rows are for female and male: where the months to it are asked for, nobody knows them, and they are set aside; a retirement table may have a row for gender other`,
  'notices.equal-claims': ({ rule, groups }: { readonly rule: string; readonly groups: readonly string[] }) =>
    `in “${rule}”, ${enumerate(groups.map(quoted), 'en')} have the same claim to the last seat, and it went in the order of the file; where lots are drawn, put who won first`,
  'notices.beyond-size': (p: { rule: string; needed: number; max: number }) =>
    `the rule ${quoted(p.rule)} asks for ${count(p.needed, 'member')}, and a slate has at most ${count(p.max, 'seat')}: it can never be kept; ask for fewer, or raise size`,
};

/** `the sheets “A” and “B”`. */
function sheets(names: readonly string[]): string {
  return `the ${names.length === 1 ? 'sheet' : 'sheets'} ${enumerate(names.map(quoted), 'en')}`;
}

function quoted(text: string): string {
  return `“${shortened(text)}”`;
}
