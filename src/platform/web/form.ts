import { applyDecorators, SetMetadata, type Type } from '@nestjs/common';
import { ApiBody, ApiConsumes } from './documentation';

export const TAKES_FORM = 'tiban:takesForm';
export const TAKES_FIELDS = 'tiban:takesFields';
export const TAKES_PAGE_FORM = 'tiban:takesPageForm';
export const FIELDS_TYPE = 'application/x-www-form-urlencoded';

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

/**
 * The route takes what a page without script sends (application/x-www-form-urlencoded), and nothing else. Any page of
 * any site can make a browser send that, so every other route refuses it.
 */
export const TakesFields = (dto: Type) =>
  applyDecorators(SetMetadata(TAKES_FIELDS, true), ApiConsumes(FIELDS_TYPE), ApiBody({ type: dto }));

/** The route of a page takes what its own forms send, with fields or with a file; nothing else. */
export const TakesPageForm = () => SetMetadata(TAKES_PAGE_FORM, true);
