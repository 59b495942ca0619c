import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mode, Rating, ReplyClass } from '../lifecycle/facts';
import type { consultationModes } from '../lifecycle/words/terms';

/** A text as its sponsor wrote it. */
export interface Writing {
  readonly sponsor: string;
  readonly subject: string;
  readonly situation: string;
  readonly analysis: string;
  readonly recommendations: string[];
}

export interface Figure {
  readonly indicator: string;
  readonly value: number;
  readonly unit: string;
  readonly period: string;
  readonly target: number | null;
}

export interface Progress {
  readonly on?: string;
  readonly text: string;
  readonly figures: Figure[];
}

export interface ReplyText {
  readonly class: ReplyClass;
  readonly body: string;
  readonly contactPerson: string;
  readonly publicity: 'full' | 'summary';
  readonly publicityReason?: string;
}

export interface Handled {
  readonly consultation: { on?: string; mode: string; place: string; outcome: string };
  readonly progress?: Progress[];
  readonly coOpinions?: { unit: string; text: string; countersigned?: boolean }[];
  readonly reply: ReplyText;
  readonly promises: { text: string; due: string }[];
}

/** One of the fourteen key proposals of 2022. */
export interface KeyCase extends Handled {
  readonly subject: string;
  readonly tag: string | null;
  readonly sponsors: string[];
  readonly category: string;
  readonly leadUnit: string;
  readonly coHandlers: string[];
  readonly mode: Mode;
  readonly versions: Writing[];
  readonly jointSubject: string;
  readonly feedback: { text: string };
  readonly summary: string;
}

/** One of the twelve that rest in other stages. */
export interface RestingCase extends Writing, Handled {
  readonly rests: string;
  readonly category: string;
  readonly suggestedUnits: string[];
  readonly cosigning: {
    sponsor: string;
    answer: 'agreed' | 'invited' | 'declined';
    opinion: string | null;
  }[];
  readonly returnReason: string;
  readonly assignment: { office: string; mode: Mode; leadUnit: string; coHandlers: string[] };
  readonly returnRequest: { unit: string; reason: string; suggestedUnit: string };
  readonly urging: string;
  readonly feedback: {
    attitude: Rating;
    result: Rating;
    met: boolean;
    metHow: string;
    answersPoints: boolean;
    text: string;
  };
  readonly rehandling: { confirmation: string };
  readonly notFiled: { reasonCode: string; disposition: string; explanation: string };
  readonly withdrawal: { reason: string };
}

interface NamedBody {
  readonly name: string;
  readonly aliases: string[];
}

export interface Bodies {
  readonly sectors: NamedBody[];
  readonly sectorGroups: NamedBody[];
  readonly organisations: NamedBody[];
  readonly liaisonGroups: NamedBody[];
  readonly parties: NamedBody[];
  readonly specialCommittees: NamedBody[];
  readonly members: { name: string; sector: string; standingCommittee: boolean }[];
  readonly units: (NamedBody & { kind: string; office: string })[];
  readonly offices: { code: string; name: string; kind: string }[];
  readonly people: { name: string; hat: string; of: string | null; phone: string }[];
}

const read = <T>(...path: string[]): T => JSON.parse(readFileSync(join(__dirname, ...path), 'utf8')) as T;

export const bodies = (): Bodies => read('bodies.json');
export const twelve = (): RestingCase[] => read('twelve.json');

/** In the order of the notice of 2022-11-18. */
export function fourteen(): KeyCase[] {
  const files = readdirSync(join(__dirname, 'fourteen')).sort();
  return files.map((file) => read<KeyCase>('fourteen', file));
}

const MODE_CODES: Record<string, keyof typeof consultationModes> = {
  座谈: 'discussion',
  上门走访: 'visit',
  电话: 'phone',
  实地调研: 'siteVisit',
};

export const modeOf = (words: string): string => MODE_CODES[words] ?? 'other';
