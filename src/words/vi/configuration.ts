import type { configurationEn } from '../en/configuration.ts';
import type { Found } from '../found-value.ts';

const shown = ({ kind, ...rest }: Found): string =>
  kind === 'scalar' && 'value' in rest ? `“${String(rest.value)}”` : 'giá trị này';

/** Vietnamese sentences of `configuration`. */
export const configurationVi: typeof configurationEn = {
  'configuration.unknown-variable': (p) =>
    p.meant === undefined
      ? 'không có biến này; lệnh slate serve --print-config liệt kê mọi cài đặt'
      : `không có biến này; có phải ý là ${p.meant}? Lệnh slate serve --print-config liệt kê mọi cài đặt`,
  'configuration.no-folder': (p) => `không có thư mục “${p.found}”; hãy tạo thư mục đó hoặc ghi thư mục khác`,
  'configuration.no-host-name': (p) =>
    `${shown(p.found)} không phải tên máy; hãy viết như slate.example, không có http:// và không có cổng`,
  'configuration.no-origin': (p) =>
    `${shown(p.found)} không phải nguồn gốc (origin) của trang web; hãy viết như https://board.example, không có đường dẫn, hoặc *`,
  'configuration.no-proxy': (p) =>
    `${shown(p.found)} không phải địa chỉ hay dải địa chỉ; hãy viết như 10.0.0.7 hoặc 10.0.0.0/8`,
  'configuration.no-grant': (p) =>
    `${shown(p.found)} không nêu vai trò; hãy viết NHÓM=CƠ-QUAN/VAI-TRÒ, chẳng hạn slate-office=own/drafter, với reader, drafter, approver hoặc administrator`,
  'configuration.no-issuer': (p) =>
    `${shown(p.found)} không phải địa chỉ của nơi cấp danh tính; hãy viết như https://id.example, hoặc none`,
  'configuration.no-file': (p) => `không có tệp “${p.found}”; hãy tạo tệp đó, hoặc viết none`,
  'configuration.by-default': () => 'mặc định',
};
