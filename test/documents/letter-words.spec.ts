import {
  bodyBlocks,
  fullUnitName,
  proposalCommittee,
  salutation,
  shortCommittee,
} from '../../src/documents/letter-words';

const COMMITTEE = '政协温岭市';
const person = (name: string) => ({ name, person: true });
const body = (name: string) => ({ name, person: false });

describe('A letter', () => {
  it('calls members by name and 委员, bodies by their names alone, in the order of the sponsors', () => {
    expect(salutation([person('王云安')])).toBe('王云安委员：');
    expect(salutation([body('青联'), body('科技界'), person('王云安')])).toBe('青联、科技界、王云安委员：');
    expect(salutation([body('政协泽国镇委员联络组')])).toBe('政协泽国镇委员联络组：');
  });

  it('names of very many the first, and says how many they are', () => {
    const many = Array.from({ length: 30 }, (_, at) => person(`委员${at}`));
    expect(salutation(many)).toBe('委员0委员等30位提案者：');
    expect(salutation([])).toBe('提案者：');
  });

  it('completes the names of units as they sign, and leaves alone what is whole', () => {
    const whole = (name: string) => fullUnitName(COMMITTEE, name);
    expect(['市经信局', '市委组织部', '市人武部'].map(whole)).toEqual([
      '温岭市经信局',
      '中共温岭市委组织部',
      '温岭市人武部',
    ]);
    for (const name of ['温岭邮政管理局', '国网温岭市供电公司', '温岭市经信局'])
      expect(whole(name)).toBe(name);
    expect(fullUnitName('提案工作室', '市经信局')).toBe('市经信局');
    expect(fullUnitName('政协苍南县', '县教育局')).toBe('苍南县教育局');
  });

  it('calls the committee as those of the place do, and as it signs', () => {
    expect([shortCommittee(COMMITTEE), shortCommittee('政协苍南县'), shortCommittee('提案工作室')]).toEqual([
      '市政协',
      '县政协',
      '政协',
    ]);
    expect(proposalCommittee(COMMITTEE)).toBe('政协温岭市委员会提案委员会');
  });

  it('takes a short line that begins with 一、 for a heading, a sentence never', () => {
    const kinds = bodyBlocks(`一、关于错时开放\n\n  已开放。 \n二、已全部开放。\n三、${'长'.repeat(40)}`).map(
      ({ kind }) => kind,
    );
    expect(kinds).toEqual(['heading', 'paragraph', 'paragraph', 'paragraph']);
    expect(bodyBlocks('')).toEqual([]);
  });
});
