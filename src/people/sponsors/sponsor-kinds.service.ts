import { Injectable } from '@nestjs/common';
import type { Actor } from '../../lifecycle/people';
import { Conflict, NotFound, Refused } from '../../platform/web/errors';
import { Directory } from '../directory';
import { accept, fault } from '../faults';
import type { KindChange, KindDraft } from './sponsor-kinds.dto';
import { MEMBER, SponsorKind } from './sponsor-kind.entity';

const CODE = /^[a-z][A-Za-z0-9]*$/;

@Injectable()
export class SponsorKindsService {
  constructor(private readonly directory: Directory) {}

  list(): Promise<SponsorKind[]> {
    return this.directory.reader.find(SponsorKind, { order: { code: 'ASC' } });
  }

  create(actor: Actor, draft: KindDraft): Promise<SponsorKind> {
    return this.directory.keep(actor, 'sponsorKind', async (register) => {
      if (!CODE.test(draft.code))
        accept([fault('code', 'malformed', '「类别代码」应以小写字母开头，只含字母和数字。')]);
      const taken = await register.em.existsBy(SponsorKind, { code: draft.code });
      if (taken) accept([fault('code', 'duplicate', '「类别代码」已有，请另取一个。')]);
      const kind = { ...draft, version: 1 };
      await register.em.insert(SponsorKind, kind);
      register.note('sponsorKind', null, 'added', { after: kind });
      return kind;
    });
  }

  update(actor: Actor, code: string, { version, ...change }: KindChange): Promise<SponsorKind> {
    return this.directory.keep(actor, 'sponsorKind', async (register) => {
      const before = await register.em.findOneBy(SponsorKind, { code });
      if (!before) throw new NotFound();
      if (before.version !== version) throw new Conflict();
      if (code === MEMBER && change.collective) {
        throw new Refused([{ code: 'isMember', message: '委员个人的提案不能算作集体提案。' }]);
      }
      const after = { ...change, version: version + 1 };
      const { affected } = await register.em.update(SponsorKind, { code, version }, after);
      if (affected === 0) throw new Conflict();
      register.note('sponsorKind', null, 'changed', { before, after: { code, ...after } });
      return { code, ...after };
    });
  }
}
