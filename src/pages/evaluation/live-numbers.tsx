import { type MeetingSheet, usesPaper, votesElectronically } from './meeting-sheet';

/** How many are due, there and done. Never how anybody voted: nobody knows that before the box is opened. */
export function LiveNumbers({ sheet }: { sheet: MeetingSheet }) {
  const { due, present, neededToOpen, issued, receipts, papers, locks, stage } = sheet;
  const planned = stage === 'planned';
  const shown: [string, number | string][] = [
    ['应到', due],
    [`到会（满 ${neededToOpen} 人可开始）`, present],
    ...(planned && votesElectronically(sheet)
      ? ([['票箱已上锁', `${locks.length} / 2`]] as [string, string][])
      : []),
    ...(planned ? [] : ([['发出选票', issued]] as [string, number][])),
    ...(!planned && votesElectronically(sheet) ? ([['已电子投票', receipts]] as [string, number][]) : []),
    ...(!planned && usesPaper(sheet) ? ([['已领纸质选票', papers]] as [string, number][]) : []),
  ];
  return (
    <section aria-labelledby="numbers">
      <h2 id="numbers">到会与投票人数</h2>
      <div class="stats">
        {shown.map(([label, value]) => (
          <div class="stat">
            <span class="stat-value">{value}</span>
            <span class="stat-label">{label}</span>
          </div>
        ))}
      </div>
      {locks.length > 0 && (
        <p class="text-secondary">票箱上的锁：{locks.map(({ name }) => name).join('、')}。</p>
      )}
      {stage === 'opened' && (
        <p>
          <a href={`/evaluations/${sheet.id}?watch=true`}>每 10 秒自动更新</a>，或
          <a href={`/evaluations/${sheet.id}`}>现在更新</a>。
        </p>
      )}
    </section>
  );
}
