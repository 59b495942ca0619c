import { Module } from '@nestjs/common';
import { AuditApi } from './audit.api';
import { AuditsService } from './audits.service';
import { ConsultationsService } from './consultations.service';
import { CountersigningService } from './countersigning.service';
import { DocumentNumbers } from './document-numbers';
import { DraftsService } from './drafts.service';
import { IssuingService } from './issuing.service';
import { OpinionsService } from './opinions.service';
import { ProgressService } from './progress.service';
import { PromisesService } from './promises.service';
import { RecordApi } from './record.api';
import { ReplyApi } from './reply.api';
import { UrgingApi } from './urging.api';
import { UrgingRequestsService } from './urging-requests.service';
import { UrgingService } from './urging.service';

@Module({
  controllers: [RecordApi, ReplyApi, AuditApi, UrgingApi],
  providers: [
    AuditsService,
    ConsultationsService,
    CountersigningService,
    DocumentNumbers,
    DraftsService,
    IssuingService,
    OpinionsService,
    ProgressService,
    PromisesService,
    UrgingRequestsService,
    UrgingService,
  ],
})
export class HandlingModule {}
