import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { DossiersApi } from './dossiers.api';
import { DossiersService } from './dossiers.service';
import { NoticeItems } from './notice-items';
import { NoticePages } from './notice-pages';
import { NoticesOpenData } from './notices-open-data';
import { NoticesPublic } from './notices.public';
import { NoticesService } from './notices.service';
import { PublicationApi } from './publication.api';
import { NoticeReading } from './reading.service';

@Module({
  imports: [PeopleModule],
  controllers: [PublicationApi, DossiersApi, NoticesPublic],
  providers: [DossiersService, NoticesService, NoticeItems, NoticePages, NoticesOpenData, NoticeReading],
  exports: [DossiersService, NoticesService],
})
export class PublicationModule {}
