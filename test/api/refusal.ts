import type { LightMyRequestResponse } from 'fastify';

interface Problem {
  title: string;
  status: number;
  detail: string;
  requestId: string;
  errors?: { field: string; code: string; message: string }[];
  reasons?: { code: string; message: string }[];
}

const HAN = /\p{Script=Han}/u;
const saysSomething = (text: unknown): boolean => typeof text === 'string' && HAN.test(text);

/**
 * What is wrong with an answer that should refuse clearly: a problem in Chinese with the request's id, which names
 * fields when it is about what was sent and reasons when it is about the rules. Empty when it is as it should be.
 */
export function faultIn(answer: LightMyRequestResponse): string {
  if (answer.statusCode < 400 || answer.statusCode > 499) return `status ${answer.statusCode}`;
  if (!String(answer.headers['content-type']).startsWith('application/problem+json')) return 'no problem';
  const { title, status, detail, requestId, errors, reasons } = answer.json<Problem>();
  if (!saysSomething(title) || !saysSomething(detail)) return `says nothing: ${title} ${detail}`;
  if (status !== answer.statusCode || requestId !== answer.headers['x-request-id'])
    return 'not about this request';
  if (status === 422 && !errors?.length) return 'names no field';
  const named = [...(errors ?? []), ...(reasons ?? [])];
  const vague = named.find(({ code, message }) => !code || !saysSomething(message));
  return vague ? `vague: ${JSON.stringify(vague)}` : '';
}

/** The fields a refusal names. */
export const fieldsOf = (answer: LightMyRequestResponse): string[] =>
  (answer.json<Problem>().errors ?? []).map(({ field }) => field);
