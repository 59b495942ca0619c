import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import { FlagColumn, IntegerColumn, WordColumn } from '../../platform/database/columns';

/** A member due to attend, frozen when voting opens; `receipted` says that an electronic ballot came, not which. */
@Entity('evaluationVoter')
export class EvaluationVoter {
  @PrimaryGeneratedColumn()
  id: number;

  @IntegerColumn()
  evaluationId: number;

  @IntegerColumn()
  memberId: number;

  @WordColumn(60)
  name: string;

  @FlagColumn()
  present: boolean;

  @FlagColumn()
  receipted: boolean;

  /** A paper was handed out, instead of an electronic ballot. */
  @FlagColumn()
  paper: boolean;
}
