import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import { IntegerColumn, RealColumn, WordColumn } from '../../platform/database/columns';

/** A measured step of progress: indicator, value, unit, period, share of a target. */
@Entity('progressFigure')
export class ProgressFigure {
  @PrimaryGeneratedColumn()
  id: number;

  @IntegerColumn()
  reportId: number;

  @WordColumn(100)
  indicator: string;

  @RealColumn()
  value: number;

  @WordColumn(20)
  unit: string;

  @WordColumn(60)
  period: string;

  @RealColumn({ nullable: true })
  target: number | null;
}
