import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { phoneFaults } from '../faults';
import { type Enrolled, MemberRoll } from '../members/member-roll';
import { Member } from '../members/member.entity';
import { MemberDraft } from '../members/members.dto';
import { MembersService } from '../members/members.service';
import type { NameBook } from '../name-book';
import { Names } from '../names.service';
import type { Register } from '../register';
import { MEMBER } from '../sponsors/sponsor-kind.entity';
import { Term } from '../terms/term.entity';
import { TermBook } from '../terms/term-book';
import type { Column } from './column';
import type { Comparison, Roster } from './roster';
import type { SheetRow } from './sheet-row';

const COLUMNS: Column[] = [
  {
    field: 'name',
    header: '姓名',
    also: ['委员姓名'],
    required: true,
    example: '王云安',
    hint: '最多 60 个字。',
  },
  {
    field: 'number',
    header: '委员证号',
    also: ['证号'],
    example: '150001',
    hint: '可不填；同名的两人须填写，以便区分。',
  },
  {
    field: 'termId',
    header: '届',
    also: ['届次'],
    required: true,
    example: '第十五届',
    hint: '须先登记；可写 15、十五或第十五届。',
  },
  {
    field: 'sectorSponsorId',
    header: '界别',
    also: ['所属界别'],
    example: '科学技术界',
    hint: '可不填；须先登记，可写别名。',
  },
  {
    field: 'standingCommittee',
    header: '常委',
    also: ['是否常委', '常委会组成人员'],
    kind: 'flag',
    example: '否',
    hint: '填“是”或“否”，不填为否。',
  },
  {
    field: 'phone',
    header: '联系电话',
    also: ['手机', '手机号', '手机号码', '电话', '联系方式'],
    example: '13800000000',
    hint: '可不填。',
  },
  {
    field: 'validFrom',
    header: '生效日期',
    also: ['任职日期', '起始日期'],
    kind: 'day',
    example: '2022-01-10',
    hint: '不填则为该届的起始日期。',
  },
];

/** The list of members, as a committee keeps it. */
@Injectable()
export class MemberRoster implements Roster<MemberDraft> {
  readonly title = '委员名册';
  readonly table = 'sponsor';
  readonly columns = COLUMNS;
  readonly draft = MemberDraft;

  constructor(
    private readonly members: MembersService,
    private readonly names: Names,
  ) {}

  async prepare(em: EntityManager): Promise<Comparison<MemberDraft>> {
    const roll = new MemberRoll(await em.find(Member));
    const terms = new TermBook(await em.find(Term));
    const sponsors = await this.names.sponsors(em);
    return {
      complete: (row) => complete(row, terms, sponsors),
      faultsOf: (fields) => [
        ...phoneFaults('phone', '联系电话', fields.phone),
        ...enrolled(fields).flatMap((member) => roll.faultsOf(member)),
      ],
      remember: (fields, row) => enrolled(fields).forEach((member) => roll.add({ ...member, row })),
    };
  }

  addAll(register: Register, drafts: MemberDraft[]): Promise<Member[]> {
    return this.members.addAll(register, drafts);
  }
}

function complete(row: SheetRow, terms: TermBook, sponsors: NameBook): void {
  const termName = row.text('termId');
  const [term] = terms.find(termName ?? '');
  if (termName) row.settle('termId', terms.find(termName), `没有登记“${termName}”这一届，请核对，或先登记。`);
  if (term && !row.values.validFrom && !row.isFaulty('validFrom'))
    row.accept('validFrom', term.fromDay, term.fromDay);
  completeSector(row, sponsors);
}

function completeSector(row: SheetRow, sponsors: NameBook): void {
  const [name, day] = [row.text('sectorSponsorId'), row.text('validFrom')];
  if (!name) return;
  // Which sector bears a name depends on the day; without one there is a fault to be mended first.
  if (!day) return row.drop('sectorSponsorId');
  const sectors = sponsors.find(name, day).filter((sponsor) => sponsor.kind !== MEMBER);
  row.settle('sectorSponsorId', sectors, `名录中 ${day} 没有“${name}”，请核对名称，或先登记此界别。`);
}

/** Nobody yet, while it is not known who, in which term and from when. */
function enrolled({ name, number = null, termId, validFrom }: Partial<MemberDraft>): Enrolled[] {
  return name && termId && validFrom ? [{ name, number, termId, validFrom, validTo: null }] : [];
}
