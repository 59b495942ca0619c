import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLOSINGS, GENERAL, PLACES, REWORDED, SPONSORS, TAILS, UNITS } from './phrases';

/** A proposal of the labelled set. */
export interface Labelled {
  readonly subject: string;
  readonly situation: string;
  readonly analysis: string;
  readonly recommendations: string[];
  readonly sponsor: string;
  readonly unit: string;
}

export const GRADES = ['reworded', 'otherPlace', 'partOfLarger'] as const;
export type Grade = (typeof GRADES)[number];

/** Two proposals by their places in the set. */
export interface Pair {
  readonly a: number;
  readonly b: number;
  readonly kind: Grade | 'nearMiss';
}

interface Matter {
  readonly subject: string;
  readonly facts: readonly string[];
  readonly recommendations: readonly string[];
}

interface Domain {
  readonly name: string;
  readonly situation: readonly string[];
  readonly analysis: readonly string[];
  readonly matters: readonly Matter[];
}

const read = (file: string) => readFileSync(join(__dirname, file), 'utf8').trim().split('\n');

function matterOf(line: string): Matter {
  const [subject, first, second, ...recommendations] = line.split('|');
  return { subject, facts: [first, second], recommendations };
}

function domains(): Domain[] {
  return read('matters.txt')
    .join('\n')
    .split(/^# /m)
    .slice(1)
    .map((block) => {
      const [name, ...lines] = block.trim().split('\n');
      const marked = (mark: string) =>
        lines.filter((line) => line.startsWith(mark)).map((line) => line.slice(2));
      const matters = marked('=').map(matterOf);
      return { name, situation: marked('~'), analysis: marked('^'), matters };
    });
}

/** Chooses by a throw of the dice that falls the same in every run (mulberry32). */
class Turner {
  private state = 6;

  one<T>(list: readonly T[]): T {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return list[Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * list.length)];
  }

  some<T>(list: readonly T[], count: number): T[] {
    const left = [...list];
    const out: T[] = [];
    while (out.length < count && left.length > 0) out.push(...left.splice(left.indexOf(this.one(left)), 1));
    return out;
  }
}

interface Style {
  readonly place: string;
  readonly title: (subject: string) => string;
}

const TITLES: ((subject: string) => string)[] = [
  (subject) => `关于${subject}的建议`,
  (subject) => `关于进一步${subject}的建议`,
  (subject) => `关于${subject}的几点建议`,
  (subject) => `${subject}的提案`,
];

function written(turn: Turner, domain: Domain, matter: Matter, style: Style): Labelled {
  const inPlace = (text: string) => text.replaceAll('{P}', style.place);
  const facts = matter.facts.map((fact) => `${inPlace(fact)}。`);
  const general = turn.some(GENERAL, 6 + (facts[0].length % 3));
  const recommendations = matter.recommendations.map(
    (each, at) => `${inPlace(each)}${at % 2 === 0 ? `，${turn.one(TAILS)}` : ''}。`,
  );
  return {
    subject: style.title(inPlace(matter.subject)),
    situation: [...turn.some(domain.situation, 2), ...facts, ...general.slice(0, 3)].join(''),
    analysis: [...turn.some(domain.analysis, 2), ...general.slice(3)].join(''),
    recommendations: [...recommendations, ...turn.some(CLOSINGS, 2 + (facts[0].length % 2))],
    sponsor: turn.one(SPONSORS),
    unit: turn.one(UNITS),
  };
}

const replaced = (text: string): string =>
  REWORDED.reduce((said, [from, to]) => said.replaceAll(from, to), text);
/** The same matter by somebody who says it in other words, in another order, and not all of it. */
const otherwise = ({ subject, facts, recommendations }: Matter): Matter => ({
  subject: replaced(subject),
  facts: facts.map(replaced).reverse(),
  recommendations: recommendations.map(replaced).slice(1).reverse(),
});

/** 300 proposals with the pairs that are known: true ones in three grades, and near misses. */
export function labelledSet(): { proposals: Labelled[]; pairs: Pair[] } {
  const turn = new Turner();
  const all = domains();
  const proposals: Labelled[] = [];
  const pairs: Pair[] = [];
  const put = (proposal: Labelled) => proposals.push(proposal) - 1;
  const places = new Map<string, number>();
  for (const [number, domain] of all.entries())
    for (const matter of domain.matters) {
      const style = { place: PLACES[number % PLACES.length], title: turn.one(TITLES) };
      places.set(matter.subject, put(written(turn, domain, matter, style)));
    }
  const nearMisses = all.flatMap(({ matters: [a, b, c, d] }) => [
    [a, b],
    [c, d],
  ]);
  for (const [a, b] of [
    ...nearMisses,
    [all[0].matters[6], all[0].matters[5]],
    [all[1].matters[6], all[1].matters[5]],
  ])
    pairs.push({ a: placeOf(a), b: placeOf(b), kind: 'nearMiss' });
  for (const line of read('reworded.txt')) {
    const [subject, other] = line.split(' = ');
    const domain = all.find(({ matters }) => matters.some((each) => each.subject === subject)) as Domain;
    const b = put(written(turn, domain, matterOf(other), { place: '', title: turn.one(TITLES) }));
    pairs.push({ a: places.get(subject) as number, b, kind: 'reworded' });
  }
  for (const [number, domain] of all.slice(0, 24).entries()) {
    const matter = domain.matters[4];
    const style = { place: PLACES[(number + 5) % PLACES.length], title: turn.one(TITLES) };
    pairs.push({
      a: placeOf(matter),
      b: put(written(turn, domain, otherwise(matter), style)),
      kind: 'otherPlace',
    });
  }
  for (const domain of all.slice(-24)) {
    const [part] = domain.matters.slice(7);
    pairs.push({ a: placeOf(part), b: put(larger(turn, domain, part)), kind: 'partOfLarger' });
  }
  return { proposals, pairs };

  function placeOf(matter: Matter): number {
    return places.get(matter.subject) as number;
  }
}

/** A broad proposal of the domain that asks for the same among other things. */
function larger(turn: Turner, domain: Domain, part: Matter): Labelled {
  const { facts, recommendations } = otherwise(part);
  const broad = {
    subject: `全面提升我市${domain.name}工作水平`,
    facts: [facts[0], turn.one(GENERAL).replace(/。$/, '')],
    recommendations: [turn.one(CLOSINGS).replace(/。$/, ''), replaced(part.subject), ...recommendations],
  };
  return written(turn, domain, broad, { place: '', title: turn.one(TITLES) });
}
