import { Module } from '@nestjs/common';
import { Agendas } from './agendas';
import { BallotApi } from './ballot.api';
import { BallotBox } from './ballot-box';
import { CountingService } from './counting.service';
import { EvaluationApi } from './evaluation.api';
import { EvaluationSheets } from './evaluation-sheets.service';
import { EvaluationsService } from './evaluations.service';
import { PresenceService } from './presence.service';
import { VotingService } from './voting.service';

@Module({
  controllers: [EvaluationApi, BallotApi],
  providers: [
    Agendas,
    BallotBox,
    CountingService,
    EvaluationSheets,
    EvaluationsService,
    PresenceService,
    VotingService,
  ],
})
export class EvaluationModule {}
