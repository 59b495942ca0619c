import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { circleIn, ROOT, type Source, sourcesOf } from './support/sources';

const STAGES = [
  'submission',
  'examination',
  'merging',
  'assignment',
  'handling',
  'feedback',
  'evaluation',
  'publication',
];
const RECORD = ['proposals', 'people', 'lifecycle', 'platform', 'config'];

// Folder of src to the folders it may import besides itself. What is not listed here may not exist.
const MAY_IMPORT: Record<string, string[]> = {
  lifecycle: [],
  platform: ['config'],
  assets: [],
  people: ['lifecycle', 'platform', 'config'],
  proposals: ['people', 'lifecycle', 'platform', 'config'],
  ...Object.fromEntries(STAGES.map((stage) => [stage, RECORD])),
  calendar: RECORD,
  deadlines: RECORD,
  documents: RECORD,
  notifications: RECORD,
  promises: RECORD,
  reminders: ['notifications', ...RECORD],
  search: RECORD,
  // What people see, over everything that people can do.
  pages: [
    ...[
      'calendar',
      'deadlines',
      'documents',
      'notifications',
      'promises',
      'reminders',
      'search',
      'statistics',
    ],
    ...STAGES,
    ...RECORD,
  ],
  statistics: RECORD,
  demonstration: ['app.module', 'commands', 'notifications', 'reminders', ...STAGES, ...RECORD],
  commands: ['app.module', 'demonstration', 'reminders', 'search', ...STAGES, ...RECORD],
};
// The few files that know every folder.
const ROOT_FILES = ['app.module.ts', 'cli.ts', 'main.ts', 'stop.ts', 'worker.module.ts', 'worker.ts'];

// Inside platform: what each folder may import besides itself.
const PLATFORM: Record<string, string[]> = {
  clock: [],
  environment: [],
  web: ['clock'],
  logging: ['web'],
  database: ['web'],
  queue: ['clock', 'database', 'web'],
  history: ['database', 'queue', 'web'],
  health: ['clock', 'database', 'queue', 'web'],
  metrics: ['accounts', 'clock', 'database', 'queue', 'web'],
  board: ['accounts', 'queue', 'web'],
  accounts: ['clock', 'database', 'history', 'web'],
  spreadsheet: ['clock', 'web'],
  documents: ['files', 'pages'],
  charts: [],
  pages: ['accounts', 'clock', 'web'],
  cleaning: ['spreadsheet'],
  files: ['spreadsheet', 'web'],
};

// Names that say nothing: the first as a whole name, the second as any word of one.
const EMPTY_NAMES = /^(common|shared|misc|data|info|index|base)(\.\w+)*$/;
const EMPTY_WORDS = /(^|[-.])(utils?|helpers?|manager|impl)([-.]|$)/;
const src = sourcesOf('src');
const everything = [...src, ...sourcesOf('config'), ...sourcesOf('migrations'), ...sourcesOf('test')];

const folderOf = (path: string): string => {
  const [top, folder] = path.split('/');
  return top === 'src' ? folder.replace(/\.tsx?$/, '') : top;
};
const whichHave = (sources: Source[], pattern: RegExp, except: RegExp) =>
  sources.filter(({ path, text }) => pattern.test(text) && !except.test(path)).map(({ path }) => path);

describe('The architecture', () => {
  it('knows every folder', () => {
    const entries = readdirSync(`${ROOT}/src`, { withFileTypes: true });
    const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
    expect(folders.filter((folder) => !(folder in MAY_IMPORT))).toEqual([]);
    const files = entries
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => entry.name);
    expect(files.sort()).toEqual(ROOT_FILES);
  });

  it('lets imports point one way', () => {
    const wrong = src.flatMap(({ path, imports }) => {
      const folder = folderOf(path);
      const allowed = MAY_IMPORT[folder];
      if (!allowed) return [];
      const foreign = imports.filter((target) => ![folder, ...allowed].includes(folderOf(target)));
      return foreign.map((target) => `${path} -> ${target}`);
    });
    expect(wrong).toEqual([]);
  });

  it('lets imports inside platform point one way', () => {
    const part = (path: string) => (path.startsWith('src/platform/') ? path.split('/')[2] : undefined);
    const wrong = src.flatMap(({ path, imports }) => {
      const own = part(path);
      if (!own) return [];
      const allowed = [own, ...(PLATFORM[own] ?? [])];
      const foreign = imports.filter((target) => part(target) && !allowed.includes(part(target) as string));
      return foreign.map((target) => `${path} -> ${target}`);
    });
    expect(wrong).toEqual([]);
  });

  it('has no rule that knows a framework', () => {
    const outside = /from '(?!\.)/;
    expect(
      whichHave(
        src.filter(({ path }) => path.startsWith('src/lifecycle/')),
        outside,
        /^$/,
      ),
    ).toEqual([]);
  });

  it('has no circle of imports', () => expect(circleIn(everything)).toBeUndefined());

  it('asks the clock for the time, and nobody else', () => {
    expect(whichHave(src, /new Date\(|Date\.now\(/, /^src\/platform\/clock\//)).toEqual([]);
  });

  it('reads settings in one place', () => {
    expect(whichHave([...src, ...sourcesOf('config')], /process\.env/, /^config\/environment\.ts$/)).toEqual(
      [],
    );
  });

  it('writes through Database alone', () => {
    const past = /\bDataSource\b|InjectRepository|getRepository\(|\bBaseEntity\b/;
    expect(whichHave(src, past, /^src\/(platform\/database\/|commands\/migrate)/)).toEqual([]);
  });

  it('starts without Swagger and without the index of class-validator', () => {
    const eager = /^(?!import type ).*from '(@nestjs\/swagger|class-validator)'/m;
    expect(whichHave(src, eager, /^$/)).toEqual([]);
  });

  it('exports every DTO under a name of its own: the API document knows them by name alone', () => {
    const dtos = src.filter(({ path }) => /\.(dto|api)\.ts$/.test(path));
    expect(whichHave(dtos, /^(abstract )?class /m, /^$/)).toEqual([]);
    const names = dtos.flatMap(({ text }) =>
      [...text.matchAll(/^export (?:abstract )?class (\w+)/gm)].map(([, name]) => name),
    );
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it('keeps HTTP out of services', () => {
    const http = /\b\w+Exception\(/;
    expect(whichHave(src, http, /\.(api|guard|filter|pages)\.tsx?$|platform\/web\//)).toEqual([]);
  });

  it('has neither inverse relations nor forward references', () => {
    expect(whichHave(src, /@OneToMany|@ManyToMany|forwardRef/, /^$/)).toEqual([]);
  });

  it('names files after what they are', () => {
    const wrong = everything
      .map(({ path }) => path)
      .filter((path) => {
        const parts = path.split('/');
        return (
          !/^[a-z0-9]+([-.][a-z0-9]+)*\.tsx?$/.test(basename(path)) ||
          parts.some((part) => EMPTY_NAMES.test(part) || EMPTY_WORDS.test(part))
        );
      });
    expect(wrong).toEqual([]);
  });

  it('keeps files short', () => {
    const long = everything.filter(({ text }) => text.split('\n').length > 251).map(({ path }) => path);
    expect(long).toEqual([]);
  });
});
