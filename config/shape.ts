/** Reads a value as a T. What is wrong with it goes into `faults`, so that one boot reports everything at once. */
export type Check<T> = (value: unknown, at: string, faults: string[]) => T;

/** The type a check reads. */
export type Of<C extends Check<unknown>> = ReturnType<C>;

export const text: Check<string> = (value, at, faults) => {
  if (typeof value !== 'string' || value.trim() === '') faults.push(`${at}：应为非空文字`);
  return value as string;
};

export const flag: Check<boolean> = (value, at, faults) => {
  if (typeof value !== 'boolean') faults.push(`${at}：应为 true 或者 false`);
  return value as boolean;
};

export const timeOfDay: Check<string> = (value, at, faults) => {
  const known = typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value);
  if (!known) faults.push(`${at}：应为 00:00 至 23:59 的时刻`);
  return value as string;
};

export function wholeNumber(least: number, most: number): Check<number> {
  return (value, at, faults) => {
    const whole = Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
    if (!whole) faults.push(`${at}：应为 ${least} 至 ${most} 的整数`);
    return value as number;
  };
}

export function oneOf<const V extends string>(values: readonly V[]): Check<V> {
  return (value, at, faults) => {
    if (!values.includes(value as V)) faults.push(`${at}：应为 ${values.join('、')} 之一`);
    return value as V;
  };
}

export function listOf<T>(item: Check<T>, least = 0): Check<readonly T[]> {
  return (value, at, faults) => {
    if (!Array.isArray(value)) faults.push(`${at}：应为列表`);
    else if (value.length < least) faults.push(`${at}：至少应有 ${least} 项`);
    else value.forEach((each, index) => item(each, `${at}[${index}]`, faults));
    return value as readonly T[];
  };
}

/** A list in which no two items have the same `key`. */
export function distinct<T>(key: keyof T & string, list: Check<readonly T[]>): Check<readonly T[]> {
  return (value, at, faults) => {
    const items = list(value, at, faults);
    const keys = Array.isArray(items) ? items.map((item) => item?.[key]) : [];
    const twice = new Set(keys.filter((each, index) => keys.indexOf(each) !== index));
    for (const each of twice) faults.push(`${at}：${key} 为 ${String(each)} 的有多项`);
    return items;
  };
}

export function optional<T>(check: Check<T>): Check<T | undefined> {
  return (value, at, faults) => (value === undefined ? undefined : check(value, at, faults));
}

/** An object with these keys and no others: a misspelt setting must not pass for one left out. */
export function record<S extends Record<string, Check<unknown>>>(
  shape: S,
): Check<{ readonly [K in keyof S]: Of<S[K]> }> {
  return (value, at, faults) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      faults.push(`${at}：应为一组设置`);
    else checkEntries(shape, value as Record<string, unknown>, at, faults);
    return value as { readonly [K in keyof S]: Of<S[K]> };
  };
}

function checkEntries(
  shape: Record<string, Check<unknown>>,
  found: Record<string, unknown>,
  at: string,
  faults: string[],
): void {
  for (const key of Object.keys(found)) {
    if (!Object.hasOwn(shape, key)) faults.push(`${at}.${key}：未知的设置`);
  }
  for (const key of Object.keys(shape)) {
    const own: string[] = [];
    shape[key](found[key], `${at}.${key}`, own);
    const missing = found[key] === undefined && own.length > 0;
    faults.push(...(missing ? [`${at}.${key}：缺少此项设置`] : own));
  }
}

/** An object with one entry for each of `keys`. */
export function each<K extends string, T>(keys: readonly K[], item: Check<T>): Check<Readonly<Record<K, T>>> {
  return record(Object.fromEntries(keys.map((key) => [key, item]))) as Check<Readonly<Record<K, T>>>;
}
