import { count } from '../number.ts';

/** English sentences of the page about tables of the user's own: how they are read, kept and delivered anew. */
export const webTablesEn = {
  'web.table': () => 'Your table',
  'web.shipped-rules': () => 'Rule sets of this service',
  'web.odd-numbers': () => 'Cells that are no numbers',
  'web.odd-number': (p: {
    readonly heading: string;
    readonly cells: readonly { readonly word: string; readonly name: string; readonly line?: number }[];
  }) => {
    const shown = p.cells.slice(0, 3).map(({ word, name, line }) => {
      const whose = [name, line === undefined ? '' : `line ${line}`].filter((each) => each !== '').join(', ');
      return whose === '' ? `“${word}”` : `“${word}” (${whose})`;
    });
    const more = p.cells.length - shown.length;
    return `“${p.heading}” holds numbers, but also ${shown.join(', ')}${more > 0 ? ` and ${count(more, 'more cell', 'more cells')}` : ''}; until they are empty or right, no points can be counted by it`;
  },
  'web.leave-empty': () => 'Count as empty',
  'web.delivery-needs-ids': () =>
    'A later delivery of this table can be compared once it has a column of ids; by names alone nobody can be told apart for sure.',
  'web.shipped-pools': () => 'Pools of this service',
  'web.table-name': () => 'Name of the table',
  'web.table-reading': () => 'How each column is read',
  'web.remove-table': () => 'Remove from the list',
  'web.removed-tables': () => 'Removed tables',
  'web.table-removed': (p: { readonly title: string }) => `${p.title}: removed`,
  'web.restore-table': (p: { readonly title: string }) => `Undo: put ${p.title} back`,
  'web.forget-table': (p: { readonly title: string }) => `Delete ${p.title} for good`,
  'web.which-are-names': () => 'Which column holds the names?',
  'web.lead-names': () =>
    'Your table is read, but nothing in it says who is who. Say which column holds the names.',
  'web.columns-unsure': (p: { readonly count: number; readonly of: number }) =>
    p.count === 0 ? `${count(p.of, 'column')}, all known` : `${count(p.of, 'column')}, ${p.count} to look at`,
  'web.headings-line': () => 'Row with the headings',
  'web.no-heading': () => '(no heading)',
  'web.column-empty': () => 'nothing in it',
  'web.column-read-as': (p: { readonly heading: string }) => `Read “${p.heading}” as`,
  'web.column-unit': (p: { readonly heading: string }) => `Unit of “${p.heading}”`,
  'web.as-heading-says': () => 'by its heading',
  'web.column-by-heading': (p: { readonly title: string }) => `${p.title} (by its heading)`,
  'web.column-needed': () => 'Needed in every table',
  'web.column-facts': () => 'Known columns',
  'web.column-others': () => 'Otherwise',
  'web.column-own': (p: { readonly heading: string }) => `a column of its own: ${p.heading}`,
  'web.column-left-out': () => 'do not read it',
  'web.column-known': () => 'known heading',
  'web.column-guessed': () => 'guessed',
  'web.column-said': () => 'as you chose',
  'web.column-extra': () => 'your own column',
  'web.column-repeated': () => 'means what another one means',
  'web.column-unheaded': () => 'no heading, not read',
  'web.unit-none': () => 'plain numbers',
  'web.unit-points': () => 'points (85/100, 85 points)',
  'web.unit-months': () => 'months (5 years 3 months = 63)',
  'web.unit-months-of-years': () => 'months; bare numbers are years',
  'web.unit-years': () => 'years (18 months = 1.5)',
  'web.save-mapping': () => 'Save this reading as a file',
  'web.load-mapping': () => 'Read as a file says',
  'web.no-mapping-file': () =>
    'This file says nothing of how a table is read. Choose one that was saved here, or written by “slate pool import --map”.',
  'web.unread-words': () => 'Words that are not understood',
  'web.unread-word': (p: { readonly word: string; readonly heading: string; readonly cells: number }) =>
    `“${p.word}” under ${p.heading} (${count(p.cells, 'cell')}) means`,
  'web.word-means': (p: { readonly word: string }) => `Meaning of “${p.word}”`,
  'web.choose-meaning': () => 'choose…',
  'web.means-empty': () => 'nothing: leave the cell empty',
  'web.mend-all-columns': () => 'All columns',
  'web.new-delivery': () => 'Compare a new delivery of this table',
  'web.delivery-of': (p: { readonly file: string }) => `What ${p.file} says otherwise`,
  'web.delivery-unreadable': () =>
    'This delivery cannot be read in the way of the present table. Drop it as a table of its own to set right how it is read.',
  'web.delivery-same': () => 'Nothing: it holds the same candidates with the same facts.',
  'web.delivered-new': (p: { readonly count: number }) => `${p.count} new`,
  'web.delivered-changed': (p: { readonly count: number }) => `${p.count} changed`,
  'web.delivered-gone': (p: { readonly count: number }) => `${p.count} no longer there`,
  'web.delivered-renumbered': (p: { readonly count: number }) => `${p.count} under another id`,
  'web.delivered-twice': (p: { readonly count: number }) =>
    `${p.count} with the name and birth date of somebody who is there`,
  'web.also-known-as': (p: { readonly id: string; readonly other: string }) => `${p.id}, also ${p.other}`,
  'web.day-and-month': () => 'day and month exchanged',
  'web.cell-now': (p: { readonly before: string; readonly after: string }) => `${p.before}, now ${p.after}`,
  'web.take-delivery': (p: { readonly count: number; readonly of: number }) =>
    p.count === p.of ? `Take over all ${p.of}` : `Take over ${p.count} of ${p.of}`,
  'web.did-map-pool': () => 'say how the table is read',
  'web.did-take-delivery': () => 'take over a new delivery',
};
