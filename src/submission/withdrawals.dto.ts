import { Text } from '../platform/web/fields';
import { DeedDto } from '../proposals/deed.dto';

export class WithdrawDto extends DeedDto {
  @Text('撤案理由', { max: 2000, lines: true })
  reason: string;
}

export class DecideWithdrawalDto extends DeedDto {
  @Text('决定说明', { max: 2000, lines: true })
  note: string;
}
