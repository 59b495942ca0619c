import { isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';

/**
 * The address a request came from; behind a proxy that is trusted, the one this proxy saw. Not the first of the header:
 * a proxy adds to what the client has sent, so everything before its own entry anybody can invent.
 */
export function clientAddress({ ip, ips }: Pick<FastifyRequest, 'ip' | 'ips'>): string {
  const [own, seen] = ips ?? [ip];
  return seen !== undefined && isIP(seen) > 0 ? seen : (own ?? '');
}

/**
 * What one subscriber has: an IPv4 address, or the 2^64 addresses of an IPv6 network, of which a single device may use
 * another for every request.
 */
export function networkOf(address: string): string {
  const plain = address.replace(/%.*$/, '');
  if (isIP(plain) !== 6) return plain;
  const groups = groupsOf(plain);
  // ::ffff:203.0.113.9 is how a socket for both protocols shows an IPv4 address.
  const isMapped = groups[5] === 0xffff && groups.slice(0, 5).every((group) => group === 0);
  if (isMapped)
    return groups
      .slice(6)
      .flatMap((group) => [group >> 8, group & 0xff])
      .join('.');
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':')}::/64`;
}

/** The eight groups; the URL parser has brought every way of writing an address into one. */
function groupsOf(address: string): number[] {
  const [head, tail = ''] = new URL(`http://[${address}]/`).hostname.slice(1, -1).split('::');
  const read = (part: string) => (part === '' ? [] : part.split(':').map((group) => parseInt(group, 16)));
  const [first, last] = [read(head), read(tail)];
  const left = Math.max(0, 8 - first.length - last.length);
  return [...first, ...Array<number>(left).fill(0), ...last];
}
