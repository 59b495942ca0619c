import { consultationModes } from '../lifecycle/words/terms';
import { Amount, Choice, Day, Flag, ListOf, Text } from '../platform/web/fields';
import { DeedDto } from '../proposals/deed.dto';
import { DoneDto } from '../proposals/done.dto';

const LONG = { max: 20_000, lines: true };

/** A meeting with the sponsor (面商), or that the sponsor declined one. */
export class ConsultationDto extends DeedDto {
  @Day('面商日期')
  heldOn: string;

  @Choice('面商方式', Object.keys(consultationModes), { words: consultationModes })
  mode: string;

  @Text('参加人员', { max: 500, lines: true })
  people: string;

  @Text('面商结果', { max: 5000, lines: true })
  outcome: string;

  @Flag('提案者谢绝走访', { optional: true })
  declined?: boolean | null;
}

/** A measured step of progress. */
export class FigureDto {
  @Text('指标', { max: 100 })
  indicator: string;

  @Amount('数值')
  value: number;

  @Text('单位', { max: 20 })
  unit: string;

  @Text('时段', { max: 60 })
  period: string;

  @Amount('目标值', { optional: true })
  target?: number | null;
}

export class ProgressDto extends DeedDto {
  @Day('报送日期')
  reportedOn: string;

  @Text('进展情况', LONG)
  text: string;

  @ListOf('进展数据', () => FigureDto, { max: 50, optional: true })
  figures?: FigureDto[] | null;
}

export class ReportedFigureDto extends FigureDto {
  /** Percent of the target. */
  share: number | null;
}

export class ReportedDto extends DoneDto {
  reportId: number;
  figures: ReportedFigureDto[];
}

export class AttachedDto extends DoneDto {
  attachmentId: number;
}

/** A co-handler's opinion to the lead (会办意见), with a number of its own. */
export class OpinionDto extends DeedDto {
  @Text('文号', { max: 60 })
  docNo: string;

  @Text('会办意见', LONG)
  body: string;

  @Text('签发人', { max: 60 })
  signer: string;
}
