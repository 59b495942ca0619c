import { ExaminationModule } from '../../examination/examination.module';
import { BatchDesk } from './batch-desk.service';
import { ExaminationPages } from './examination/examination.pages';
import { ExaminationQueue } from './examination/examination-queue.service';
import { ExaminedCasePages } from './examination/examined-case.pages';
import { ComparedCases } from './compare/compared-cases.service';
import { ComparedPages } from './examination/compared.pages';
import { FiledCases } from './hand-over/filed-cases.service';
import { HandOverPages } from './hand-over/hand-over.pages';
import { AssignmentModule } from '../../assignment/assignment.module';
import { AuditPages } from './routing/audit.pages';
import { RoutingPages } from './routing/routing.pages';
import { RoutingBoard } from './routing/routing-board.service';
import { MergingPages } from './merging/merging.pages';
import { Mergings } from './merging/mergings.service';
import { MergingModule } from '../../merging/merging.module';
import { NumbersPages } from './examination/numbers.pages';

/** What the desks are made of, for the module of all pages. */
export const DESK_MODULES = [AssignmentModule, ExaminationModule, MergingModule];
export const DESK_PAGES = [
  ExaminationPages,
  NumbersPages,
  ExaminedCasePages,
  ComparedPages,
  MergingPages,
  HandOverPages,
  AuditPages,
  RoutingPages,
];
export const DESK_SERVICES = [BatchDesk, ExaminationQueue, ComparedCases, Mergings, FiledCases, RoutingBoard];
