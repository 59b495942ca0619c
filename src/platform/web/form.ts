import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBody, ApiConsumes } from './documentation';

export const TAKES_FORM = 'tiban:takesForm';

/** The route takes a form (multipart/form-data) with one file and these texts; every other refuses forms. */
export const TakesForm = (texts: Record<string, { type: string }> = {}, required: string[] = []) =>
  applyDecorators(
    SetMetadata(TAKES_FORM, true),
    ApiConsumes('multipart/form-data'),
    ApiBody({
      schema: {
        type: 'object',
        required: ['file', ...required],
        properties: { file: { type: 'string', format: 'binary' }, ...texts },
      },
    }),
  );
