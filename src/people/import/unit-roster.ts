import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { aliasFaults } from '../aliases';
import { Directory } from '../directory';
import { phoneFaults } from '../faults';
import { AssigningOffice } from '../offices/assigning-office.entity';
import { plainName } from '../plain-name';
import type { Register } from '../register';
import type { HandlingUnit } from '../units/handling-unit.entity';
import { type NamedSpan } from '../taken-names';
import { UnitDraft } from '../units/units.dto';
import { UnitsService } from '../units/units.service';
import type { Column } from './column';
import type { Comparison, Roster } from './roster';
import type { SheetRow } from './sheet-row';

const COLUMNS: Column[] = [
  {
    field: 'name',
    header: '单位名称',
    also: ['名称', '单位', '承办单位'],
    required: true,
    example: '市经信局',
    hint: '最多 100 个字。',
  },
  { field: 'shortName', header: '简称', example: '经信局', hint: '可不填。' },
  {
    field: 'kind',
    header: '单位类别',
    also: ['类别', '单位性质'],
    required: true,
    example: '政府部门',
    hint: '如政府部门、党委部门、群团、中央直属、事业单位、临时机构、镇街、军队。',
  },
  {
    field: 'officeId',
    header: '交办单位',
    required: true,
    example: '市府办督查室',
    hint: '平时向其交办的单位，须先登记。',
  },
  {
    field: 'aliases',
    header: '别名',
    kind: 'list',
    example: '市经济和信息化局、经信局',
    hint: '可不填；多个用顿号分开。',
  },
  { field: 'contactName', header: '联系人', example: '李某', hint: '可不填。' },
  {
    field: 'contactPhone',
    header: '联系电话',
    also: ['手机', '手机号', '电话', '联系方式'],
    example: '0576-86110000',
    hint: '可不填。',
  },
  {
    field: 'validFrom',
    header: '生效日期',
    also: ['启用日期', '起始日期'],
    kind: 'day',
    example: '2022-01-01',
    hint: '不填则为导入当日。',
  },
];

/** The list of handling units. */
@Injectable()
export class UnitRoster implements Roster<UnitDraft> {
  readonly title = '承办单位名册';
  readonly table = 'handlingUnit';
  readonly columns = COLUMNS;
  readonly draft = UnitDraft;

  constructor(
    private readonly units: UnitsService,
    private readonly directory: Directory,
  ) {}

  async prepare(em: EntityManager): Promise<Comparison<UnitDraft>> {
    const offices = await em.find(AssigningOffice);
    const taken = await this.units.takenNames(em);
    const today = this.directory.today();
    return {
      complete: (row) => complete(row, offices, today),
      faultsOf: (fields) => [
        ...phoneFaults('contactPhone', '联系电话', fields.contactPhone),
        ...aliasFaults('aliases', [fields.name ?? ''], fields.aliases ?? []),
        ...named(fields).flatMap((unit) => taken.faultsOf(unit)),
      ],
      remember: (fields, row) => named(fields).forEach((unit) => taken.add({ ...unit, row })),
    };
  }

  addAll(register: Register, drafts: UnitDraft[]): Promise<HandlingUnit[]> {
    return this.units.addAll(register, drafts);
  }
}

function complete(row: SheetRow, offices: AssigningOffice[], today: string): void {
  if (!row.values.validFrom && !row.isFaulty('validFrom')) row.accept('validFrom', today, today);
  const name = row.text('officeId');
  if (!name) return;
  const bearers = offices.filter((office) => plainName(office.name) === plainName(name));
  row.settle('officeId', bearers, `没有登记交办单位“${name}”，请核对名称，或先登记。`);
}

/** No unit yet, while its name or its first day is not known. */
function named({ name, validFrom }: Partial<UnitDraft>): NamedSpan[] {
  return name && validFrom ? [{ name, validFrom, validTo: null }] : [];
}
