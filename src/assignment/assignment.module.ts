import { Module } from '@nestjs/common';
import { AcknowledgementService } from './acknowledgement.service';
import { AdditionsService } from './additions.service';
import { AssigningService } from './assigning.service';
import { AssignmentsApi } from './assignments.api';
import { BatchService } from './batch.service';
import { EarlierReturns } from './earlier-returns';
import { ExtensionsService } from './extensions.service';
import { HandOverApi } from './hand-over.api';
import { HandOverService } from './hand-over.service';
import { RequestsApi } from './requests.api';
import { ReturnsService } from './returns.service';
import { RoutingApi } from './routing.api';

@Module({
  controllers: [RoutingApi, HandOverApi, AssignmentsApi, RequestsApi],
  providers: [
    AcknowledgementService,
    AdditionsService,
    AssigningService,
    BatchService,
    EarlierReturns,
    ExtensionsService,
    HandOverService,
    ReturnsService,
  ],
  exports: [EarlierReturns],
})
export class AssignmentModule {}
