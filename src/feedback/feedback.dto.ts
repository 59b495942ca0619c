import { type Rating, RATINGS } from '../lifecycle/facts';
import { consultationModes, ratings } from '../lifecycle/words/terms';
import { Choice, Flag, Id, Text } from '../platform/web/fields';
import { DeedDto } from '../proposals/deed.dto';
import { DoneDto } from '../proposals/done.dto';

/** The opinion form (征询意见表). Nothing has a default: what is not ticked is not said. */
export class RateDto extends DeedDto {
  /** Left out by a sponsor who rates for the only body they stand for. */
  @Id('提案者', { optional: true })
  sponsorId?: number | null;

  @Choice('办理态度', RATINGS, { words: ratings })
  attitude: Rating;

  @Choice('办理结果', RATINGS, { words: ratings })
  result: Rating;

  @Flag('是否面商')
  met: boolean;

  @Choice('面商方式', Object.keys(consultationModes), {
    words: consultationModes,
    optional: true,
  })
  metHow?: string | null;

  @Flag('是否针对提案答复')
  answersPoints: boolean;

  @Text('意见', { max: 2000, lines: true, optional: true })
  text?: string | null;

  /** The paper the sponsor signed; needed when staff enter a form for a sponsor. */
  @Id('扫描件', { optional: true })
  scanId?: number | null;
}

export class ScanDto extends DeedDto {
  @Id('提案者')
  sponsorId: number;
}

export class ScannedDto extends DoneDto {
  scanId: number;
}

/** The next round (二次办理). */
export class RehandledDto extends DoneDto {
  round: number;
}
