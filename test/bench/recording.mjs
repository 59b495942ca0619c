import { join } from 'node:path';
import { startServer } from './children.mjs';

const VISITS = 5;

/**
 * Performs every request once and gives the statements each reads with, by method, path and reader; and how many of
 * them a page takes for somebody who has it already.
 */
export async function recordStatements(root, { answered, filed }, env) {
  const args = ['--import', join(root, 'test', 'bench', 'record.mjs'), join(root, 'dist', 'src', 'main.js')];
  const server = await startServer(args, { env, ipc: true });
  const requests = (works) => works.flatMap((work) => work.requests);
  try {
    const unchanged = [];
    for (const request of requests(filed)) unchanged.push(await countUnchanged(server, request));
    const statements = {};
    for (const request of requests(answered))
      statements[keyOf(request)] = (await recordOne(server, request)).statements;
    return { statements, unchanged: Math.max(...unchanged) };
  } finally {
    await server.stop();
  }
}

export const keyOf = ({ method, path, headers }) => `${method} ${path} ${headers.authorization}`;

/** The least of some visits: what others commit in between makes the page new for everybody. */
async function countUnchanged(server, request) {
  const counts = [];
  for (let visit = 0; visit < VISITS; visit += 1) {
    const { tag } = await recordOne(server, request);
    const again = await recordOne(server, { ...request, headers: { 'if-none-match': tag } });
    if (again.status !== 304) throw new Error(`${request.path}: ${again.status} instead of 304`);
    counts.push(again.statements.length);
  }
  return Math.min(...counts);
}

async function recordOne({ url, child }, { method, path, headers, body }) {
  const told = [];
  const listen = (message) => message !== 'all' && told.push(message);
  child.on('message', listen);
  const answer = await globalThis.fetch(url + path, { method, headers, body });
  const text = await answer.text();
  if (!answer.ok && answer.status !== 304) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  // Listened for before it is asked for: several messages may come at once, of which `once` would see the first alone.
  let isAll;
  const all = new Promise((resolve) => (isAll = (message) => message === 'all' && resolve()));
  child.on('message', isAll);
  child.send('all?');
  await all;
  for (const each of [listen, isAll]) child.off('message', each);
  const statements = told.filter(({ sql }) => isOfTheWork(sql));
  return { status: answer.status, tag: answer.headers.get('etag'), statements };
}

// Neither what is written, nor who came, nor whether anything has changed since.
const isOfTheWork = (sql) => /^\s*(SELECT|WITH)\b/.test(sql) && !/"apiToken"|data_version/.test(sql);
