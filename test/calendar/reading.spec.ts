import { readFileSync } from 'node:fs';
import { loadCalendarYears } from '../../config/calendar';
import { changeOf, type Format, readList } from '../../src/calendar/reading/list';
import { seedOf } from '../../src/calendar/seed';
import { type CalendarChange, changeOfYear } from '../../src/lifecycle/calendar-changes';
import { NotFound } from '../../src/platform/web/errors';

/** As it was published, with its own title, preamble and closing lines. */
const NOTICE = `国务院办公厅关于2026年
部分节假日安排的通知
各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
经党中央、国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。
国务院办公厅
2025年11月4日`;

const codes = async (format: Format, content: string, year = 2026) =>
  (await readList(format, year, content)).faults.map(({ line, code }) => `${line} ${code}`);

const published = loadCalendarYears().find(({ year }) => year === 2026)!;
const { entries } = changeOfYear(published);
/** Without the names, of which each list has its own. */
const days = ({ entries }: CalendarChange) => entries.map(({ day, kind }) => `${day} ${kind}`);

const event = (start: string, end: string | null, summary: string) => [
  'BEGIN:VEVENT',
  `DTSTART${start}`,
  ...(end === null ? [] : [`DTEND${end}`]),
  `SUMMARY:${summary}`,
  'END:VEVENT',
];
const ics = (...events: string[][]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events.flat(), 'END:VCALENDAR'].join('\r\n');
const day = (text: string) => `;VALUE=DATE:${text}`;

describe('The notice as plain text', () => {
  it('is read as the settings have it', async () => {
    const read = await readList('text', 2026, NOTICE);
    expect(read.faults).toEqual([]);
    expect(changeOf(2026, read.listed)).toEqual({ year: 2026, entries });
    expect(read.unread).toEqual([1, 2, 3, 4, 12, 13, 14]);
  });

  it('is read without its line breaks, with half-width signs, and by other words of other years', async () => {
    const whole = NOTICE.split('\n').slice(4, 11).join('').normalize('NFKC');
    expect(changeOf(2026, (await readList('text', 2026, whole)).listed).entries).toEqual(entries);
    const older = `一、元旦：1月1日放假，与周末连休。
二、春节：1月24日至30日放假调休，共7天。1月19日（星期日）、2月1日（星期六）上班。`;
    expect((await readList('text', 2020, older)).listed).toEqual([
      { kind: 'off', from: '2020-01-01', to: '2020-01-01', name: '元旦', line: 1 },
      { kind: 'off', from: '2020-01-24', to: '2020-01-30', name: '春节', line: 2 },
      { kind: 'worked', from: '2020-01-19', to: '2020-01-19', name: '调休上班', line: 2 },
      { kind: 'worked', from: '2020-02-01', to: '2020-02-01', name: '调休上班', line: 2 },
    ]);
  });

  it('names by line what cannot be', async () => {
    expect(await codes('text', NOTICE.replace('至3日', '至4日'))).toEqual([
      '5 weekday',
      '5 count',
      '5 twice',
    ]);
    expect(await codes('text', NOTICE.replace('5月9日（周六）', '5月11日（周一）'))).toEqual(['8 noWeekend']);
    expect(await codes('text', '一、元旦：1月1日至2月3日放假。')).toEqual(['1 tooLong']);
    expect(await codes('text', '一、元旦：1月3日至1日放假。')).toEqual(['1 reversed']);
    expect(await codes('text', '一、春节：2月30日放假。')).toEqual(['1 noSuchDay']);
    expect(await codes('text', '一、元旦：2025年12月31日至2026年1月2日放假，共3天。')).toEqual([
      '1 outsideYear',
    ]);
    expect(await codes('text', '一、元旦：1月1日至3日。')).toEqual(['1 unclear']);
    expect(await codes('text', '1月1日至3日放假')).toEqual(['1 unclear']);
    expect(await codes('text', '关于2025年节假日安排的通知\n一、元旦：1月1日放假。')).toEqual([
      '1 otherYear',
    ]);
    expect(await codes('text', '您好')).toEqual(['1 nothing']);
  });
});

describe('A table', () => {
  it('is read with headings in Chinese or English, however the spreadsheet wrote it', async () => {
    const { content } = await seedOf(2026);
    expect(days(changeOf(2026, (await readList('csv', 2026, content)).listed))).toEqual(
      days({ year: 2026, entries }),
    );
    const tabs = '\ufeffname\tday\tkind\r\n"元""旦"\t2026/1/1\toff\r\n\t2026年1月4日\tworked\r\n\t\t';
    expect((await readList('csv', 2026, tabs)).listed).toEqual([
      { kind: 'off', from: '2026-01-01', to: '2026-01-01', name: '元"旦', line: 2 },
      { kind: 'worked', from: '2026-01-04', to: '2026-01-04', name: '调休上班', line: 3 },
    ]);
  });

  it('names by line what cannot be', async () => {
    const rows = (...lines: string[]) => ['日期,类型,名称', ...lines].join('\n');
    expect(await codes('csv', '2026-01-01,休,元旦')).toEqual(['1 noHeading']);
    expect(
      await codes(
        'csv',
        rows(
          '2026-01-01,休,元旦',
          '元旦,休,元旦',
          '2026-02-30,休,春节',
          '2026-01-02,假,元旦',
          '2026-01-02,休,',
        ),
      ),
    ).toEqual(['3 noDay', '4 noSuchDay', '5 noKind', '6 noName']);
    expect(
      await codes('csv', rows('2026-01-01,休,元旦', '2026-01-01,休,元旦', '2027-01-01,休,元旦')),
    ).toEqual(['3 twice', '4 outsideYear']);
    expect(await codes('csv', rows('2026-01-05,班,'))).toEqual(['2 noWeekend']);
    expect(await codes('csv', rows('2026-01-04,班,'))).toEqual(['1 nothing']);
    expect(await codes('csv', rows(...Array.from({ length: 500 }, () => '2026-01-01,休,元旦')))).toEqual([
      '402 tooMany',
    ]);
  });
});

describe('A calendar file', () => {
  it('is read as others publish it, without the other years it holds', async () => {
    const path = require.resolve('chinese-days/package.json').replace('package.json', 'dist/holidays.ics');
    const read = await readList('ics', 2026, readFileSync(path, 'utf8'));
    expect(read.faults).toEqual([]);
    expect(days(changeOf(2026, read.listed))).toEqual(days({ year: 2026, entries }));
    expect(read.unread.length).toBeGreaterThan(10);
  });

  it('takes the end as the day after the last', async () => {
    const two = ics(
      event(day('20260101'), day('20260104'), '元旦（休）'),
      event(day('20260104'), null, '元旦调休上班'),
      event(day('20260501'), day('20260501'), '放假'),
    );
    expect((await readList('ics', 2026, two)).listed).toEqual([
      { kind: 'off', from: '2026-01-01', to: '2026-01-03', name: '元旦', line: 3 },
      { kind: 'worked', from: '2026-01-04', to: '2026-01-04', name: '调休上班', line: 8 },
      { kind: 'off', from: '2026-05-01', to: '2026-05-01', name: '放假', line: 12 },
    ]);
  });

  it('names by line what cannot be', async () => {
    const one = (start: string, end: string | null, summary = '元旦（休）') =>
      codes('ics', ics(event(start, end, summary)));
    expect(await one(':20260101T090000Z', ':20260101T100000Z')).toContain('3 notAllDay');
    expect(await one(day('20260230'), null)).toContain('3 noSuchDay');
    expect(await one(day('20260101'), day('99991231'))).toContain('3 tooLong');
    expect(await one(day('20260103'), day('20260101'))).toContain('3 reversed');
    expect(await one(day('20261231'), day('20270103'))).toContain('3 outsideYear');
    expect(await one(day('20260101'), null, '元旦')).toContain('3 noKind');
    expect(await one(day('20260101'), null, '调休')).toContain('3 noKind');
    expect(await one(day('20260101\r\nRRULE:FREQ=DAILY'), null)).toContain('3 repeats');
    for (const garbage of [
      'x',
      'BEGIN:VCALENDAR',
      'BEGIN:VCARD\nEND:VCARD',
      '[]',
      '{"a":1}',
      ':::::',
      'END:VCALENDAR',
    ])
      expect(await codes('ics', garbage)).toEqual(['1 notIcs']);
  });
});

describe('A year from chinese-days', () => {
  it('is what was published, for each year the settings have', async () => {
    for (const year of loadCalendarYears()) {
      const { content, source } = await seedOf(year.year);
      expect(source).toContain('chinese-days');
      expect(days(changeOf(year.year, (await readList('csv', year.year, content)).listed))).toEqual(
        days(changeOfYear(year)),
      );
    }
  });

  it.each([1999, 2003, 2027, 2030, 9999, 1, 2_147_483_647])(
    'is refused for %d, of which it knows nothing',
    async (year) => {
      await expect(seedOf(year)).rejects.toThrow(NotFound);
    },
  );
});

it('takes no longer for text that is made to take long', async () => {
  const started = performance.now();
  for (const format of ['text', 'csv', 'ics'] as const)
    for (const piece of [
      '1日(',
      '一、元旦：1月1日(',
      '1月1日至',
      '"',
      ',',
      '一、',
      'BEGIN:VEVENT\n',
      ' \n',
      '：',
    ])
      await readList(format, 2026, piece.repeat(200_000 / piece.length));
  expect(performance.now() - started).toBeLessThan(20_000);
});
