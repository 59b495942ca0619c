import { join } from 'node:path';
import { startServer } from './children.mjs';

const STARTS = 5;

/** Milliseconds from the start of the process to the first answer, of a bare Nest application and of ours, in turns. */
export async function measureBoot(root, env) {
  const bare = [];
  const ours = [];
  for (let start = 0; start < STARTS; start += 1) {
    bare.push(await bootOf([join(root, 'test', 'bench', 'bare-nest.cjs')], {}));
    ours.push(await bootOf([join(root, 'dist', 'src', 'main.js')], env));
  }
  return { bare: medianOf(bare), ours: medianOf(ours) };
}

async function bootOf(args, env) {
  const { bootMs, stop } = await startServer(args, { env });
  await stop();
  return bootMs;
}

const medianOf = (times) => Math.round([...times].sort((a, b) => a - b)[Math.floor(times.length / 2)]);
