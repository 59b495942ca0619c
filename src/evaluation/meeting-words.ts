import { type Rating, RATINGS } from '../lifecycle/facts';
import { ratings } from '../lifecycle/words/terms';
import type { Choice } from './ballot-paper';

/** In the order of a ballot. */
export const OPTIONS: readonly Choice[] = [...RATINGS, 'abstained'];
export const optionWords: Record<Choice, string> = { ...ratings, abstained: '弃权' };

/** The subject in book marks, unless its writer has put them there; a unit has none. */
export const objectWords = (objects: string, subject: string): string =>
  objects === 'units' || subject.startsWith('《') ? subject : `《${subject}》`;

export const gradeWords = (grade: Rating | null): string => (grade ? ratings[grade] : '未产生结果');
