import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import type { ValidationError } from 'class-validator';
import { isPlainObject } from './checks';
import { type FieldFault, Invalid } from './errors';
import { guardInput } from './input-guard';
import { Validator } from './validator';

const PLAIN_TYPES: unknown[] = [undefined, String, Number, Boolean, Array, Object];
const RULES = { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: false } as const;

/** Turns what was sent into its DTO and refuses it with every fault at once; fields that are not declared are faults. */
@Injectable()
export class DtoPipe implements PipeTransform {
  private readonly validator = new Validator();

  transform(value: unknown, { metatype, type }: ArgumentMetadata): unknown {
    if (type === 'body' || type === 'query') guardInput(value);
    if (type === 'custom' || PLAIN_TYPES.includes(metatype)) return value;
    const sent = value ?? {};
    if (!isPlainObject(sent))
      throw new Invalid([{ field: '', code: 'wrongType', message: '提交的内容应当是一个对象。' }]);
    const dto = plainToInstance(metatype as new () => object, { ...sent });
    const errors = this.validator.validateSync(dto, RULES);
    if (errors.length > 0) throw new Invalid(faultsOf(errors));
    return dto;
  }
}

function faultsOf(errors: ValidationError[], path = ''): FieldFault[] {
  return errors.flatMap((error) => {
    const field = path + error.property;
    const own = faultOf(field, error.constraints ?? {});
    return own ? [own] : faultsOf(error.children ?? [], `${field}.`);
  });
}

function faultOf(field: string, constraints: Record<string, string>): FieldFault | undefined {
  if ('whitelistValidation' in constraints) {
    return {
      field: field.slice(0, 200),
      code: 'unknownField',
      message: `不认识的字段「${field.slice(0, 100)}」，请核对接口说明。`,
    };
  }
  // ValidateNested adds its own English fault where a part is no object; ours, one level up, has said so already.
  const own = Object.entries(constraints).find(([code]) => code !== 'nestedValidation');
  return own && { field, code: own[0], message: own[1] };
}
