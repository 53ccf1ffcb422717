import type { deliveriesEn } from '../en/deliveries.ts';
import { formatNumber } from '../number.ts';

const number = (value: number): string => formatNumber(value, 'vi');

/** What lines of a delivery are called. */
const KINDS: Readonly<Record<string, string>> = {
  new: 'mới',
  changed: 'thay đổi',
  renumbered: 'đổi mã',
  twice: 'trùng người?',
  gone: 'không còn',
};

/** Vietnamese sentences of `deliveries`. */
export const deliveriesVi: typeof deliveriesEn = {
  'deliveries.no-column': ({ column }) =>
    `thiếu cột “${column}”; hãy chấp nhận từng dòng trong tệp do slate pool diff --out ghi ra`,
  'deliveries.no-line': ({ id }) =>
    `lần gửi này không nói gì khác về ${id === '' ? 'ai' : id}; hãy ghi lại tệp bằng slate pool diff --out`,
  'deliveries.other-line': ({ id }) =>
    `nay lần gửi nói khác về ${id} so với lúc dòng này được chấp nhận; hãy ghi lại tệp bằng slate pool diff --out`,
  'deliveries.unclear': ({ found }) =>
    `“${found}” không phải có cũng không phải không; ghi x hoặc có để nhận dòng này, không để giữ như cũ`,
  'deliveries.line-twice': ({ id }) => `dòng của ${id} được quyết định hai lần; hãy giữ một`,
  'deliveries.kind': ({ kind }) => KINDS[kind] ?? kind,
  'deliveries.was-now': (p) =>
    `${p.heading}: ${p.before === '' ? '–' : p.before} → ${p.after === '' ? '–' : p.after}`,
  'deliveries.swapped': () => 'ngày và tháng đổi chỗ',
  'deliveries.other-id': ({ id, other }) => `${id} (${other})`,
  'deliveries.swapped-column': (p) =>
    `${p.heading}: trong ${number(p.differing)} ngày khác nhau có ${number(p.swapped)} ngày chỉ khác vì ngày và tháng đổi chỗ`,

  'cli.pool-diff': () => 'lần gửi sau nói khác ở đâu: ai mới, thay đổi, không còn, đổi mã hay trùng người',
  'cli.pool-merge': () => 'nhận các dòng đã được chấp nhận của một lần gửi và ghi nguồn nhân sự',
  'cli.pool-before': () => 'nguồn nhân sự trước đó: một tệp, hoặc tên một nguồn có sẵn',
  'cli.pool-after': () => 'các bảng của lần gửi mới: CSV, XLSX, ODS hoặc XLS',
  'cli.pool-partial': () =>
    'lần gửi chỉ của một số đơn vị: người thuộc đơn vị khác không bị coi là không còn',
  'cli.pool-diff-out': () => 'tệp để chấp nhận từng dòng, dùng cho slate pool merge --accept',
  'cli.pool-accept': () =>
    'tệp của slate pool diff --out, ghi x hoặc có trước mỗi dòng được chấp nhận; hoặc all để nhận tất cả',
  'cli.pool-same': () => 'Lần gửi này không nói gì khác.',
  'cli.pool-line-kind': () => 'Dòng',
  'cli.pool-line-what': () => 'Nội dung',
  'cli.pool-counts': (p) =>
    `${number(p.new)} mới, ${number(p.changed)} thay đổi, ${number(p.renumbered)} đổi mã, ${number(p.twice)} có thể trùng người, ${number(p.gone)} không còn`,
  'cli.pool-merged': (p) =>
    `Đã nhận ${number(p.accepted)} trong ${number(p.lines)} dòng; nguồn có ${number(p.candidates)} nhân sự`,
  'cli.pool-undecided': ({ ids }) =>
    `Chưa quyết định nên giữ như cũ: ${ids.slice(0, 20).join(', ')}${ids.length > 20 ? ` … (tất cả ${number(ids.length)})` : ''}`,
};
