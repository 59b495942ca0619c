import { MACHINES, type MachineName } from './rule';
import { type AnyMachine, machineOf } from './rulebook';
import { assignmentActions, evaluationActions, proposalActions, publicationActions } from './words/actions';
import { assignmentStages, evaluationStages, proposalStages, publicationStages } from './words/stages';

interface Words {
  readonly stages: Record<string, string>;
  readonly actions: Record<string, string>;
}

const WORDS: Record<MachineName, Words> = {
  proposal: { stages: proposalStages, actions: proposalActions },
  assignment: { stages: assignmentStages, actions: assignmentActions },
  evaluation: { stages: evaluationStages, actions: evaluationActions },
  publication: { stages: publicationStages, actions: publicationActions },
};

/** The stages of a table and what leads from one to the next, as a Mermaid state diagram in Chinese. */
export function diagramOf(name: MachineName): string {
  const machine = machineOf(name);
  const states = machine.stages.map((stage) => `  state "${WORDS[name].stages[stage]}" as ${stage}`);
  const arrows = [...arrowsOf(machine)].map(([arrow, actions]) => {
    return `  ${arrow} : ${actions.map((action) => WORDS[name].actions[action]).join('、')}`;
  });
  const ends = machine.finals.map((stage) => `  ${stage} --> [*]`);
  return ['stateDiagram-v2', ...states, ...arrows, ...ends].join('\n');
}

/** A way from one stage to the next, with the words of the actions that lead there. */
export interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly words: readonly string[];
}

/** The same graph for those who draw it otherwise; what begins a subject comes from `[*]`. */
export const graphOf = (name: MachineName): Arrow[] =>
  [...arrowsOf(machineOf(name))].map(([arrow, actions]) => {
    const [from, to] = arrow.split(' --> ');
    return { from, to, words: actions.map((action) => WORDS[name].actions[action]) };
  });

/** Arrows with the actions that share them, in the order of the table. */
function arrowsOf(machine: AnyMachine): Map<string, string[]> {
  const arrows = new Map<string, string[]>();
  for (const [action, { from, to }] of Object.entries(machine.actions)) {
    const sources = from === 'nothing' ? ['[*]'] : from;
    for (const source of sources) {
      if (to === undefined || to === source) continue;
      const arrow = `${source} --> ${to}`;
      arrows.set(arrow, [...(arrows.get(arrow) ?? []), action]);
    }
  }
  return arrows;
}

/**
 * The text with its diagrams drawn anew, wherever it has room for one: between `<!-- lifecycle:proposal -->` and
 * `<!-- /lifecycle:proposal -->`, and so on by the name of the table. Throws an Error when a mark is left open.
 */
export function withDiagrams(text: string): string {
  return MACHINES.reduce(insert, text);
}

function insert(text: string, name: MachineName): string {
  const [start, end] = [`<!-- lifecycle:${name} -->`, `<!-- /lifecycle:${name} -->`];
  const from = text.indexOf(start);
  if (from < 0) return text;
  const to = text.indexOf(end, from);
  if (to < 0) throw new Error(`${start} is left open: ${end} is missing`);
  const before = text.slice(0, from + start.length);
  return `${before}\n\n\`\`\`mermaid\n${diagramOf(name)}\n\`\`\`\n\n${text.slice(to)}`;
}
