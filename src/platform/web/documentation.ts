import type * as Swagger from '@nestjs/swagger';

type Describe = (...args: unknown[]) => (...target: unknown[]) => void;
type Name = Extract<keyof typeof Swagger, `Api${string}`>;
type Arguments<N extends Name> = (typeof Swagger)[N] extends (...args: infer A) => unknown ? A : never;

const waiting: ((swagger: typeof Swagger) => void)[] = [];

/** Swagger's decorator of that name, applied when the document is asked for: loading Swagger costs a fifth of a start. */
const later =
  <N extends Name>(name: N) =>
  (...args: Arguments<N>) =>
  (...target: unknown[]): void => {
    waiting.push((swagger) => (swagger[name] as unknown as Describe)(...(args as unknown[]))(...target));
  };

export const ApiBody = later('ApiBody');
export const ApiConsumes = later('ApiConsumes');
export const ApiCreatedResponse = later('ApiCreatedResponse');
export const ApiExcludeController = later('ApiExcludeController');
export const ApiOkResponse = later('ApiOkResponse');
export const ApiOperation = later('ApiOperation');
export const ApiParam = later('ApiParam');
export const ApiProduces = later('ApiProduces');
export const ApiProperty = later('ApiProperty');
export const ApiQuery = later('ApiQuery');
export const ApiResponse = later('ApiResponse');
export const ApiServiceUnavailableResponse = later('ApiServiceUnavailableResponse');
export const ApiTags = later('ApiTags');

/** Hands Swagger everything that has been declared since it was last asked. */
export function documentWith(swagger: typeof Swagger): void {
  for (const apply of waiting.splice(0)) apply(swagger);
}
