import { Module } from '@nestjs/common';
import { AgendaChoices } from './agenda-choices.service';
import { Agendas } from './agendas';
import { Announcements } from './announcements.service';
import { BallotApi } from './ballot.api';
import { BallotBox } from './ballot-box';
import { Booklets } from './booklets.service';
import { CountingService } from './counting.service';
import { EvaluationApi } from './evaluation.api';
import { EvaluationSheets } from './evaluation-sheets.service';
import { EvaluationsService } from './evaluations.service';
import { MeetingPages } from './meeting.pages';
import { Meetings } from './meetings';
import { PapersService } from './papers.service';
import { PresenceService } from './presence.service';
import { Recounts } from './recounts.service';
import { Screens } from './screens.service';
import { VotingService } from './voting.service';

const READING = [Meetings, EvaluationSheets, AgendaChoices, Booklets, Screens, Announcements, Recounts];
const ACTING = [EvaluationsService, Agendas, PresenceService, VotingService, PapersService];
const COUNTING = [CountingService, BallotBox];

@Module({
  controllers: [EvaluationApi, BallotApi, MeetingPages],
  providers: [...READING, ...ACTING, ...COUNTING],
  exports: READING,
})
export class EvaluationModule {}
