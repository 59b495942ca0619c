import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diagramOf, withDiagrams } from '../../src/lifecycle/diagram';
import { MACHINES } from '../../src/lifecycle/rule';
import { machines, rowsOf, sourcesOf } from './tables';

const README = join(__dirname, '../../README.md');

it('the diagrams in the README are those of the tables (`npm run tiban -- diagram` draws them anew)', () => {
  if (!existsSync(README)) return;
  const text = readFileSync(README, 'utf8');
  expect(text).toBe(withDiagrams(text));
});

describe.each(machines.map((machine) => [machine.name, machine] as const))(
  'the diagram of %s',
  (name, machine) => {
    const lines = diagramOf(name).split('\n');

    it('shows every stage with its word and every arrow of the table once', () => {
      for (const stage of machine.stages)
        expect(lines.filter((line) => line.endsWith(` as ${stage}`))).toHaveLength(1);
      for (const [, rule] of rowsOf(machine)) {
        for (const stage of sourcesOf(rule).filter((source) => rule.to && rule.to !== source)) {
          expect(lines.filter((line) => line.startsWith(`  ${stage} --> ${rule.to} : `))).toHaveLength(1);
        }
      }
    });

    it('begins somewhere and marks the ends', () => {
      expect(lines.filter((line) => line.includes('[*] -->'))).toHaveLength(1);
      expect(lines.filter((line) => line.endsWith('--> [*]'))).toHaveLength(machine.finals.length);
    });

    it('holds nothing that Mermaid would read as its own', () => {
      for (const line of lines.slice(1)) expect(line).toMatch(/^ {2}[\w"[\]*\p{Script=Han} \-:、>]+$/u);
    });
  },
);

describe('drawing into a text', () => {
  const marked = MACHINES.map((name) => `<!-- lifecycle:${name} -->\nold\n<!-- /lifecycle:${name} -->`).join(
    '\n',
  );

  it('replaces what stands between the marks, and only that', () => {
    const drawn = withDiagrams(`# Title\n${marked}\nThe end.`);
    expect(drawn).toMatch(/^# Title\n<!-- lifecycle:proposal -->\n\n```mermaid\nstateDiagram-v2\n/);
    expect(drawn).not.toContain('old');
    expect(drawn.endsWith('\nThe end.')).toBe(true);
    expect(withDiagrams(drawn)).toBe(drawn);
  });

  it('leaves a text without marks alone', () => {
    expect(withDiagrams('# Title\n')).toBe('# Title\n');
  });

  it('says which mark is left open', () => {
    expect(() => withDiagrams('<!-- lifecycle:proposal -->')).toThrow(
      '<!-- /lifecycle:proposal --> is missing',
    );
  });
});
