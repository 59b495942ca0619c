import { domainToASCII } from 'node:url';

const LONGEST = 254; // RFC 5321
const LOCAL = /^[A-Za-z0-9_%+-]+(\.[A-Za-z0-9_%+-]+)*$/;
const DOMAIN = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/;

/**
 * An address as mail servers everywhere take it, or null when it is none. Names of domains in other letters get their
 * ASCII form. What mail heads give a meaning (blanks, quotes, brackets, line ends) is in no address we accept.
 */
export function addressFrom(text: string): string | null {
  const at = text.lastIndexOf('@');
  const [local, domain] = [text.slice(0, at), domainToASCII(text.slice(at + 1)).toLowerCase()];
  const address = `${local}@${domain}`;
  const known = at > 0 && local.length <= 64 && LOCAL.test(local) && DOMAIN.test(domain);
  return known && address.length <= LONGEST ? address : null;
}
