import { Injectable, Param, type PipeTransform } from '@nestjs/common';
import { isId } from './checks';
import { NotFound } from './errors';

/** An id in a path. What cannot be an id names nothing, so the answer is the same as for an id nobody has. */
@Injectable()
export class IdPipe implements PipeTransform<string, number> {
  transform(value: string): number {
    const id = /^[1-9]\d{0,9}$/.test(value) ? Number(value) : 0;
    if (!isId(id)) throw new NotFound();
    return id;
  }
}

/** `@IdParam()` reads `:id`, `@IdParam('unitId')` another part of the path. */
export const IdParam = (name = 'id') => Param(name, IdPipe);
