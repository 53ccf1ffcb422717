import type { Found } from '../found-value.ts';

const shown = ({ kind, ...rest }: Found): string =>
  kind === 'scalar' && 'value' in rest ? `“${String(rest.value)}”` : 'this';

/** English sentences of `configuration`. */
export const configurationEn = {
  'configuration.unknown-variable': (p: { readonly meant?: string }) =>
    p.meant === undefined
      ? 'there is no such variable; slate serve --print-config shows all settings'
      : `there is no such variable; did you mean ${p.meant}? slate serve --print-config shows all settings`,
  'configuration.no-folder': (p: { readonly found: string }) =>
    `there is no folder “${p.found}”; make it, or name another`,
  'configuration.no-host-name': (p: { readonly found: Found }) =>
    `${shown(p.found)} is no name of a machine; write slate.example, without http:// and without a port`,
  'configuration.no-origin': (p: { readonly found: Found }) =>
    `${shown(p.found)} is no origin of pages; write https://board.example, without a path, or *`,
  'configuration.no-proxy': (p: { readonly found: Found }) =>
    `${shown(p.found)} is neither an address nor a subnet; write 10.0.0.7 or 10.0.0.0/8`,
  'configuration.no-grant': (p: { readonly found: Found }) =>
    `${shown(p.found)} says no role; write GROUP=BOARD/ROLE, such as slate-office=own/drafter, with reader, drafter, approver or administrator`,
  'configuration.no-issuer': (p: { readonly found: Found }) =>
    `${shown(p.found)} is no address of an issuer; write https://id.example, or none`,
  'configuration.no-file': (p: { readonly found: string }) =>
    `there is no file “${p.found}”; make it, or write none`,
  'configuration.by-default': () => 'default',
};
