import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import type { ProposalFacts } from '../lifecycle/facts';
import type { Actor } from '../lifecycle/people';
import { Names } from '../people/names.service';
import type { Upload } from '../platform/files/upload';
import { Attachments } from '../proposals/attachments.service';
import { Door } from '../proposals/door';
import { Attachment } from '../proposals/entities/attachment.entity';
import { onBehalfOf } from '../proposals/on-behalf';
import type { ScanDto, ScannedDto } from './feedback.dto';

/** Opinion forms on paper. */
@Injectable()
export class ScansService {
  constructor(
    private readonly door: Door,
    private readonly attachments: Attachments,
    private readonly names: Names,
  ) {}

  attach(actor: Actor, id: number, upload: Upload | undefined, dto: ScanDto): Promise<ScannedDto> {
    return this.attachments.holding(upload, async (file) => {
      const behalf = await onBehalfOf(this.names, actor, dto.sponsorId);
      const about = { id, actor, version: dto.version, onBehalfOf: behalf, intent: { rater: dto.sponsorId } };
      const deed = { machine: 'proposal', action: 'attachScan', ...about } as const;
      return this.door.perform<ProposalFacts, { scanId: number }>(deed, async (act) => {
        const scanId = await this.attachments.attach(act, ownerOf(dto.sponsorId), file);
        act.note({ scanId, sponsorId: dto.sponsorId, name: file.name, size: file.size, hash: file.hash });
        return { scanId };
      });
    });
  }

  /** Whether the scan is one of this sponsor's form on this case. */
  has(em: EntityManager, proposalId: number, sponsorId: number, scanId: number): Promise<boolean> {
    const where = { id: scanId, proposalId, ...ownerOf(sponsorId), removedAt: IsNull() };
    return em.existsBy(Attachment, where);
  }
}

const ownerOf = (sponsorId: number) => ({ ownerKind: 'feedback', ownerId: sponsorId }) as const;
