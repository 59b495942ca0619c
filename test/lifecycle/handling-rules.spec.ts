import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCalendar } from '../../config/calendar';
import { loadHandlingRules } from '../../config/handling-rules';
import { SettingsFaults, settingsFolder } from '../../config/settings-file';
import { CLOCK_NAMES } from '../../src/lifecycle/clocks';
import { isWorkingDay } from '../../src/lifecycle/working-days';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tiban-settings-'));
  cpSync(settingsFolder(), folder, { recursive: true, filter: (source) => !source.endsWith('.ts') });
});

afterEach(() => rmSync(folder, { recursive: true }));

/* eslint-disable-next-line @typescript-eslint/no-explicit-any -- settings are spoiled in ways their type forbids */
type Settings = any;

function spoil(file: string, change: (settings: Settings) => void): void {
  const settings: Settings = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  change(settings);
  writeFileSync(join(folder, file), JSON.stringify(settings));
}

function faultsOf(load: (folder: string) => unknown): readonly string[] {
  try {
    load(folder);
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(SettingsFaults);
    return (error as SettingsFaults).faults;
  }
}

describe('the handling rules', () => {
  const rules = loadHandlingRules();

  it('give every clock a length and its basis', () => {
    expect(Object.keys(rules.clocks).sort()).toEqual([...CLOCK_NAMES].sort());
    expect(CLOCK_NAMES.filter((name) => !rules.clocks[name].basis)).toEqual([]);
  });

  it('have the defaults the handling of proposals is known by', () => {
    expect(rules.clocks.cosign).toMatchObject({ length: { hours: 24 }, inSession: { hours: 3 } });
    expect(rules.clocks.handOver).toMatchObject({ length: { workingDays: 5 }, inSession: { days: 30 } });
    expect(rules.clocks.reply.length).toEqual({ months: 3 });
    expect(rules.replyCap).toEqual({ months: 6 });
    expect(rules.clocks.promise.length).toEqual({ own: true });
    expect(rules.maxReturns).toBe(2);
    expect(rules.feedbackBy).toBe('firstSponsors');
    expect(rules.notFiledReasons).toHaveLength(12);
  });

  it('name times of day that exist, and say whether days off count', () => {
    spoil('handling-rules.json', ({ quiet, brief }) => {
      Object.assign(quiet, { from: '24:00', to: '8:30', workingDaysOnly: 'yes' });
      brief.at = 830;
    });
    expect(faultsOf(loadHandlingRules)).toEqual([
      'handling-rules.quiet.from：应为 00:00 至 23:59 的时刻',
      'handling-rules.quiet.to：应为 00:00 至 23:59 的时刻',
      'handling-rules.quiet.workingDaysOnly：应为 true 或者 false',
      'handling-rules.brief.at：应为 00:00 至 23:59 的时刻',
    ]);
  });

  it('remind ever more people, the committee from ten working days over', () => {
    const reach = rules.reminders.map(({ level, when, recipients }) => [level, when, recipients.length]);
    expect(reach).toEqual([
      ['blue', { days: -15 }, 1],
      ['blue', { workingDays: -5 }, 1],
      ['yellow', { days: 0 }, 1],
      ['red', { workingDays: 1 }, 3],
      ['red', { workingDays: 10 }, 4],
    ]);
  });

  it('stop the boot with every fault at once', () => {
    spoil('handling-rules.json', (settings) => {
      settings.clocks.anwser = settings.clocks.audit;
      delete settings.clocks.reply;
      settings.clocks.route.length = { workingDays: -5 };
      settings.clocks.examine.length = { days: 1, months: 1 };
      settings.clocks.revise.length = { weeks: 2 };
      settings.clocks.audit.length = 'soon';
      settings.clocks.promise.length = { own: 'yes' };
      settings.clocks.archive.basis = ' ';
      settings.reminders[0].recipients = [];
      settings.reminders[1].when = { workingDays: 0.5 };
      settings.reminders[2].recipients[0].role = 'nobody';
      settings.dispositions.push(settings.dispositions[0]);
      settings.classes = { A: '' };
      settings.feedbackBy = 'nobody';
      delete settings.basis.counting;
    });
    expect(faultsOf(loadHandlingRules)).toEqual([
      'handling-rules.clocks.anwser：未知的设置',
      'handling-rules.clocks.examine.length：应为 days、workingDays、months、hours 之一加数量，或者 own: true',
      'handling-rules.clocks.revise.length：应为 days、workingDays、months、hours 之一加数量，或者 own: true',
      'handling-rules.clocks.route.length.workingDays：应为 1 至 2500 的整数',
      'handling-rules.clocks.reply：缺少此项设置',
      'handling-rules.clocks.audit.length：应为 days、workingDays、months、hours 之一加数量，或者 own: true',
      'handling-rules.clocks.promise.length：应为 days、workingDays、months、hours 之一加数量，或者 own: true',
      'handling-rules.clocks.archive.basis：应为非空文字',
      'handling-rules.reminders[0].recipients：至少应有 1 项',
      'handling-rules.reminders[1].when.workingDays：应为 -366 至 366 的整数',
      expect.stringMatching(/^handling-rules\.reminders\[2\]\.recipients\[0\]\.role：应为 owner、/),
      'handling-rules.classes：应为列表',
      'handling-rules.dispositions：code 为 returnedToSponsor 的有多项',
      'handling-rules.feedbackBy：应为 firstSponsors、allCosigners 之一',
      'handling-rules.basis.counting：缺少此项设置',
    ]);
  });

  it('stop the boot when a rung of the ladder could never reach anybody', () => {
    spoil('handling-rules.json', ({ reminders }) => {
      reminders[0].recipients[0].office = 'assigning';
      reminders[3].recipients[1].office = 'committee';
      reminders[3].recipients[2].office = 'committee';
      reminders[4].recipients[3].role = 'administrator';
      reminders[4].recipients.push({ role: 'teller', office: 'owing' });
    });
    expect(faultsOf(loadHandlingRules)).toEqual([
      'handling-rules.reminders[0].recipients[0]：assigning 处不会有 owner，提醒无人可收，请改正',
      'handling-rules.reminders[3].recipients[1]：committee 处不会有 unitLeader，提醒无人可收，请改正',
      'handling-rules.reminders[3].recipients[2]：committee 处不会有 assigningOffice，提醒无人可收，请改正',
      'handling-rules.reminders[4].recipients[3]：committee 处不会有 administrator，提醒无人可收，请改正',
      'handling-rules.reminders[4].recipients[4]：owing 处不会有 teller，提醒无人可收，请改正',
    ]);
  });

  it('stop the boot when rungs are out of order, at the same distance, or ever less urgent', () => {
    spoil('handling-rules.json', ({ reminders }) => {
      reminders[1].when = { days: -15 };
      reminders[3].when = { workingDays: 0 };
      reminders[3].level = 'blue';
      reminders[4].when = { workingDays: -1 };
    });
    expect(faultsOf(loadHandlingRules)).toEqual([
      'handling-rules.reminders[0]、handling-rules.reminders[1]：与到期日的距离相同，只能有一级',
      'handling-rules.reminders[2]、handling-rules.reminders[3]：与到期日的距离相同，只能有一级',
      'handling-rules.reminders[2]、handling-rules.reminders[3]：后一级不能比前一级缓和',
      'handling-rules.reminders[3]、handling-rules.reminders[4]：应按时间先后排列',
    ]);
  });

  it('stop the boot when the weights of the dimensions are not the whole', () => {
    const dimensions = (...weights: unknown[]) =>
      weights.map((weight, at) => ({ code: `d${at}`, label: `第${at}项`, weight }));
    const faultsWith = (...weights: unknown[]) => {
      spoil('handling-rules.json', (settings) => (settings.evaluationDimensions = dimensions(...weights)));
      return faultsOf(loadHandlingRules);
    };
    expect(faultsWith(40, 60)).toEqual([]);
    expect(faultsWith()).toEqual([]);
    const not100 = 'handling-rules.evaluationDimensions：各项 weight 之和应为 100';
    expect(faultsWith(40, 59)).toEqual([not100]);
    expect(faultsWith(99.5, 0.5)).toEqual([
      'handling-rules.evaluationDimensions[0].weight：应为 1 至 100 的整数',
      'handling-rules.evaluationDimensions[1].weight：应为 1 至 100 的整数',
    ]);
    expect(faultsWith('40', undefined)).toContain(not100);
  });

  it.each([null, [], 'rules', 7, {}])('are refused when they are %p', (settings) => {
    writeFileSync(join(folder, 'handling-rules.json'), JSON.stringify(settings));
    expect(faultsOf(loadHandlingRules).length).toBeGreaterThan(0);
  });

  it('are refused when they cannot be read', () => {
    writeFileSync(join(folder, 'handling-rules.json'), '{');
    expect(faultsOf(loadHandlingRules)).toEqual([expect.stringMatching(/^handling-rules\.json：无法读取/)]);
    rmSync(join(folder, 'handling-rules.json'));
    expect(faultsOf(loadHandlingRules)).toHaveLength(1);
  });
});

describe('the calendar', () => {
  it('has the years that were announced and are needed', () => {
    const calendar = loadCalendar();
    expect([...calendar.years].sort()).toEqual([2022, 2025, 2026]);
    expect(isWorkingDay('2026-02-14', calendar)).toBe(true);
  });

  it('stops the boot with every fault of every year at once', () => {
    spoil('calendar/2022.json', (year) => (year.year = 2021));
    spoil('calendar/2025.json', (year) => {
      year.worked.push('2025-02-30', 20250101);
      year.off[0].name = '';
    });
    spoil('calendar/2026.json', (year) => {
      year.off[0] = { from: '2026-01-03', to: '2026-01-01', name: '元旦' };
      year.off[1].to = '2027-02-23';
      year.off.push({ from: '2026-10-07', to: '2026-10-07', name: '国庆节' });
      year.worked.push('2026-10-06', '2026-11-04', '2027-01-02');
    });
    writeFileSync(join(folder, 'calendar', '2027.json'), '');
    writeFileSync(join(folder, 'calendar', 'next-year.json'), '[]');
    const faults = faultsOf(loadCalendar);
    expect(faults).toEqual(
      expect.arrayContaining([
        'calendar/2022.json：年份 2021 与文件名不符',
        'calendar/2025.json.worked[5]：应为存在的日期，形如 2026-01-31',
        'calendar/2025.json.worked[6]：应为存在的日期，形如 2026-01-31',
        'calendar/2025.json.off[0].name：应为非空文字',
        'calendar/2026.json：2026-01-03 至 2026-01-01 首尾颠倒',
        'calendar/2026.json：2026-02-15 至 2027-02-23 长于一个月',
        'calendar/2026.json：2026-10-07 有两项安排',
        'calendar/2026.json：2026-10-06 有两项安排',
        'calendar/2026.json：2026-11-04 不是周末，不能是调休上班日',
        'calendar/2026.json：2027-01-02 不属于 2026 年',
        expect.stringMatching(/^calendar\/2027\.json：无法读取/),
        'calendar/next-year.json：文件名应为 年份.json',
      ]),
    );
  });

  it('is refused when there is none', () => {
    for (const year of [2022, 2025, 2026]) rmSync(join(folder, 'calendar', `${year}.json`));
    expect(faultsOf(loadCalendar)).toEqual(['calendar：没有任何年度的放假安排']);
    rmSync(join(folder, 'calendar'), { recursive: true });
    expect(faultsOf(loadCalendar)).toEqual([expect.stringMatching(/^calendar：无法读取/)]);
  });
});
