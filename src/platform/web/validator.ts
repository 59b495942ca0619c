import type * as ClassValidator from 'class-validator';

// The package's index loads three hundred validators and the telephone numbers of the world, a sixth of every start.
// The engine is in these four files; fields.ts declares its own checks.
/* eslint-disable @typescript-eslint/no-require-imports */
type Part<Name extends keyof typeof ClassValidator> = Pick<typeof ClassValidator, Name>;

export const { ValidateBy } =
  require('class-validator/cjs/decorator/common/ValidateBy') as Part<'ValidateBy'>;
export const { ValidateIf } =
  require('class-validator/cjs/decorator/common/ValidateIf') as Part<'ValidateIf'>;
export const { ValidateNested } =
  require('class-validator/cjs/decorator/common/ValidateNested') as Part<'ValidateNested'>;
export const { Validator } = require('class-validator/cjs/validation/Validator') as Part<'Validator'>;
