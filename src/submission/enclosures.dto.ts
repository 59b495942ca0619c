import { DoneDto } from '../proposals/done.dto';

export class EnclosedDto extends DoneDto {
  attachmentId: number;
  name: string;
  mime: string;
  size: number;
}
