import { Text } from '../platform/web/fields';
import { DeedDto } from '../proposals/deed.dto';
import { DoneDto } from '../proposals/done.dto';

export class ConvenerDto extends DeedDto {
  /** Who convenes the body and signs for it. */
  @Text('召集人', { max: 60 })
  name: string;
}

export class SubmittedDto extends DoneDto {
  receiptNo: number;
  /** `session` when it came by the session's submission deadline, else `between`. */
  origin: 'session' | 'between';
}
