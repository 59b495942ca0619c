import { HttpException } from '@nestjs/common';
import { Conflict, Invalid, NotFound, Refused, SignInNeeded, TryLater } from './errors';

/** RFC 9457, in Chinese. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  requestId: string;
  errors?: unknown;
  reasons?: unknown;
  what?: unknown;
  /** Seconds, also sent as the header of that name. */
  retryAfter?: number;
}

const TITLES: Record<number, string> = {
  400: '请求无法读取',
  401: '尚未登录',
  403: '没有权限',
  404: '没有找到',
  405: '不支持的请求方法',
  406: '无法提供所要的格式',
  408: '请求超时',
  409: '现在不能办理',
  410: '内容已撤下',
  413: '内容过大',
  414: '地址过长',
  415: '不支持的内容格式',
  422: '填写有误',
  429: '操作过于频繁',
  431: '请求头过大',
  500: '系统出错',
  503: '服务暂不可用',
};

// What Nest and Fastify say themselves is English and technical; people get these instead.
const DETAILS: Record<number, string> = {
  400: '请求的内容无法读取，请检查格式后重试。',
  401: '请先登录。',
  403: '您没有办理此事的权限。',
  404: '没有找到您要的内容，可能已被删除，或者您没有查看的权限。',
  405: '此地址不支持这种请求方法。',
  406: '无法提供所要的格式。',
  408: '请求超时，请重试。',
  409: '现在不能办理，请刷新后重试。',
  410: '此内容已撤下。',
  413: '提交的内容过大，请减少后重试。',
  414: '请求的地址过长。',
  415: '不支持这种内容格式，请使用 application/json。',
  429: '操作过于频繁，请稍后重试。',
  431: '请求头过大。',
  500: '系统出现故障，请稍后重试；如仍有问题，请将请求编号告知管理员。',
  503: '服务暂不可用，请稍后重试。',
};

/** The answer to an error; anything unknown is a bug and tells nothing but the request's id. */
export function problemOf(error: unknown, requestId: string): Problem {
  if (error instanceof NotFound) return problem(404, requestId, { detail: error.message });
  if (error instanceof Invalid)
    return problem(422, requestId, { detail: error.message, errors: error.faults });
  if (error instanceof Refused)
    return problem(error.status, requestId, { detail: error.message, reasons: error.reasons });
  if (error instanceof Conflict) return problem(409, requestId, { detail: error.message, what: error.what });
  if (error instanceof SignInNeeded) return problem(401, requestId, { detail: error.message });
  if (error instanceof TryLater)
    return problem(429, requestId, { detail: error.message, retryAfter: error.seconds });
  return problem(statusOf(error), requestId, {});
}

function problem(status: number, requestId: string, rest: Partial<Problem>): Problem {
  const known = status in TITLES ? status : status < 500 ? 400 : 500;
  return { type: 'about:blank', title: TITLES[known], status, detail: DETAILS[known], requestId, ...rest };
}

// Fastify's errors carry statusCode; those of 5xx are still ours to answer for, so their words stay inside.
function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500;
}
