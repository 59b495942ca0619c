import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

export const ROOT = join(__dirname, '..', '..');

/** A source file with the files of this project it imports, all as paths from the root. */
export interface Source {
  path: string;
  text: string;
  imports: string[];
}

const IMPORT = /(?:from|import|require\(|import\()\s*'(\.[^']+)'/g;
const ENDINGS = ['', '.ts', '.tsx', '/index.ts'];

/** Every TypeScript file under the folders. */
export function sourcesOf(...folders: string[]): Source[] {
  const paths = folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path))
      .map((path) => join(folder, path).split(sep).join('/')),
  );
  const known = new Set(paths);
  return paths.map((path) => {
    const text = readFileSync(join(ROOT, path), 'utf8');
    return { path, text, imports: importsOf(path, text, known) };
  });
}

function importsOf(path: string, text: string, known: Set<string>): string[] {
  return [...text.matchAll(IMPORT)].map(([, target]) => {
    const plain = relative(ROOT, join(ROOT, dirname(path), target))
      .split(sep)
      .join('/')
      .replace(/\.js$/, '');
    return ENDINGS.map((ending) => plain + ending).find((each) => known.has(each)) ?? plain;
  });
}

/** The first circle of imports found, as the files along it. */
export function circleIn(sources: Source[]): string[] | undefined {
  const imports = new Map(sources.map((source) => [source.path, source.imports]));
  const done = new Set<string>();
  const visit = (path: string, trail: string[]): string[] | undefined => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    if (done.has(path)) return undefined;
    for (const next of imports.get(path) ?? []) {
      const circle = visit(next, [...trail, path]);
      if (circle) return circle;
    }
    done.add(path);
    return undefined;
  };
  for (const { path } of sources) {
    const circle = visit(path, []);
    if (circle) return circle;
  }
  return undefined;
}
