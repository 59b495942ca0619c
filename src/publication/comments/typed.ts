import { isPlainObject } from '../../platform/web/checks';

/** What a visitor typed, as far as it can be put back into the form. */
export interface Typed {
  readonly text: string;
  readonly item: number | null;
  readonly token: string;
}

// Nobody types more; a page must not grow with what is thrown at it.
const LONGEST = 20_000;
// eslint-disable-next-line no-control-regex
const UNSHOWABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|\p{Surrogate}/gu;

/** Whatever was sent: fields that are no text are as if they were left empty. */
export function typedIn(body: unknown): Typed {
  const fields = isPlainObject(body) ? body : {};
  const read = (name: string) => {
    const value = Object.hasOwn(fields, name) ? fields[name] : '';
    return typeof value === 'string' ? value : '';
  };
  const item = /^[1-9]\d{0,9}$/.test(read('item')) ? Number(read('item')) : null;
  return {
    text: read('text').slice(0, LONGEST).replace(UNSHOWABLE, ''),
    item,
    token: read('token'),
  };
}
