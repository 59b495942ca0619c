import type { Type } from '@nestjs/common';
import { ApiProperty } from '../platform/web/documentation';
import type { Page } from '../platform/web/page.dto';

/** The class of a page of these items, for the API document. */
export function Paged<T>(item: Type<T>): Type<Page<T>> {
  class PageOfItems implements Page<T> {
    @ApiProperty({ type: [item] })
    items: T[];

    @ApiProperty({ type: 'integer' })
    total: number;

    @ApiProperty({ type: 'integer' })
    page: number;

    @ApiProperty({ type: 'integer' })
    size: number;
  }
  return PageOfItems;
}
