import type { Helps, Results } from '../deed-help';
import { draftHelps } from './draft-helps';

/** What makes forms easier, by deed; each desk keeps its own. */
export const HELPS: Helps = { ...draftHelps };

/** What answers show that exists only there; everything else goes on to where it came from. */
export const RESULTS: Results = {};
