import { Day, Text } from '../platform/web/fields';
import { DeedDto } from '../proposals/deed.dto';
import { DoneDto } from '../proposals/done.dto';

export class UrgeDto extends DeedDto {
  @Text('催办内容', { max: 5000, lines: true })
  body: string;
}

export class AskUrgingDto extends DeedDto {
  @Text('请求催办的理由', { max: 1000, lines: true })
  reason: string;
}

export class DeclineUrgingDto extends DeedDto {
  @Text('不予催办的理由', { max: 1000, lines: true })
  reason: string;
}

export class UrgedDto extends DoneDto {
  /** Of the letter, counted in each session. */
  number: number;
}

export class SuperviseDto extends DeedDto {
  @Day('督办日期')
  heldOn: string;

  @Text('督办领导', { max: 60 })
  leader: string;

  @Text('督办情况', { max: 5000, lines: true })
  note: string;
}
