import { Injectable } from '@nestjs/common';
import type { Actor } from '../lifecycle/people';
import { stageWord } from '../lifecycle/words/words';
import { Meetings } from './meetings';

export type Screen = Awaited<ReturnType<Screens['read']>>;

/** What everybody in the hall may see while the vote runs: how many, never who and never what. */
@Injectable()
export class Screens {
  constructor(private readonly meetings: Meetings) {}

  async read(actor: Actor, id: number) {
    const { meeting, facts } = await this.meetings.read(actor, id);
    const { title, heldOn, stage, round, ballots, shut } = meeting;
    return {
      ...{ id, title, heldOn, stage, stageWord: stageWord('evaluation', stage), round, ballots, shut },
      ...{ due: facts.eligible.length, present: facts.present.length },
      ...{ issued: facts.issued, papers: facts.papers.length, voted: facts.voted.length },
    };
  }
}
