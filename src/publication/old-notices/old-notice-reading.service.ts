import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { accept } from '../../people/faults';
import { Names } from '../../people/names.service';
import { dayOf } from '../../platform/clock/calendar';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import type { FieldFault } from '../../platform/web/errors';
import { tooMuch } from './limits';
import type { OldNoticeDto } from './old-notices.dto';
import { questionsAbout } from './questions';
import { readNotice } from './reader/notice-reader';
import { type Understanding, understand } from './understanding';
import { wrongAnswers } from './wrong-answers';

export interface Read {
  readonly understood: Understanding;
  /** What a person still has to say. */
  readonly questions: FieldFault[];
}

/** Reads an old notice against the directory of people and bodies. */
@Injectable()
export class OldNoticeReading {
  constructor(
    private readonly database: Database,
    private readonly names: Names,
    private readonly clock: Clock,
  ) {}

  /** @throws Invalid when the text is too much of anything, or an answer is about what is not there. */
  async read(dto: OldNoticeDto, em: EntityManager = this.database.reader): Promise<Read> {
    const reading = readNotice(dto.text);
    accept(tooMuch(dto.text, reading));
    const books = { sponsors: await this.names.sponsors(em), units: await this.names.units(em) };
    const understood = understand(reading, dto, books);
    accept(wrongAnswers(understood, dto, await this.known(dto, em)));
    return { understood, questions: questionsAbout(understood, dto, dayOf(this.clock.now())) };
  }

  private async known({ sponsors, units }: OldNoticeDto, em: EntityManager) {
    const of = (ids: (number | null | undefined)[]) => ids.filter((id) => typeof id === 'number');
    const found = {
      sponsors: await this.names.sponsorNames(of((sponsors ?? []).map((each) => each.sponsorId)), em),
      units: await this.names.unitNames(of((units ?? []).map((each) => each.unitId)), em),
    };
    return { sponsors: new Set(found.sponsors.keys()), units: new Set(found.units.keys()) };
  }
}
