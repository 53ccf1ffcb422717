import { count, formatNumber } from '../number.ts';

/** English sentences of `cli` about consultations and their rounds. */
export const cliRoundsEn = {
  'cli.rounds-summary': () => 'rounds of consultation: ballots, who goes on, who fell out and why',
  'cli.rounds-procedures': () => 'the procedures that come with Slate, or what one of them or of a file says',
  'cli.rounds-begin': () => 'begin a consultation: a procedure, so many seats, about a draft if it is named',
  'cli.rounds-record': () =>
    'count a round and keep it: who stands, the ballots, who goes on; recorded again, it is a further version',
  'cli.rounds-show': () => 'a consultation round by round: how many went on, who did not and why',
  'cli.rounds-way': () => "each person's way through the rounds, or that of the persons named",
  'cli.rounds-name-argument': () => 'name of the consultation, in lower-case letters, digits and hyphens',
  'cli.rounds-stage-argument': () => 'id of the stage (slate rounds procedures lists them)',
  'cli.rounds-ballots-argument': () =>
    'table (CSV or a workbook) with a person a line: id, votes, of, withdrew; where a list is agreed, id alone',
  'cli.rounds-way-argument': () => 'ids of persons (default: all)',
  'cli.rounds-procedure-option': () => 'id of a procedure, or a file of your own',
  'cli.rounds-seats-option': () => 'how many are to be elected or appointed',
  'cli.rounds-units-option': () => 'the electoral units that the seats are in (default: 1)',
  'cli.rounds-draft-option': () => 'the draft that it is about; its members stand in the first round',
  'cli.rounds-title-option': () => 'what it is called (default: its name)',
  'cli.rounds-of-option': () => 'of how many the votes are, where the table does not say it',
  'cli.rounds-pool-option': () =>
    'a pool that is kept, in which everybody must be (default: that of the rounds before)',
  'cli.rounds-slate-option': () =>
    'the slate that stands (default: in the first round the members of the draft, later those whom the round before carried on)',
  'cli.rounds-number-option': () => 'where numbers are agreed: how many are to be named',
  'cli.rounds-choose-option': () => 'who goes on of those who have equally many votes, as the board decided',
  'cli.rounds-consultation': () => 'Consultation',
  'cli.rounds-procedure': () => 'Procedure',
  'cli.rounds-seats': () => 'Seats',
  'cli.rounds-done': () => 'Rounds',
  'cli.rounds-of': (p: { readonly done: number; readonly all: number }) => `${p.done} of ${p.all}`,
  'cli.rounds-none': () => 'No consultation is kept yet; slate rounds begin begins one.',
  'cli.rounds-stage': () => 'Stage',
  'cli.rounds-called': () => 'Called',
  'cli.rounds-rule': () => 'Who goes on',
  'cli.rounds-source': () => 'Source',
  'cli.rounds-begun': (p: { readonly name: string; readonly isNew: boolean; readonly first: string }) =>
    p.isNew
      ? `Begun: ${p.name}; its first round is ${p.first}`
      : `Begun already, the same: ${p.name}; its first round is ${p.first}`,
  'cli.rounds-about': (p: { readonly procedure: string; readonly seats: number; readonly units: number }) =>
    `${p.procedure}, ${count(p.seats, 'seat')}${p.units === 1 ? '' : ` in ${count(p.units, 'unit')}`}`,
  'cli.rounds-not-yet': () => 'Not recorded yet',
  'cli.rounds-recorded': (p: { readonly subject: string; readonly isNew: boolean }) =>
    p.isNew ? `Recorded as ${p.subject}` : `The same is recorded already, as ${p.subject}`,
  'cli.rounds-counts': (p: {
    readonly carried: number;
    readonly fellOut: number;
    readonly tied: number;
    readonly number?: number;
  }) =>
    p.number === undefined
      ? [
          `${count(p.carried, 'person goes', 'people go')} on`,
          `${formatNumber(p.fellOut, 'en')} fell out`,
          ...(p.tied === 0 ? [] : [`${formatNumber(p.tied, 'en')} tied`]),
        ].join(', ')
      : `${count(p.number, 'person is', 'people are')} to be named`,
  'cli.rounds-recorded-by': (p: { readonly version: number; readonly at: string; readonly by: string }) =>
    `Version ${formatNumber(p.version, 'en')}, ${p.at} ${p.by}`,
  'cli.rounds-removed': () => 'Who stood was removed for good',
  'cli.rounds-round': () => 'Round',
  'cli.rounds-id': () => 'Id',
  'cli.rounds-name': () => 'Name',
  'cli.rounds-votes': () => 'Votes',
  'cli.rounds-outcome': () => 'What became of them',
  'cli.rounds-nobody-yet': () => 'Nobody stood in a round yet.',
};
