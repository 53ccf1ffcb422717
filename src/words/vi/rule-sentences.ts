import { containedIn } from '../contained-fact.ts';
import { datedFact } from '../dated-fact.ts';
import { declaredColumn } from '../declared-column.ts';
import { eitherOf, formatNumber, roundedWords } from '../number.ts';
import type { Counted, FactTest, GroupsSaid, Limit, SizesSaid } from '../sentence.ts';
import type { ruleSentencesEn } from '../en/rule-sentences.ts';
import { FACT_TITLES, factTitle, valueWord } from './facts.ts';

const NOUNS: Readonly<Record<Counted, string>> = {
  member: 'người',
  unit: 'đơn vị',
  appointment: 'vị trí bố trí',
  group: 'nhóm',
  rule: 'quy tắc',
};

function shown(value: number | string): string {
  return typeof value === 'number' ? formatNumber(value, 'vi') : value.split('-').toReversed().join('/');
}

/** Numbers and dates are written out; all else is a word. */
function isShown(value: string | number | boolean): value is number | string {
  return typeof value === 'number' || (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value));
}

function either(words: readonly string[]): string {
  return eitherOf(words, 'vi');
}

/** `unit` follows the number: `từ 40 tuổi trở lên`. */
function amount(low: Limit | undefined, high: Limit | undefined, unit: string): string {
  if (low !== undefined && high !== undefined) {
    const from = `${low.inclusive ? 'từ' : 'trên'} ${shown(low.value)}`;
    return `${from} đến ${high.inclusive ? '' : 'dưới '}${shown(high.value)}${unit}`;
  }
  if (low !== undefined)
    return low.inclusive ? `từ ${shown(low.value)}${unit} trở lên` : `trên ${shown(low.value)}${unit}`;
  if (high === undefined) return '';
  return high.inclusive ? `không quá ${shown(high.value)}${unit}` : `dưới ${shown(high.value)}${unit}`;
}

/** Where on a list somebody stands. */
function atPlaces(low: Limit | undefined, high: Limit | undefined): string {
  const from = low && Number(low.value) + (low.inclusive ? 0 : 1);
  const to = high && Number(high.value) - (high.inclusive ? 0 : 1);
  if (from === undefined) return `ở ${shown(to ?? 0)} vị trí đầu`;
  return to === undefined
    ? `ở vị trí ${shown(from)} trở đi`
    : `ở các vị trí từ ${shown(from)} đến ${shown(to)}`;
}

function onDays(low: Limit | undefined, high: Limit | undefined): string {
  const since = low && `${low.inclusive ? 'từ' : 'sau'} ngày ${shown(low.value)}`;
  const until = high && `${high.inclusive ? 'không muộn hơn' : 'trước'} ngày ${shown(high.value)}`;
  if (since !== undefined && until !== undefined) return `${since} và ${until}`;
  return since === undefined ? (until ?? '') : low?.inclusive === true ? `${since} trở đi` : since;
}

/** `có học vị`; the name of a declared column is quoted, and a column of the units is said of the unit. */
function having(fact: string): string {
  const column = declaredColumn(fact, FACT_TITLES);
  if (column === undefined) return `có ${factTitle(fact)}`;
  return column.of === 'unit' ? `thuộc đơn vị có “${column.name}”` : `có “${column.name}”`;
}

function range(fact: string, low: Limit | undefined, high: Limit | undefined): string {
  if (fact === 'age') return amount(low, high, ' tuổi');
  if (fact === 'place') return atPlaces(low, high);
  if (typeof (low ?? high)?.value !== 'string') return `${having(fact)} ${amount(low, high, '')}`;
  if (fact === 'birthDate') return `sinh ${onDays(low, high)}`;
  if (fact === 'joinedParty') return `vào Đảng ${onDays(low, high)}`;
  return `${having(fact)} ${onDays(low, high)}`;
}

function flag(fact: string, yes: boolean): string {
  if (fact === 'newcomer') return yes ? 'tham gia lần đầu' : 'không thuộc diện tham gia lần đầu';
  if (fact === 'incumbent') return yes ? 'tái cử' : 'không thuộc diện tái cử';
  if (fact === 'local') return `${yes ? '' : 'không phải '}là người địa phương`;
  if (fact === 'combined') return `${yes ? '' : 'không '}nhất thể hóa`;
  if (fact === 'stays') return `${yes ? '' : 'không '}giữ nguyên chức danh`;
  const column = declaredColumn(fact, FACT_TITLES);
  const marked = `${yes ? 'có' : 'không'} đánh dấu “${column?.name ?? factTitle(fact)}”`;
  return column?.of === 'unit' ? `thuộc đơn vị ${marked}` : marked;
}

function oneOf(fact: string, values: readonly (string | number | boolean)[], negated: boolean): string {
  const first = values[0];
  if (values.length === 1 && typeof first === 'boolean') return flag(fact, first !== negated);
  const words = values.map((value) => (isShown(value) ? shown(value) : valueWord(fact, value)));
  const quoted = either(words.map((word) => `“${word}”`));
  if (fact === 'gender') return `${negated ? 'không phải ' : ''}là ${either(words)}`;
  if (fact === 'age') return `${negated ? 'không phải ' : ''}${either(words)} tuổi`;
  if (fact === 'bloc') return `${negated ? 'không ' : ''}thuộc khối ${quoted}`;
  if (fact === 'place') return `${negated ? 'không ' : ''}ở vị trí ${either(words)}`;
  if (fact === 'part') return `${negated ? 'không ' : ''}thuộc phần ${quoted}`;
  if (fact === 'unit') return `${negated ? 'không ' : ''}thuộc đơn vị ${either(words)}`;
  return `${having(fact)} ${negated ? 'không phải ' : ''}là ${typeof first === 'number' ? either(words) : quoted}`;
}

function predicate(fact: string, test: FactTest): string {
  switch (test.kind) {
    case 'is':
      return oneOf(fact, test.values, test.negated);
    case 'range':
      return range(fact, test.low, test.high);
    case 'contains':
      return `${test.negated ? 'không ' : ''}có “${test.value}” trong ${factTitle(containedIn(fact)?.column ?? fact)}`;
    case 'holds':
      return `${test.negated ? 'không ' : ''}giữ chức danh “${test.title}”`;
  }
}

function bound(min: string | undefined, max: string | undefined): string {
  if (min === undefined) return max === undefined ? 'bao nhiêu cũng được' : `không quá ${max}`;
  if (max === undefined) return `ít nhất ${min}`;
  return min === max ? `đúng ${min}` : `từ ${min} đến ${max}`;
}

/** Bounds by size: `không quá 2 nếu từ 3 đến 4 người`. */
function bySize({ lines, fewer, more }: SizesSaid): string {
  const sizes = (from: number, to: number | undefined): string => {
    if (to === undefined) return `từ ${shown(from)} người trở lên`;
    return from === to ? `${shown(from)} người` : `từ ${shown(from)} đến ${shown(to)} người`;
  };
  const told = lines.map(({ from, to, min, max }) => `${bound(min, max)} nếu ${sizes(from, to)}`).join(', ');
  const loosened = [
    ...(fewer > 0 ? [`mọi mức tối thiểu bớt ${shown(fewer)}`] : []),
    ...(more > 0 ? [`mọi mức tối đa thêm ${shown(more)}`] : []),
  ];
  return [told, ...loosened].join('; ');
}

/** The beginning of a sentence about each of some groups. */
function forEach(groups: GroupsSaid | undefined): string {
  if (groups === undefined) return '';
  const fact = groups.facts.map(factTitle).join(' và ');
  const [one] = groups.facts;
  const named = (groups.values ?? []).map((value) => `“${valueWord(one!, value)}”`);
  const none = groups.none ? ' (ô trống không tính là nhóm nào)' : '';
  if (named.length === 1 && groups.with === undefined) return `${fact} ${named[0]!}${none}: `;
  const chosen =
    (groups.with === undefined ? '' : ` mà trong nguồn có người ${groups.with}`) +
    (named.length === 0 ? '' : ` trong số ${named.join(', ')}`);
  return `mỗi ${fact}${chosen}${none}: `;
}

/** A sentence inside another one. */
function closing(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function opening(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A fact that is added up: a declared column is quoted, since it may have any name. */
function added(fact: string): string {
  const dated = datedFact(fact);
  const column = declaredColumn(dated.fact, FACT_TITLES);
  const named = column === undefined ? factTitle(dated.fact) : `“${column.name}”`;
  return dated.day === undefined ? named : `${named} tính đến ngày ${shown(dated.day)}`;
}

/** How rules read in Vietnamese. */
export const ruleSentencesVi: typeof ruleSentencesEn = {
  'rules.fact': ({ fact }) => factTitle(fact),
  'rules.value': ({ fact, value }) => valueWord(fact, value),
  'rules.predicate': ({ fact, test }) => {
    const dated = datedFact(fact);
    const said = predicate(dated.fact, test);
    return dated.day === undefined ? said : `${said} tính đến ngày ${shown(dated.day)}`;
  },
  'rules.titles-together': ({ titles }) => titles.join(' kiêm '),
  'rules.all': ({ parts }) => parts.join(' và '),
  'rules.any': ({ parts }) => parts.join(' hoặc '),
  'rules.bound': ({ min, max }) => bound(min, max),
  'rules.bound-of-all': () => 'tất cả',
  'rules.count-sentence': ({ min, max, predicate, groups, per }) => {
    const noun = NOUNS[per];
    const number =
      max === 0
        ? `không có ${noun} nào`
        : `${bound(min === undefined ? undefined : shown(min), max === undefined ? undefined : shown(max))} ${noun}`;
    const who = per === 'unit' ? 'có người ' : '';
    const said = predicate === undefined ? number : `${number} ${who}${predicate}`;
    return opening(forEach(groups) + said);
  },
  'rules.sized-sentence': ({ predicate, groups, ...sizes }) =>
    opening(
      `${forEach(groups)}số người${predicate === undefined ? '' : ` ${predicate}`}, theo số lượng danh sách: ${bySize(sizes)}`,
    ),
  'rules.bound-by-size': (sizes) => bySize(sizes),
  'rules.difference-sentence': ({ one, other, max, groups, per }) => {
    const far = max === 0 ? 'bằng nhau' : `chênh lệch không quá ${shown(max)}`;
    return opening(`${forEach(groups)}số ${NOUNS[per]} ${one} và số ${NOUNS[per]} ${other} ${far}`);
  },
  'rules.groups-sentence': ({ min, max, facts, several, predicate }) => {
    const by = `${several ? 'giá trị khác nhau của' : 'nhóm theo'} ${facts.map(factTitle).join(' và ')}`;
    const who = `có người${predicate === undefined ? '' : ` ${predicate}`}`;
    if (max === 0) return opening(`không ${by} nào ${who}`);
    const number = bound(
      min === undefined ? undefined : shown(min),
      max === undefined ? undefined : shown(max),
    );
    return opening(`${number} ${by} ${who}`);
  },
  'rules.choice-sentence': ({ min, parts }) =>
    `Đạt ít nhất ${shown(min)} trong ${shown(parts.length)} quy tắc: ${parts
      .map((each, index) => `(${index + 1}) ${closing(each)}`)
      .join('; ')}`,
  'rules.if-any-sentence': ({ predicate, need }) => `Nếu có người ${predicate}: ${closing(need)}`,
  'rules.bound-of-rules': ({ min, all }) => `ít nhất ${shown(min)} trong ${shown(all)} quy tắc`,
  'rules.bound-of-condition': ({ min }) => (min > 0 ? 'khi có người thuộc diện này' : 'không yêu cầu'),
  'rules.share-sentence': ({ min, max, predicate, of, groups, round, per }) => {
    const who = per === 'unit' ? 'có người ' : '';
    const said =
      of === undefined
        ? `${bound(min, max)} số ${NOUNS[per]} ${who}${predicate}`
        : `trong số ${NOUNS[per]} ${who}${of}, ${bound(min, max)} ${who}${predicate}`;
    return opening(forEach(groups) + said + roundedWords(round, 'vi'));
  },
  'rules.amount-sentence': ({ kind, fact, min, max, predicate, groups, cellless, per }) => {
    const what = `${kind === 'sum' ? 'tổng' : 'trung bình'} ${added(fact)}`;
    const who = predicate === undefined ? `mọi ${NOUNS[per]}` : `những ${NOUNS[per]} ${predicate}`;
    const none = cellless ? ' (không tính ô trống)' : '';
    return opening(`${forEach(groups)}${what} của ${who} ${bound(min, max)}${none}`);
  },
  'rules.require-sentence': ({ where, satisfy, per }) =>
    `Mỗi ${NOUNS[per]}${where === undefined ? '' : ` ${where}`} phải ${satisfy}`,
  'rules.objective': () => 'Chất lượng',
};
