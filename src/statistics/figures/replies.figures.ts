import { CLASSES } from '../../lifecycle/facts';
import { classWords } from '../../lifecycle/words/terms';
import { type Figure, STAFF, UNITS } from '../figure';

const REPLIED = { counted: 'replied' } as const;
const HANDLING = [...STAFF, 'assigningOffice', ...UNITS] as const;

/** A, B, C over what has been replied to. */
export const classes: Figure = {
  title: '答复类别',
  basis: '本轮答复为该类的案件／已答复的案件；分办的案件按各单位中最低的一类计，正在重新办理的不计',
  unit: '件',
  readers: HANDLING,
  plan: ({ rules }) =>
    CLASSES.map((code) => {
      const { label } = rules.classes.find((each) => each.code === code) ?? { label: '' };
      return { key: code, label: `${classWords[code]} ${label}`.trim(), list: { class: code }, of: REPLIED };
    }),
};

export const punctuality: Figure = {
  title: '按期答复',
  basis: '各轮答复均未超过期限的案件／已答复的案件；批准延期的按延期后的期限计',
  unit: '件',
  readers: HANDLING,
  plan: () => [
    { key: 'inTime', label: '按期答复', list: { onTime: true }, of: REPLIED },
    { key: 'late', label: '超期答复', list: { onTime: false }, of: REPLIED },
  ],
};

export const meetings: Figure = {
  title: '面商',
  basis: '有面商记录的案件／立案的案件（并案合为一件）；提案者谢绝面商的不算面商',
  unit: '件',
  readers: [...STAFF, 'assigningOffice'],
  plan: () => {
    const of = { counted: 'cases' } as const;
    return [
      { key: 'met', label: '已面商', list: { ...of, met: true }, of },
      { key: 'notMet', label: '尚无面商记录', list: { ...of, met: false }, of },
    ];
  },
};
