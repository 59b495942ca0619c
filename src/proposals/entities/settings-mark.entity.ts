import { Entity, PrimaryColumn } from 'typeorm';
import { WordColumn } from '../../platform/database/columns';

/** What of the settings the record last went by, or what was last said about them, by name. */
@Entity('settingsMark')
export class SettingsMark {
  @PrimaryColumn({ type: 'varchar', length: 60 })
  name: string;

  @WordColumn(64)
  fingerprint: string;
}
