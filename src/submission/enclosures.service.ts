import { Injectable } from '@nestjs/common';
import type { Actor } from '../lifecycle/people';
import type { Upload } from '../platform/files/upload';
import { Attachments } from '../proposals/attachments.service';
import type { DeedDto } from '../proposals/deed.dto';
import type { DoneDto } from '../proposals/done.dto';
import type { EnclosedDto } from './enclosures.dto';
import { Writer } from './writer';

type Enclosed = Omit<EnclosedDto, keyof DoneDto>;

/** Files the writer adds to a proposal while it is being written. */
@Injectable()
export class EnclosuresService {
  constructor(
    private readonly writer: Writer,
    private readonly attachments: Attachments,
  ) {}

  attach(actor: Actor, id: number, upload: Upload | undefined, dto: DeedDto): Promise<EnclosedDto> {
    return this.attachments.holding(upload, (file) =>
      this.writer.perform<Enclosed>(actor, id, 'attach', dto, async (act) => {
        const attachmentId = await this.attachments.attach(act, ownerOf(id), file);
        const { name, mime, size, hash } = file;
        act.note({ name, size, hash });
        return { attachmentId, name, mime, size };
      }),
    );
  }

  detach(actor: Actor, id: number, attachmentId: number, dto: DeedDto): Promise<DoneDto> {
    return this.writer.perform(actor, id, 'detach', dto, async (act) => {
      const { name, hash } = await this.attachments.detach(act, ownerOf(id), attachmentId);
      act.note({ name, hash });
    });
  }
}

const ownerOf = (id: number) => ({ ownerKind: 'proposal', ownerId: id }) as const;
