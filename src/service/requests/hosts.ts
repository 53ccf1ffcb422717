import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import type { Request, RequestHandler } from 'express';
import { shortened } from '../../words/found-value.ts';
import { isAllowed } from './other-origins.ts';
import { Refusal } from '../answers/problem-document.ts';

/** The addresses at which a machine reaches nobody but itself. */
const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

/**
 * Whether a service that listens there can be reached from its own machine alone; a name is looked up.
 *
 * @throws Error with a `code` (`ENOTFOUND`) where nobody knows the name.
 */
export async function isLoopbackOnly(host: string): Promise<boolean> {
  // Addresses name one of IPv6 in brackets.
  const found = await lookup(host.replaceAll(/^\[|\]$/g, ''), { all: true });
  return found.every(({ address }) => isLoopbackAddress(address));
}

function isLoopbackAddress(address: string): boolean {
  const family = isIP(address);
  return family !== 0 && LOOPBACK.check(address, family === 4 ? 'ipv4' : 'ipv6');
}

/**
 * Refuses requests that came by a name which is not the service's (a name that somebody points at 127.0.0.1
 * lets their page read what it answers: DNS rebinding), and those that a page of somebody else sends.
 *
 * Its own names are those of the loopback, the very address that a connection came to, and the allowed ones.
 *
 * @param allowed further names, without ports: `slate.example`.
 * @param origins of other pages that may ask all the same: `https://board.example`, or `*`.
 */
export function refuseForeign(allowed: readonly string[], origins: readonly string[]): RequestHandler {
  const names = new Set(allowed.flatMap((name) => hostName(name) ?? []));
  return (request, _response, next) => {
    const { host, origin } = request.headers;
    // HTTP/1.0 may name no host; no browser speaks it.
    if (host !== undefined && !isOwn(nameIn(host), request, names)) {
      next(Refusal.of('foreign-host', 'service.foreign-host', { host: shortened(host) }));
    } else if (origin !== undefined && !isOwnOrigin(origin, host, names) && !isAllowed(origin, origins)) {
      next(Refusal.of('forbidden', 'service.foreign-origin', { origin: shortened(origin) }));
    } else next();
  };
}

function isOwn(name: string | undefined, { socket }: Request, names: ReadonlySet<string>): boolean {
  if (name === undefined) return false;
  if (name === 'localhost' || names.has(name)) return true;
  const address = name.replaceAll(/[[\]]/g, '');
  return isLoopbackAddress(address) || address === plainAddress(socket.localAddress);
}

/** An IPv4 address without the IPv6 that a socket of both wraps around it. */
function plainAddress(address: string | undefined): string | undefined {
  return address?.replace(/^::ffff:(?=\d+\.)/i, '');
}

/** A page of the service has the host that it is asked under; behind a proxy it may have an allowed name. */
function isOwnOrigin(origin: string, host: string | undefined, names: ReadonlySet<string>): boolean {
  if (!URL.canParse(origin)) return false;
  const { protocol, host: ofPage, hostname } = new URL(origin);
  if (protocol !== 'http:' && protocol !== 'https:') return false;
  return (host !== undefined && ofPage === hostIn(host, protocol)) || names.has(withoutDot(hostname));
}

/** A name or an address that a service may answer under, as it is compared; `undefined` for what is neither. */
export function hostName(text: string): string | undefined {
  return /^\[?[\w:.-]+\]?$/.test(text) ? nameIn(bracketed(text)) : undefined;
}

/** The name in a `Host` header as a URL writes it: in lower case, without port, without the dot of the root. */
function nameIn(host: string): string | undefined {
  const url = urlOf(host, 'http:');
  return url && withoutDot(url.hostname);
}

/** An IPv6 address as an address of the web writes it. */
function bracketed(name: string): string {
  return isIP(name) === 6 ? `[${name}]` : name;
}

function hostIn(host: string, protocol: string): string | undefined {
  return urlOf(host, protocol)?.host;
}

function urlOf(host: string, protocol: string): URL | undefined {
  const text = `${protocol}//${host}`;
  return /[/?#@\\\s]/.test(host) || !URL.canParse(text) ? undefined : new URL(text);
}

function withoutDot(name: string): string {
  return name.replace(/\.$/, '');
}
