import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import { DayColumn, FlagColumn, IntegerColumn, WordColumn } from '../../platform/database/columns';

/** A seat in one term of the committee. Who is elected again is a member anew, as another sponsor. */
@Entity('member')
export class Member {
  @PrimaryGeneratedColumn()
  id: number;

  /** The sponsor this member is; it carries name, contact and validity along. */
  @IntegerColumn()
  sponsorId: number;

  /** The number on the member's card (委员证号): tells two people of one name apart. */
  @WordColumn(20, { nullable: true })
  number: string | null;

  @WordColumn(60)
  name: string;

  @IntegerColumn()
  termId: number;

  /** The sector (界别) the member belongs to, itself a sponsor. */
  @IntegerColumn({ nullable: true })
  sectorSponsorId: number | null;

  /** Sits on the Standing Committee (常委) and so votes at evaluations. */
  @FlagColumn()
  standingCommittee: boolean;

  @WordColumn(40, { nullable: true })
  phone: string | null;

  @DayColumn()
  validFrom: string;

  @DayColumn({ nullable: true })
  validTo: string | null;

  @IntegerColumn()
  version: number;
}
