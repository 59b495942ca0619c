import { Injectable } from '@nestjs/common';
import type { Actor } from '../lifecycle/people';
import type { DoneDto } from '../proposals/done.dto';
import { Door } from '../proposals/door';
import type { DecideWithdrawalDto, WithdrawDto } from './withdrawals.dto';
import { Writer } from './writer';

/** Withdrawal (撤案): by the sponsor alone before filing, afterwards with the director's consent. */
@Injectable()
export class WithdrawalsService {
  constructor(
    private readonly writer: Writer,
    private readonly door: Door,
  ) {}

  withdraw(actor: Actor, id: number, dto: WithdrawDto): Promise<DoneDto> {
    return this.writer.perform(actor, id, 'withdraw', dto, (act) => {
      act.set({ withdrawalReason: dto.reason });
      act.note({ reason: dto.reason });
    });
  }

  ask(actor: Actor, id: number, dto: WithdrawDto): Promise<DoneDto> {
    return this.writer.perform(actor, id, 'askWithdrawal', dto, (act) => {
      act.set({ withdrawalReason: dto.reason, withdrawalAskedAt: act.now.at });
      act.note({ reason: dto.reason });
    });
  }

  /** The case keeps its number, with the reason. */
  consent(actor: Actor, id: number, dto: DecideWithdrawalDto): Promise<DoneDto> {
    return this.decide(actor, id, 'consentToWithdrawal', dto, { decisionNote: dto.note });
  }

  /** The sponsor may ask again. */
  refuse(actor: Actor, id: number, dto: DecideWithdrawalDto): Promise<DoneDto> {
    const goesOn = { withdrawalAskedAt: null, withdrawalReason: null };
    return this.decide(actor, id, 'refuseWithdrawal', dto, goesOn);
  }

  private decide(
    actor: Actor,
    id: number,
    action: 'consentToWithdrawal' | 'refuseWithdrawal',
    { version, note }: DecideWithdrawalDto,
    values: Record<string, unknown>,
  ): Promise<DoneDto> {
    return this.door.perform({ machine: 'proposal', action, id, actor, version }, (act) => {
      act.set(values);
      act.note({ note });
    });
  }
}
