/** Words of what people set: the calendar, and how they want to be told. */
export const dayKinds = { off: '放假', worked: '上班（调休补班）' } as const;
export const listFormats = {
  text: '通知文字',
  csv: '表格（CSV：日期,类型,名称）',
  ics: '日历文件（ICS）',
} as const;
export const mailWishes = {
  each: '每条消息一封',
  brief: '每个工作日早晨一封汇总',
  none: '不发邮件',
} as const;
