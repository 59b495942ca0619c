import { Module } from '@nestjs/common';
import { Directory } from './directory';
import { ImportApi } from './import/import.api';
import { ImportService } from './import/import.service';
import { MemberRoster } from './import/member-roster';
import { UnitRoster } from './import/unit-roster';
import { MembersApi } from './members/members.api';
import { MembersService } from './members/members.service';
import { Names } from './names.service';
import { OfficesApi } from './offices/offices.api';
import { OfficesService } from './offices/offices.service';
import { SponsorKindsApi } from './sponsors/sponsor-kinds.api';
import { SponsorKindsService } from './sponsors/sponsor-kinds.service';
import { SponsorsApi } from './sponsors/sponsors.api';
import { SponsorsService } from './sponsors/sponsors.service';
import { SessionsApi } from './terms/sessions.api';
import { SessionsService } from './terms/sessions.service';
import { TermsApi } from './terms/terms.api';
import { TermsService } from './terms/terms.service';
import { UnitsApi } from './units/units.api';
import { UnitsService } from './units/units.service';

const SERVICES = [
  ImportService,
  MemberRoster,
  MembersService,
  Names,
  OfficesService,
  SessionsService,
  SponsorKindsService,
  SponsorsService,
  TermsService,
  UnitRoster,
  UnitsService,
];

/** The directory of people and bodies: who proposes, who handles, who assigns, and when. */
@Module({
  controllers: [
    ImportApi,
    MembersApi,
    OfficesApi,
    SessionsApi,
    SponsorKindsApi,
    SponsorsApi,
    TermsApi,
    UnitsApi,
  ],
  providers: [Directory, ...SERVICES],
  exports: SERVICES,
})
export class PeopleModule {}
