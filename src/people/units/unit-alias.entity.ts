import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import { IntegerColumn, WordColumn } from '../../platform/database/columns';

/** Another name under which people know a handling unit. */
@Entity('unitAlias')
export class UnitAlias {
  @PrimaryGeneratedColumn()
  id: number;

  @IntegerColumn()
  unitId: number;

  @WordColumn(100)
  name: string;
}
