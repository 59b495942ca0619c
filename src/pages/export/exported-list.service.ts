import { Injectable } from '@nestjs/common';
import type { Actor } from '../../lifecycle/people';
import { Refused } from '../../platform/web/errors';
import type { ProposalsQuery } from '../../proposals/lists/list.dto';
import { ListService, type ProposalLine } from '../../proposals/lists/list.service';
import { FilterOptionsService } from '../proposals/filter-options.service';

/** More than this is no list somebody reads: it is to be narrowed first. */
export const MOST_ROWS = 20_000;
const AT_ONCE = 500;

export type Cell = string | number | null;

export const HEAD = [
  ...['会议', '案号', '流水号', '案由', '重点提案', '第一提案者'],
  ...['环节', '类别', '主办单位', '最近期限', '是否超期'],
];

/** The rows of a list as a file holds them, read bit by bit: the same list, through the same gate. */
@Injectable()
export class ExportedList {
  constructor(
    private readonly lists: ListService,
    private readonly options: FilterOptionsService,
  ) {}

  /** Refuses what is too long before the first row is sent. */
  async rows(actor: Actor, query: ProposalsQuery): Promise<AsyncIterable<Cell[][]>> {
    const { ids, total } = await this.lists.idsOf(actor, query, MOST_ROWS);
    if (total > MOST_ROWS) throw new Refused([tooMany(total)]);
    return this.read(actor, ids, await this.options.sessionNames());
  }

  private async *read(actor: Actor, ids: readonly number[], sessions: ReadonlyMap<number, string>) {
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      const lines = await this.lists.linesOf(actor, ids.slice(at, at + AT_ONCE));
      yield lines.map((line) => rowOf(line, sessions));
    }
  }
}

const rowOf = (line: ProposalLine, sessions: ReadonlyMap<number, string>): Cell[] => [
  ...[sessions.get(line.sessionId) ?? '', line.caseNo, line.receiptNo, line.subject],
  ...[line.isKey ? '是' : '', line.leadSponsor, line.stageWord, line.category],
  ...[line.leadUnits.join('、'), line.dueOn, line.overdue ? '是' : ''],
];

const tooMany = (total: number) => ({
  code: 'tooManyRows',
  message: `共 ${total} 件，一次最多导出 ${MOST_ROWS} 件，请先缩小范围再导出。`,
});
