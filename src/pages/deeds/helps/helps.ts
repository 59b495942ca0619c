import type { Helps, Results } from '../deed-help';
import { calendarHelps, calendarResults } from './calendar-helps';
import { caseHelps } from './case-helps';
import { directoryHelps } from './directory-helps';
import { directoryResults } from './directory-results';
import { draftHelps } from './draft-helps';
import { evaluationHelps } from './evaluation-helps';
import { examinationHelps } from './examination-helps';
import { feedbackHelps } from './feedback-helps';
import { mergingHelps } from './merging-helps';
import { publicationHelps } from './publication-helps';
import { routingHelps } from './routing-helps';
import { searchHelps } from './search-helps';
import { ownHelps } from './own-helps';
import { unitHelps } from './unit-helps';
import { viewHelps } from './view-helps';

/** What makes forms easier, by deed; each desk keeps its own. */
export const HELPS: Helps = {
  ...caseHelps,
  ...ownHelps,
  ...directoryHelps,
  ...calendarHelps,
  ...draftHelps,
  ...examinationHelps,
  ...mergingHelps,
  ...routingHelps,
  ...unitHelps,
  ...feedbackHelps,
  ...evaluationHelps,
  ...viewHelps,
  ...searchHelps,
  ...publicationHelps,
};

/** What answers show that exists only there; everything else goes on to where it came from. */
export const RESULTS: Results = { ...directoryResults, ...calendarResults };
