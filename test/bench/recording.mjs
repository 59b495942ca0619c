import { join } from 'node:path';
import { startServer } from './children.mjs';

/** Performs every request once and gives the statements each reads with, by method, path and reader. */
export async function recordStatements(root, works, env) {
  const args = ['--import', join(root, 'test', 'bench', 'record.mjs'), join(root, 'dist', 'src', 'main.js')];
  const server = await startServer(args, { env, ipc: true });
  const statements = {};
  for (const request of works.flatMap((work) => work.requests))
    statements[keyOf(request)] = await recordOne(server, request);
  await server.stop();
  return statements;
}

export const keyOf = ({ method, path, headers }) => `${method} ${path} ${headers.authorization}`;

async function recordOne({ url, child }, { method, path, headers, body }) {
  const told = [];
  const listen = (message) => message !== 'all' && told.push(message);
  child.on('message', listen);
  const answer = await globalThis.fetch(url + path, { method, headers, body });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  await answer.arrayBuffer();
  // Listened for before it is asked for: several messages may come at once, of which `once` would see the first alone.
  let isAll;
  const all = new Promise((resolve) => (isAll = (message) => message === 'all' && resolve()));
  child.on('message', isAll);
  child.send('all?');
  await all;
  for (const each of [listen, isAll]) child.off('message', each);
  return told.filter(({ sql }) => isOfTheWork(sql));
}

// Neither what is written, nor who came, nor whether anything has changed since.
const isOfTheWork = (sql) => /^\s*(SELECT|WITH)\b/.test(sql) && !/"apiToken"|data_version/.test(sql);
