import fc from 'fast-check';
import { differenceOf, type Parts } from '../../src/submission/difference';

const text = (parts: Partial<Parts> = {}): Parts => ({
  subject: '案由',
  situation: '甲\n乙\n丙',
  analysis: '',
  recommendations: ['一', '二', '三'],
  ...parts,
});

describe('The difference between two versions of a text', () => {
  it('is nothing between equals', () => expect(differenceOf(text(), text())).toEqual([]));

  it.each<[string, Partial<Parts>, { part: string; before: string; after: string }]>([
    ['a line changed', { situation: '甲\n新\n丙' }, { part: 'situation', before: '乙', after: '新' }],
    ['a line added', { situation: '甲\n乙\n丙\n丁' }, { part: 'situation', before: '', after: '丁' }],
    ['a line doubled', { situation: '甲\n乙\n乙\n丙' }, { part: 'situation', before: '', after: '乙' }],
    ['a part written', { analysis: '原因。' }, { part: 'analysis', before: '', after: '原因。' }],
    [
      'one taken out',
      { recommendations: ['一', '三'] },
      { part: 'recommendations', before: '二', after: '' },
    ],
    [
      'two exchanged',
      { recommendations: ['二', '一', '三'] },
      { part: 'recommendations', before: '一\n二', after: '二\n一' },
    ],
  ])('shows %s and not what is the same around it', (_, parts, change) => {
    expect(differenceOf(text(), text(parts))).toEqual([change]);
  });

  it('is found whenever there is one, and lies within both texts', () => {
    const lines = fc.array(fc.constantFrom('甲', '乙', '丙', ''), { maxLength: 6 });
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const [old, now] = [before.join('\n'), after.join('\n')];
        const changes = differenceOf(text({ situation: old }), text({ situation: now }));
        expect(changes).toHaveLength(old === now ? 0 : 1);
        for (const change of changes) {
          expect(old).toContain(change.before);
          expect(now).toContain(change.after);
        }
      }),
    );
  });
});
