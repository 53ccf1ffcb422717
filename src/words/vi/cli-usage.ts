import type { cliUsageEn } from '../en/cli-usage.ts';
import { enumerate, formatNumber } from '../number.ts';

const number = (value: number): string => formatNumber(value, 'vi');
const didYouMean = (meant: string | undefined): string =>
  meant === undefined ? '' : `; có phải ý là ${meant}?`;

/** Vietnamese sentences of `cli` about command lines that cannot be understood. */
export const cliUsageVi: typeof cliUsageEn = {
  'cli.unknown-command': (p) => `không có lệnh “${p.name}”${didYouMean(p.meant)}`,
  'cli.unknown-option': (p) => `không có tùy chọn ${p.option}${didYouMean(p.meant)}`,
  'cli.missing-argument': (p) => `thiếu đối số ${p.name}`,
  'cli.empty-argument': (p) => `đối số ${p.name} để trống`,
  'cli.missing-option': (p) => `thiếu tùy chọn ${p.option}`,
  'cli.missing-value': (p) => `tùy chọn ${p.option} cần có giá trị`,
  'cli.encoding-of-no-file': (p) =>
    `--encoding nêu tệp ${p.file} mà lệnh này không đọc; hãy ghi tên tệp đúng như ở chỗ khác của lệnh`,
  'cli.given-twice': (p) => `tùy chọn ${p.option} có hai lần; chỉ giữ một`,
  'cli.needs-option': (p) =>
    `${p.option} không có tác dụng nếu thiếu ${p.needed}; hãy thêm ${p.needed}, hoặc bỏ đi`,
  'cli.too-many-arguments': (p) => `thừa đối số: ${p.found}; tên có dấu cách phải đặt trong ngoặc kép`,
  'cli.bad-usage': (p) => p.message,
  'cli.not-one-of': (p) => `${p.option} không thể là “${p.value}”; chỉ được dùng ${p.allowed.join(', ')}`,
  'cli.not-whole': (p) =>
    `${p.option} không thể là “${p.value}”; phải là số nguyên từ ${number(p.min)} đến ${number(p.max)}`,
  'cli.not-seconds': (p) =>
    `${p.option} không thể là “${p.value}”; phải là số giây lớn hơn 0 và không quá ${number(p.max)}`,
  'cli.not-percent': (p) =>
    `${p.option} không thể là “${p.value}”; phải là tỷ lệ từ 0% đến 100%, viết như 2%`,
  'cli.not-price': (p) =>
    `${p.option} không thể là “${p.value}”; phải là một số từ 0 đến ${number(p.max)}, hoặc never`,
  'cli.stdin-twice': (p) =>
    `chỉ một nguồn dữ liệu được đọc từ đầu vào chuẩn (-), không thể cùng lúc ${enumerate(p.names, 'vi')}; hãy cho các nguồn còn lại bằng tệp`,
  'cli.more-problems': (p) => `và ${number(p.more)} lỗi khác; --json cho biết tất cả`,
  'cli.see-help': (p) => `Xem cách dùng: ${p.command} --help`,
};
