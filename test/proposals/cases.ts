import { enclose } from '../support/doors';
import type { RunningApp } from '../support/harness';
import type { Person } from '../support/people';
import { perform } from '../support/requests';
import * as assignment from '../support/steps/assignment';
import { changeAgenda, plan } from '../support/steps/evaluation';
import { designateKey, fileProposal, notFile, returnForRevision } from '../support/steps/examination';
import { conclude, rate } from '../support/steps/feedback';
import { reply } from '../support/steps/handling';
import { agreeAll, proposeMerge } from '../support/steps/merging';
import { draftProposal, inviteCosigners, signAsConvener, submit } from '../support/steps/submission';
import type { World } from '../support/world';

export interface Shown {
  name: string;
  id: number;
  subject: string;
  attachmentId: number;
}

/** Builds cases in many stages, each with a subject and a file of its own, by doing what brings them there. */
export class Cases {
  readonly all: Shown[] = [];

  constructor(
    private readonly app: RunningApp,
    private readonly world: World,
  ) {}

  /** A draft; of the first member unless said otherwise. */
  async draft(
    name: string,
    by: Person = this.world.by.first,
    sponsorId = this.world.sponsors.first,
  ): Promise<number> {
    const subject = `关于${name}的建议`;
    const { id } = await draftProposal(this.app, by, sponsorId, { subject });
    this.all.push({ name, id, subject, attachmentId: await enclose(this.app, by, id) });
    return id;
  }

  async submitted(name: string): Promise<number> {
    const id = await this.draft(name);
    await submit(this.app, this.world.by.first, id);
    return id;
  }

  async filed(name: string): Promise<number> {
    const id = await this.submitted(name);
    await fileProposal(this.app, this.world, id);
    return id;
  }

  /** Of the sector, with its convener's signature. */
  async filedBySector(name: string): Promise<number> {
    const { sector } = this.world.by;
    const id = await this.draft(name, sector, this.world.sponsors.sector);
    await signAsConvener(this.app, sector, id);
    await submit(this.app, sector, id);
    await fileProposal(this.app, this.world, id);
    return id;
  }

  async assigned(name: string, chosen = assignment.SOLE): Promise<assignment.Assigned> {
    const id = await this.filed(name);
    await assignment.handOver(this.app, this.world, id);
    return assignment.assign(this.app, this.world, id, chosen);
  }

  async written(): Promise<void> {
    const { app, world } = this;
    const { by, sponsors } = world;
    await this.draft('草稿');
    await inviteCosigners(app, by.first, await this.draft('邀请联名'), [sponsors.second]);
    const declined = await this.draft('谢绝联名');
    await inviteCosigners(app, by.first, declined, [sponsors.second]);
    await perform(app, by.second, declined, 'decline-cosign');
    await perform(app, by.first, await this.draft('弃稿'), 'withdraw', { reason: '不提了。' });
    await this.draft('代录', by.clerk, sponsors.second);
  }

  async examined(): Promise<void> {
    const { app, world } = this;
    await this.submitted('待审查');
    await returnForRevision(app, world, await this.submitted('退回修改'), '请补充。');
    await notFile(app, world, await this.submitted('不予立案'));
    await perform(app, world.by.first, await this.submitted('撤案'), 'withdraw', { reason: '另行提出。' });
    await this.filedBySector('立案');
    await proposeMerge(app, world, await this.filed('拟并案'), await this.filedBySector('拟作主案'));
  }

  async routed(): Promise<void> {
    const { app, world } = this;
    await assignment.handOver(app, world, await this.filed('交办'));
    const elsewhere = await this.filed('交党委');
    await perform(app, world.by.clerk, elsewhere, 'hand-over', { officeId: world.offices.party });
    await this.assigned('会办', assignment.JOINT);
    const { id, assignments } = await this.assigned('退办');
    await assignment.requestReturn(app, world, assignments[0]);
    await assignment.grantReturn(app, world, assignments[0]);
    await assignment.assign(app, world, id, [['housing', 'lead']]);
  }

  async merged(): Promise<void> {
    const { app, world } = this;
    const { id } = await this.assigned('主案');
    const follower = await this.filedBySector('从案');
    await proposeMerge(app, world, follower, id);
    await agreeAll(app, world, follower);
    await perform(app, world.by.clerk, follower, 'merge');
  }

  /** On the agenda of the Standing Committee. */
  async concluded(): Promise<void> {
    const { app, world } = this;
    const { id, assignments } = await this.assigned('议程');
    await designateKey(app, world, id);
    await assignment.acknowledge(app, world, { ...assignments[0], proposalId: id });
    await reply(app, world, { ...assignments[0], proposalId: id });
    await rate(app, world.by.first, id);
    await conclude(app, world, id);
    const { id: meetingId } = await plan(app, world);
    await changeAgenda(app, world, meetingId, [id]);
  }
}
