import type { Found } from '../found.ts';

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
  'configuration.no-proxy': (p: { readonly found: Found }) =>
    `${shown(p.found)} is neither an address nor a subnet; write 10.0.0.7 or 10.0.0.0/8`,
  'configuration.by-default': () => 'default',
};
