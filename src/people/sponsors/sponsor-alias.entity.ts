import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import { IntegerColumn, WordColumn } from '../../platform/database/columns';

/** Another name under which people know a sponsor, as 科技界 for 科学技术界. */
@Entity('sponsorAlias')
export class SponsorAlias {
  @PrimaryGeneratedColumn()
  id: number;

  @IntegerColumn()
  sponsorId: number;

  @WordColumn(100)
  name: string;
}
