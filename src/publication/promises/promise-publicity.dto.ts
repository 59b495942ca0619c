import { Id, ListOf, Text } from '../../platform/web/fields';
import { DeedDto } from '../../proposals/deed.dto';

export class HidePromiseDto extends DeedDto {
  @Id('承诺事项')
  promiseId: number;
}

export class ShowPromiseDto extends HidePromiseDto {
  /** The words for the public; left out, those of the reply. */
  @Text('公开表述', { max: 1000, lines: true, optional: true })
  text?: string | null;

  /** What looks like personal data and may be public all the same. */
  @ListOf('可以公开的内容', 'text', { max: 100, optional: true })
  accepted?: string[] | null;
}
