import { Option } from '@commander-js/extra-typings';
import { InputError, problem } from '../../words/problem.ts';
import type { Say } from '../context.ts';
import type { OptionValues } from '../options/options.ts';

/** `--service`. */
export const serviceOption = (say: Say): Option =>
  new Option('--service <url>', say('cli.service-option', undefined)).argParser(serviceAddress);

/** The service that a command line or an environment names; `undefined`: this machine answers. @throws InputError */
export function serviceNamed(read: OptionValues, env: NodeJS.ProcessEnv): string | undefined {
  const { service } = read;
  // Commander makes nothing of a value that was refused.
  if (typeof service === 'string' && service !== '') return service;
  const { SLATE_SERVICE: named = '' } = env;
  return named === '' ? undefined : serviceAddress(named);
}

/**
 * An address as it is kept and asked: without the `/` at its end. Whoever writes a name or a password into it
 * would have it in every message.
 *
 * @throws InputError
 */
export function serviceAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isBare = url?.username === '' && url.password === '' && url.search === '' && url.hash === '';
  if (url === undefined || !isBare || !/^https?:$/.test(url.protocol)) {
    throw new InputError([
      problem('cli.no-service-address', { found: withoutSecrets(text), ...withScheme(text) }),
    ]);
  }
  return url.origin + url.pathname.replace(/\/+$/, '');
}

/** The address that is meant by one without `https://`; by http this machine alone is asked. */
function withScheme(text: string): { readonly meant?: string } {
  const [secure, open] = [`https://${text}`, `http://${text}`];
  if (/^\w*:?\/\/|[@?#\s]/.test(text) || !URL.canParse(secure)) return {};
  const { hostname } = new URL(secure);
  return { meant: isOwn(hostname) ? open : secure };
}

/** @throws InputError where what is sent to an address can be read on the way */
export function refuseOpenWay(address: string): void {
  const { protocol, hostname } = new URL(address);
  if (protocol !== 'https:' && !isOwn(hostname))
    throw new InputError([problem('cli.not-encrypted', { service: address })]);
}

function isOwn(hostname: string): boolean {
  return /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
}

/** What was typed as it may be shown. */
function withoutSecrets(text: string): string {
  return text.replace(/^(\w*:?\/\/)?[^/]*@/, '$1…@').replace(/[?#].*$/s, '?…');
}
