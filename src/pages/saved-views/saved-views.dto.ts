import { Text } from '../../platform/web/fields';

export class RenameViewDto {
  @Text('名称', { max: 30 })
  name: string;
}

export class SaveViewDto extends RenameViewDto {
  /** The query of the list's address, such as `stage=handling&overdue=true`. What is no filter of the list is left out. */
  @Text('筛选条件', { max: 2000, optional: true })
  query?: string | null;
}

export class SavedViewDto {
  id: number;
  name: string;
  query: string;
}
