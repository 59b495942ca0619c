import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import { IntegerColumn, WordColumn } from '../../platform/database/columns';

/** An office that routes proposals to handling units (交办单位), such as 市府办督查室. */
@Entity('assigningOffice')
export class AssigningOffice {
  @PrimaryGeneratedColumn()
  id: number;

  @WordColumn(100)
  name: string;

  /** In the committee's own words, such as 政府系统, 党委系统, 法院. */
  @WordColumn(40)
  kind: string;

  @IntegerColumn()
  version: number;
}
