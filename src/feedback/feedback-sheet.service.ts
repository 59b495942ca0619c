import { Injectable } from '@nestjs/common';
import { type Actor, scopesOf } from '../lifecycle/people';
import { Names } from '../people/names.service';
import { Database } from '../platform/database/database';
import { NotFound } from '../platform/web/errors';
import { Door } from '../proposals/door';
import { formsFor } from '../proposals/dossier/sections';
import { type CaseRows, caseRows } from '../proposals/facts/case-rows';
import { subjectFrom } from '../proposals/facts/proposal-facts';
import { Rules } from '../proposals/rules';
import { sidesOf, visibleTo } from '../proposals/visibility';

type Form = ReturnType<typeof formsFor>[number];

/** What one sponsor answered: a form, that the round ended without one, or nothing the reader may know of yet. */
interface RatersAnswer {
  sponsorId: number;
  name: string;
  mine: boolean;
  answer: Form | 'noAnswer' | 'open';
}

/** The answers of each round, as one reader may see them. */
@Injectable()
export class FeedbackSheet {
  constructor(
    private readonly database: Database,
    private readonly door: Door,
    private readonly names: Names,
    private readonly rules: Rules,
  ) {}

  /** The newest round first, then those before. Throws NotFound for what the reader may not know of. */
  async read(actor: Actor, id: number) {
    const rows = await caseRows(this.database, this.database.reader, id, visibleTo(actor));
    if (!rows) throw new NotFound();
    const { raters } = subjectFrom(rows, this.door.now(), this.rules).facts;
    const names = await this.names.sponsorNames([...raters]);
    const seen = formsFor(rows, actor, sidesOf(actor));
    const answersIn = (round: number): RatersAnswer[] =>
      raters.map((sponsorId) => ({
        sponsorId,
        name: names.get(sponsorId) ?? '',
        mine: scopesOf(actor, 'sponsor').includes(sponsorId),
        answer: answerOf(rows, seen, sponsorId, round),
      }));
    const { round } = rows.core;
    const earlier = Array.from({ length: round - 1 }, (_, at) => round - 1 - at);
    return {
      round,
      raters: answersIn(round),
      earlier: earlier.map((each) => ({ round: each, raters: answersIn(each) })),
    };
  }
}

function answerOf(
  { core }: CaseRows,
  seen: Form[],
  sponsorId: number,
  round: number,
): RatersAnswer['answer'] {
  const form = seen.find((each) => each.sponsorId === sponsorId && each.round === round);
  if (form) return form;
  const isOver = round < core.round || core.concludedAt !== null;
  return isOver ? 'noAnswer' : 'open';
}
