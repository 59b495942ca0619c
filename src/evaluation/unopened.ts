import { Refused } from '../platform/web/errors';

// Reasons only known once the phrases have been tried; the tables cannot ask for them beforehand.

const refused = (code: string, message: string) => () => new Refused([{ code, message }]);

export const wrongPhrase = refused(
  'wrongPhrase',
  '开箱口令不正确，票箱未打开，请两位监票人分别核对后重新输入。',
);

/** There is a way out for the tellers: to break off, which destroys what lies in the box. */
export const boxTampered = refused(
  'boxTampered',
  '票箱中的选票与投票记录不符，不能计票，请中止本轮并重新投票。',
);
