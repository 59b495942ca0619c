import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { CosignersApi } from './cosigners.api';
import { CosignersService } from './cosigners.service';
import { DraftsApi } from './drafts.api';
import { DraftsService } from './drafts.service';
import { EnclosuresApi } from './enclosures.api';
import { EnclosuresService } from './enclosures.service';
import { SubmissionApi } from './submission.api';
import { SubmissionService } from './submission.service';
import { TextsService } from './texts.service';
import { VersionsService } from './versions.service';
import { WithdrawalsApi } from './withdrawals.api';
import { WithdrawalsService } from './withdrawals.service';
import { Writer } from './writer';
import { Writing } from './writing';

/** From the first word to the receipt: drafts, co-signing, the convener, submission, withdrawal. */
@Module({
  imports: [PeopleModule],
  controllers: [DraftsApi, CosignersApi, SubmissionApi, WithdrawalsApi, EnclosuresApi],
  providers: [
    CosignersService,
    DraftsService,
    EnclosuresService,
    SubmissionService,
    TextsService,
    VersionsService,
    WithdrawalsService,
    Writer,
    Writing,
  ],
  exports: [VersionsService],
})
export class SubmissionModule {}
