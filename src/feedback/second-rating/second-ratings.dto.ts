import { ratings } from '../../lifecycle/words/terms';
import { type Rating, RATINGS } from '../../lifecycle/facts';
import { Choice, Flag, Id, Text } from '../../platform/web/fields';
import { DeedDto } from '../../proposals/deed.dto';

/** Nothing has a default: what is not ticked is not said. */
export class RateAgainDto extends DeedDto {
  /** Left out by a sponsor who rates for the only body they stand for. */
  @Id('提案者', { optional: true })
  sponsorId?: number | null;

  @Choice('办理态度', RATINGS, { words: ratings })
  attitude: Rating;

  @Choice('办理结果', RATINGS, { words: ratings })
  result: Rating;

  @Flag('承诺是否兑现')
  kept: boolean;

  @Text('意见', { max: 2000, lines: true, optional: true })
  text?: string | null;
}

export class SecondRatingsQuery {
  @Id('会议', { optional: true })
  sessionId?: number | null;
}
