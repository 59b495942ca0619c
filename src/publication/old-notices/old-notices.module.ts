import { Module } from '@nestjs/common';
import { PeopleModule } from '../../people/people.module';
import { OldNoticeList } from './old-notice-list.service';
import { OldNoticeReading } from './old-notice-reading.service';
import { OldNoticesApi } from './old-notices.api';
import { OldNoticesService } from './old-notices.service';

/** Notices from before this record, read in from their text. */
@Module({
  imports: [PeopleModule],
  controllers: [OldNoticesApi],
  providers: [OldNoticeList, OldNoticeReading, OldNoticesService],
  exports: [OldNoticeList],
})
export class OldNoticesModule {}
