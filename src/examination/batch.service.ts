import { Injectable } from '@nestjs/common';
import type { Actor } from '../lifecycle/people';
import { accept } from '../people/faults';
import { eachOnItsOwn } from '../platform/web/batch';
import { Rules } from '../proposals/rules';
import type { ExaminedDto, FileManyDto, RecommendManyDto } from './batch.dto';
import { ExaminationService } from './examination.service';
import { outcomeFaults } from './outcome';

/** Many at once, as after a meeting of the committee: each by itself, and nothing half done. */
@Injectable()
export class BatchService {
  constructor(
    private readonly examination: ExaminationService,
    private readonly rules: Rules,
  ) {}

  /** In the order given, which is the order of their case numbers. */
  file(actor: Actor, { ids }: FileManyDto): Promise<ExaminedDto[]> {
    return eachOnItsOwn(ids, (id) => this.examination.file(actor, id));
  }

  async recommend(actor: Actor, { ids, ...outcome }: RecommendManyDto): Promise<ExaminedDto[]> {
    accept(outcomeFaults(outcome, this.rules.handling));
    return eachOnItsOwn(ids, (id) => this.examination.recommend(actor, id, outcome));
  }
}
