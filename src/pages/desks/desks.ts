import { AssignmentModule } from '../../assignment/assignment.module';
import { ExaminationModule } from '../../examination/examination.module';
import { MergingModule } from '../../merging/merging.module';
import { SearchModule } from '../../search/search.module';
import { PromisesModule } from '../../promises/promises.module';
import { BatchDesk } from './batch-desk.service';
import { ComparedCases } from './compare/compared-cases.service';
import { ComparedPages } from './examination/compared.pages';
import { ExaminationPages } from './examination/examination.pages';
import { ExaminationQueue } from './examination/examination-queue.service';
import { ExaminedCasePages } from './examination/examined-case.pages';
import { NumbersPages } from './examination/numbers.pages';
import { FiledCases } from './hand-over/filed-cases.service';
import { HandOverPages } from './hand-over/hand-over.pages';
import { MergingPages } from './merging/merging.pages';
import { Mergings } from './merging/mergings.service';
import { AskedCarryOvers } from './promises/carry-overs.service';
import { FollowUpPages } from './promises/follow-ups.pages';
import { PromisesPages } from './promises/promises.pages';
import { AuditPages } from './routing/audit.pages';
import { RoutingBoard } from './routing/routing-board.service';
import { RoutingPages } from './routing/routing.pages';
import { UnitAssignments } from './unit/unit-assignments.service';
import { UnitPages } from './unit/unit.pages';
import { LateCases } from './urging/late-cases.service';
import { UrgingPages } from './urging/urging.pages';
import { OwnProposals } from './writing/own-proposals.service';
import { WritingPages } from './writing/writing.pages';

/** What the desks are made of, for the module of all pages. */
export const DESK_MODULES = [
  AssignmentModule,
  ExaminationModule,
  MergingModule,
  PromisesModule,
  SearchModule,
];
export const DESK_PAGES = [
  ...[ExaminationPages, NumbersPages, ExaminedCasePages, ComparedPages],
  ...[MergingPages, HandOverPages, UrgingPages],
  ...[AuditPages, RoutingPages, UnitPages],
  ...[WritingPages, PromisesPages, FollowUpPages],
];
export const DESK_SERVICES = [
  ...[BatchDesk, ExaminationQueue, ComparedCases, Mergings, FiledCases, LateCases],
  ...[RoutingBoard, UnitAssignments, OwnProposals, AskedCarryOvers],
];
