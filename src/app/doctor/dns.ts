/** Asks DNS. */
import { Resolver } from 'node:dns/promises';
import { hasCode } from '../../disk/has-code.ts';
import type { DnsLookup } from './sender.ts';

/** There is no such name, or nothing of the kind under it. */
const nothing: readonly string[] = ['ENOTFOUND', 'ENODATA'];

/** Milliseconds for one try; there are two. */
const PATIENCE = 2000;

/** `servers` instead of the machine's own: addresses, with or without a port. */
export function dnsLookup(servers?: readonly string[], timeout = PATIENCE): DnsLookup {
  const resolver = new Resolver({ timeout, tries: 2 });
  if (servers !== undefined) resolver.setServers(servers);
  return async (name, type) => {
    try {
      if (type === 'TXT') {
        // A record longer than 255 octets comes in parts, which belong together (RFC 7208 section 3.3).
        const records = await resolver.resolveTxt(name);
        return { records: records.map((parts) => parts.join('')) };
      }
      const records = await resolver.resolveMx(name);
      return { records: records.map(({ exchange }) => exchange) };
    } catch (error) {
      if (hasCode(error, ...nothing)) return { records: [] };
      return { unasked: error instanceof Error && 'code' in error ? String(error.code) : 'it broke' };
    }
  };
}
