import { modes, unitRoles } from '../lifecycle/words/terms';
import { MODES, type Mode, ROLES_OF_UNITS, type UnitRole } from '../lifecycle/facts';
import { Choice, Id, ListOf, Text } from '../platform/web/fields';
import { DeedDto } from '../proposals/deed.dto';
import { DoneDto } from '../proposals/done.dto';

export class HandOverDto extends DeedDto {
  @Id('交办单位')
  officeId: number;
}

export class HandBackDto extends DeedDto {
  @Text('退回理由', { max: 1000, lines: true })
  reason: string;
}

export class ChosenUnitDto {
  @Id('承办单位')
  unitId: number;

  @Choice('承办分工', ROLES_OF_UNITS, { words: unitRoles })
  role: UnitRole;
}

export class AssignDto extends DeedDto {
  @Choice('办理方式', MODES, { words: modes })
  mode: Mode;

  @ListOf('承办单位', () => ChosenUnitDto, { max: 30 })
  units: ChosenUnitDto[];
}

/** An assignment that has begun. */
export class BegunDto {
  id: number;
  unitId: number;
  role: UnitRole;
}

export class AssignedDto extends DoneDto {
  assignments: BegunDto[];
}
