import { Injectable } from '@nestjs/common';
import { Environment } from '../../../config/environment';

/** Where a reader goes on from a message. */
@Injectable()
export class Links {
  constructor(private readonly environment: Environment) {}

  to(proposalId: number | null): { link: string; linkWord: string } {
    const { publicUrl } = this.environment;
    return proposalId === null
      ? { link: `${publicUrl}/inbox`, linkWord: '查看消息' }
      : { link: `${publicUrl}/proposals/${proposalId}`, linkWord: '查看提案' };
  }
}
