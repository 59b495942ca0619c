import { BallotPages } from './ballot.pages';
import { MeetingDeskPages } from './meeting-desk.pages';
import { PreparationPages } from './preparation.pages';

/** The pages of the democratic evaluation. */
export const EVALUATION_PAGES = [PreparationPages, BallotPages, MeetingDeskPages];
