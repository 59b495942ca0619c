import { faultOf, fits, hashOf } from '../../../src/platform/accounts/passwords';
import { generatedPassword } from '../../../src/platform/accounts/secrets';
import { folded, isUsername } from '../../../src/platform/accounts/username';

describe('Passwords', () => {
  it.each([
    ['short-1', '密码至少 10 个字符。'],
    ['长'.repeat(201), '密码最多 200 个字符。'],
    ['Wang.Xiaoming', '密码不能与用户名相同。'],
    ['Password123', '这个密码过于常见，请换一个。'],
    ['ababababababab', '这个密码过于常见，请换一个。'],
  ])('refuses %s', (password, fault) => {
    expect(faultOf(password, 'wang.xiaoming')).toBe(fault);
  });

  it.each(['three blind mice', '海上升明月天涯共此时', generatedPassword()])('accepts %s', (password) => {
    expect(faultOf(password, 'wang')).toBeNull();
  });

  it('fits however it is composed, and only where there is a hash', async () => {
    const hash = await hashOf('Ｃafe\u0301 du matin');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await fits('Café du matin', hash)).toBe(true);
    expect(await fits('Café du soir', hash)).toBe(false);
    expect(await fits('Café du matin', null)).toBe(false);
  });

  it('generates a different legible one each time', () => {
    const many = new Set(Array.from({ length: 100 }, generatedPassword));
    expect(many.size).toBe(100);
    for (const each of many) expect(each).toMatch(/^([2-9a-hjkmnp-z]{4}-){3}[2-9a-hjkmnp-z]{4}$/);
  });
});

describe('User names', () => {
  it('are one however they are typed', () => {
    expect(folded(' Ｗang.ＸIAO ')).toBe('wang.xiao');
  });

  it.each(['wang', '王云安', 'a1@b.cn', 'x_y-z'])('may be %s', (name) => {
    expect(isUsername(name)).toBe(true);
  });

  it.each(['x', '-wang', 'wang li', 'wang\u0000', 'a'.repeat(51), '../etc'])('may not be %s', (name) => {
    expect(isUsername(name)).toBe(false);
  });
});
