import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from '../web/problem';
import type { ProblemFace } from '../web/problem.filter';
import type { Reason } from '../web/errors';
import { htmlDocument } from './document';

const FIRST_PASSWORD = '/do/me/password';

/** Tells people what is wrong on a page; whoever has to sign in or to choose a password is led there. */
@Injectable()
export class ProblemPage implements ProblemFace {
  wanted({ url, headers }: FastifyRequest): boolean {
    return !url.startsWith('/api/') && (headers.accept ?? '').includes('text/html');
  }

  answer(problem: Problem, request: FastifyRequest, reply: FastifyReply): void {
    const elsewhere = placeFor(problem, request);
    if (elsewhere) return void reply.status(303).header('location', elsewhere).send('');
    reply.status(problem.status).header('content-type', 'text/html; charset=utf-8');
    reply.header('cache-control', 'no-store').send(problemHtml(problem));
  }
}

function placeFor({ status, reasons }: Problem, { url, method }: FastifyRequest): string | undefined {
  const next = encodeURIComponent(method === 'GET' ? url : url.split('?', 1)[0]);
  if (status === 401) return url === '/' ? '/sign-in' : `/sign-in?next=${next}`;
  const codes = ((reasons ?? []) as Reason[]).map(({ code }) => code);
  return codes.includes('mustChangePassword') && !url.startsWith(FIRST_PASSWORD) ? FIRST_PASSWORD : undefined;
}

function problemHtml({ title, status, detail, reasons, requestId }: Problem): string {
  const list = (reasons ?? []) as Reason[];
  return htmlDocument(
    { title: `错误：${title} – 提办`, bodyClass: 'public', scripts: false },
    <main id="content" class="public-main">
      <h1>{title}</h1>
      {list.length > 1 ? (
        <ul class="reasons">
          {list.map(({ message }) => (
            <li>{message}</li>
          ))}
        </ul>
      ) : (
        <p>{detail}</p>
      )}
      <p>
        <a href="/">回到首页</a>
      </p>
      {status >= 500 && <p class="text-secondary">请求编号：{requestId}</p>}
    </main>,
  );
}
