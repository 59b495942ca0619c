import 'reflect-metadata';
import type { Type } from '@nestjs/common';
import { Invalid } from '../../../src/platform/web/errors';
import {
  Amount,
  Choice,
  Day,
  Flag,
  Id,
  ListOf,
  Moment,
  Part,
  Text,
  WholeNumber,
} from '../../../src/platform/web/fields';
import { DtoPipe } from '../../../src/platform/web/validation.pipe';

const pipe = new DtoPipe();
const read = <T>(dto: Type<T>, sent: unknown) => pipe.transform(sent, { type: 'body', metatype: dto }) as T;
const faultsOf = (dto: Type, sent: unknown): Record<string, string> => {
  try {
    read(dto, sent);
    return {};
  } catch (error) {
    return Object.fromEntries((error as Invalid).faults.map((fault) => [fault.field, fault.code]));
  }
};
const messageOf = (dto: Type, sent: unknown): string => {
  try {
    read(dto, sent);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};

class Titled {
  @Text('案由', { min: 2, max: 5 })
  title: string;
}
class Described {
  @Text('说明', { optional: true, lines: true })
  words?: string | null;
}

describe('A text', () => {
  it.each([undefined, null, '', '  \n '])('that is missing (%j) is asked for', (title) => {
    expect(messageOf(Titled, { title })).toBe('「案由」不能为空，请填写。');
  });

  it('loses the blanks at its ends, and only those', () => {
    expect(read(Titled, { title: '  a  b ' }).title).toBe('a  b');
  });

  it('is counted in characters as people count them', () => {
    expect(read(Titled, { title: '𠮷𠮷𠮷𠮷𠮷' }).title).toBe('𠮷𠮷𠮷𠮷𠮷');
    expect(messageOf(Titled, { title: '𠮷𠮷𠮷𠮷𠮷𠮷' })).toBe('「案由」最多 5 个字，现有 6 个。');
    expect(messageOf(Titled, { title: '𠮷' })).toBe('「案由」最少 2 个字，现有 1 个。');
  });

  it.each([
    [5, 'wrongType'],
    [{ length: 3 }, 'wrongType'],
    [['ab'], 'wrongType'],
    ['a\u0000b', 'unstorable'],
    ['a\ud800b', 'unstorable'],
    ['a\u0007b', 'unstorable'],
    ['a\nb', 'tooManyLines'],
  ])('is refused when it is %j', (title, code) => {
    expect(faultsOf(Titled, { title })).toEqual({ title: code });
  });

  it('of several lines keeps them, whatever the line ends were', () => {
    expect(read(Described, { words: 'a\r\nb\rc' }).words).toBe('a\nb\nc');
  });

  it('that may be missing becomes null when left blank and stays away when not sent', () => {
    expect(read(Described, { words: ' ' })).toEqual({ words: null });
    expect(read(Described, { words: null })).toEqual({ words: null });
    expect(read(Described, {})).toEqual({});
  });
});

class Numbers {
  @WholeNumber('人数', { min: 1, max: 9, optional: true })
  whole?: number;

  @Amount('金额', { min: 0, optional: true })
  amount?: number;

  @Id('单位', { optional: true })
  id?: number;
}

describe('A number', () => {
  it('may come as text from a form or a query', () => {
    expect(read(Numbers, { whole: ' 3 ', amount: '-0.00', id: '7' })).toMatchObject({
      whole: 3,
      amount: -0,
      id: 7,
    });
    expect(read(Numbers, { amount: 12.3456 }).amount).toBe(12.3456);
  });

  it.each([
    ['whole', 0, 'outOfRange'],
    ['whole', 1.5, 'wrongType'],
    ['whole', '1e1', 'wrongType'],
    ['whole', true, 'wrongType'],
    ['whole', [1], 'wrongType'],
    ['amount', 1e300, 'outOfRange'],
    ['amount', 0.00001, 'tooPrecise'],
    ['amount', '0x10', 'wrongType'],
    ['amount', -1, 'outOfRange'],
    ['id', 0, 'wrongType'],
    ['id', 2147483648, 'wrongType'],
    ['id', '01x', 'wrongType'],
  ])('%s is refused when it is %j', (field, value, code) => {
    expect(faultsOf(Numbers, { [field]: value })).toEqual({ [field]: code });
  });
});

class Rest {
  @Day('日期', { optional: true })
  day?: string;

  @Moment('时刻', { optional: true })
  moment?: string;

  @Choice('类别', ['a', 'b', 3], { optional: true })
  choice?: string | number;

  @Flag('公开', { optional: true })
  flag?: boolean;
}

describe('A day, a moment, a choice, a flag', () => {
  it('are read into the form that is stored', () => {
    const sent = { day: '2022-03-01', moment: '2022-03-01T08:00+08:00', choice: '3', flag: 'false' };
    expect(read(Rest, sent)).toEqual({
      day: '2022-03-01',
      moment: '2022-03-01T00:00:00.000Z',
      choice: 3,
      flag: false,
    });
  });

  it.each([
    ['day', '2022-02-30', 'wrongType'],
    ['day', 20220301, 'wrongType'],
    ['moment', '2022-03-01T08:00', 'wrongType'],
    ['choice', 'c', 'unknownChoice'],
    ['choice', ['a'], 'unknownChoice'],
    ['flag', 'yes', 'wrongType'],
    ['flag', 1, 'wrongType'],
  ])('%s is refused when it is %j', (field, value, code) => {
    expect(faultsOf(Rest, { [field]: value })).toEqual({ [field]: code });
  });
});

class Figure {
  @Text('指标')
  name: string;
}
class Lists {
  @ListOf('单位', 'id', { max: 3, optional: true })
  ids?: number[];

  @ListOf('关键词', 'text', { optional: true, textMax: 4 })
  words?: string[];

  @ListOf('数据', () => Figure, { optional: true })
  figures?: Figure[];

  @Part('主数据', () => Figure, { optional: true })
  main?: Figure;
}

describe('A list and a part', () => {
  it('are read whole', () => {
    const lists = read(Lists, {
      ids: ['1', 2],
      words: [' a '],
      figures: [{ name: ' x ' }],
      main: { name: 'y' },
    });
    expect(lists).toEqual({ ids: [1, 2], words: ['a'], figures: [{ name: 'x' }], main: { name: 'y' } });
    expect(lists.figures?.[0]).toBeInstanceOf(Figure);
  });

  it.each([
    [{ ids: 5 }, { ids: 'wrongType' }],
    [{ ids: { length: 1 } }, { ids: 'wrongType' }],
    [{ ids: [1, 2, 3, 4] }, { ids: 'tooMany' }],
    [{ ids: [1, 1] }, { ids: 'repeated' }],
    [{ ids: [1, -1] }, { ids: 'wrongType' }],
    [{ words: ['abcde'] }, { words: 'tooLong' }],
    [{ words: [null] }, { words: 'wrongType' }],
    [{ figures: [1] }, { figures: 'wrongType' }],
    [{ figures: [null] }, { figures: 'wrongType' }],
    [{ figures: [[]] }, { figures: 'wrongType' }],
    [{ figures: [{ name: 'x' }, { name: '' }] }, { 'figures.1.name': 'required' }],
    [{ figures: [{ name: 'x', more: 1 }] }, { 'figures.0.more': 'unknownField' }],
    [{ main: 'x' }, { main: 'wrongType' }],
    [{ main: {} }, { 'main.name': 'required' }],
  ])('%j is refused', (sent, faults) => {
    expect(faultsOf(Lists, sent)).toEqual(faults);
  });
});

class Empty {}

describe('A body', () => {
  it('may be missing when no field is needed', () => {
    expect(read(Empty, undefined)).toEqual({});
    expect(read(Rest, null)).toEqual({});
  });

  it.each([[[]], ['text'], [5], [true]])('of %j is refused', (sent) => {
    expect(faultsOf(Rest, sent)).toEqual({ '': 'wrongType' });
  });

  it('names every fault at once, fields nobody asked for included', () => {
    expect(faultsOf(Numbers, { whole: 0, id: 0, admin: true })).toEqual({
      whole: 'outOfRange',
      id: 'wrongType',
      admin: 'unknownField',
    });
    expect(faultsOf(Empty, { x: 1 })).toEqual({ x: 'unknownField' });
  });
});
