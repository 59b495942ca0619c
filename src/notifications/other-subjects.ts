/**
 * SQL: what an entry `h` of the history is about when it is about no case, meeting or notice: the notice that was commented
 * on, or the calendar.
 */
export const OTHER_SUBJECT = `CASE h."kind" WHEN 'calendar' THEN '放假安排' WHEN 'comment' THEN
  (SELECT cn."title" FROM "noticeComment" nc JOIN "notice" cn ON cn."id" = nc."noticeId" WHERE nc."id" = h."subjectId") END`;
