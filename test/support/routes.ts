import type { RunningApp } from './harness';

/** A route as the server has it, whether the document tells of it or not. */
export interface Route {
  method: string;
  /** With its parameters after a colon: `/api/proposals/:id/file`. */
  path: string;
}

const LINE = /^((?:│ {3}| {4})*)[├└]── (.*?)(?: \((.*)\))?$/;

/** Every route the server answers, from the tree it prints. */
export function routesOf({ app }: Pick<RunningApp, 'app'>): Route[] {
  const tree = app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false });
  const above: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const [, indent, part, methods] = LINE.exec(line) ?? [];
    if (part === undefined) return [];
    const depth = indent.length / 4;
    above.length = depth;
    above.push(part);
    return (methods?.split(', ') ?? []).map((method) => ({ method, path: above.join('') }));
  });
}
