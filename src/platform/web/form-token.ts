import type { FastifyRequest } from 'fastify';

/** The field, or for uploads the part of the query, in which a page's form sends its CSRF token. */
export const CSRF_FIELD = '_csrf';

/** The token a form was sent with: uploads are still streaming when it is asked for, so theirs is in the address. */
export function csrfFieldOf({ body, query }: Pick<FastifyRequest, 'body' | 'query'>): string | undefined {
  const given = fieldOf(body) ?? fieldOf(query);
  return typeof given === 'string' ? given : undefined;
}

const fieldOf = (sent: unknown): unknown =>
  typeof sent === 'object' && sent !== null ? (sent as Record<string, unknown>)[CSRF_FIELD] : undefined;
