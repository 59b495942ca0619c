import { Injectable } from '@nestjs/common';
import type { Actor } from '../../lifecycle/people';
import type { TextPiece } from '../searching/marking';
import { CaseTexts, type ComparedCase } from './case-texts';
import { Comparing, type Reasons } from './comparing';
import { SimilarService } from './similar.service';

/** A part of two cases, column by column; a hit is what the other one says, too. */
export interface ComparedPart {
  readonly part: 'subject' | 'body' | 'recommendations';
  readonly label: string;
  readonly mine: readonly TextPiece[];
  readonly theirs: readonly TextPiece[];
}

export interface Differences {
  readonly score: number;
  readonly reasons: Reasons;
  readonly parts: readonly ComparedPart[];
}

/** Fewer characters in common are chance. */
const LEAST = 4;
const LEAST_IN_SUBJECT = 2;

const PARTS = [
  ['subject', '案由', ({ subject }: ComparedCase) => subject, LEAST_IN_SUBJECT],
  ['body', '情况与分析', ({ body }: ComparedCase) => body, LEAST],
  ['recommendations', '建议', ({ recommendations }: ComparedCase) => recommendations.join('\n'), LEAST],
] as const;

/** Puts two cases beside each other. */
@Injectable()
export class DifferencesService {
  constructor(
    private readonly similar: SimilarService,
    private readonly comparing: Comparing,
    private readonly texts: CaseTexts,
  ) {}

  /** @throws NotFound unless the actor sees both. */
  async between(actor: Actor, id: number, otherId: number): Promise<Differences> {
    await this.similar.seen(actor, id);
    await this.similar.seen(actor, otherId);
    const cases = new Map((await this.texts.of([id, otherId])).map((each) => [each.id, each]));
    const [mine, theirs] = [cases.get(id), cases.get(otherId)] as [ComparedCase, ComparedCase];
    const parts = PARTS.map(([part, label, of, least]) => ({
      ...{ part, label },
      mine: sharedIn(of(mine), of(theirs), least),
      theirs: sharedIn(of(theirs), of(mine), least),
    }));
    const { score, reasons } = await this.comparing.between(mine, theirs);
    return { score, reasons: reasons(), parts };
  }
}

/** The text in pieces: what stands in the other one as well, in so many characters at least, is a hit. */
export function sharedIn(text: string, other: string, least: number): TextPiece[] {
  const known = new Set<string>();
  for (let at = 0; at + least <= other.length; at += 1) known.add(other.slice(at, at + least));
  const hits = new Array<boolean>(text.length).fill(false);
  for (let at = 0; at + least <= text.length; at += 1)
    if (known.has(text.slice(at, at + least))) hits.fill(true, at, at + least);
  const pieces: { text: string; hit: boolean }[] = [];
  for (const [at, hit] of hits.entries()) {
    const last = pieces[pieces.length - 1];
    if (last?.hit === hit) last.text += text[at];
    else pieces.push({ text: text[at], hit });
  }
  return pieces;
}
