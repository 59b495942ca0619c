import type { DeedSubject } from './deed-subject';

/** Whether the deed is this person's to do: only then may its form show more than the case's page. */
export const isOffered = (subject: DeedSubject | null): boolean => subject?.reasons !== undefined;
