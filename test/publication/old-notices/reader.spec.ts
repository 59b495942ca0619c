import { doubtsIn } from '../../../src/publication/old-notices/reader/doubts';
import { readNotice } from '../../../src/publication/old-notices/reader/notice-reader';
import { PAPER, type PaperItem, printed, USUAL } from './papers';

const ITEM: PaperItem = {
  subject: '关于修路的建议',
  tag: null,
  sponsors: ['王一文'],
  leadUnits: ['市交通运输局'],
  paragraphs: ['已修好。'],
};
const OTHER = { ...ITEM, subject: '关于清淤的建议', tag: '合并', sponsors: ['经济界', '李二平'] };

const itemsOf = (text: string) =>
  readNotice(text).items.map(({ subject, tag, sponsors, leadUnits, paragraphs }) => ({
    ...{ subject, tag, sponsors, leadUnits },
    paragraphs: paragraphs.map((each) => each.text),
  }));
const leftIn = (text: string) =>
  readNotice(text).pieces.flatMap(({ as, line, text: said, why }) =>
    as === 'notUnderstood' ? [`${line} ${why} ${said}`] : [],
  );
/** An item with these lines in place of its own. */
const withLines = (...lines: string[]) => ['公示', '某市政协办公室', '2022年11月18日', ...lines].join('\n');

describe('A notice in the usual layout', () => {
  const read = readNotice(PAPER);

  it('is understood whole', () => {
    expect(leftIn(PAPER)).toEqual([]);
    expect(read).toMatchObject({
      title: '某市政协一次会议重点提案办理落实情况公示',
      preface: '一次会议的3件重点提案已经民主评议。现将办理落实情况予以公示，欢迎提出意见！',
      issuer: '某市政协办公室',
      datedOn: '2022-11-18',
      contactAddress: '某市行政中心11楼提案委',
      contactPhone: '0576-86110000',
    });
  });

  it('has its items with tags, sponsors, units and paragraphs as printed', () => {
    expect(
      itemsOf(PAPER).map(({ subject, tag, sponsors, leadUnits }) => [subject, tag, sponsors, leadUnits]),
    ).toEqual([
      ['关于让山路更好走 助力“乡村快递”的建议', '专题类', ['经济界'], ['市交通运输局']],
      [
        '河道清淤，水清岸绿',
        '合并',
        ['王一文', '城东联络组', '李二平'],
        ['市住房和城乡建设局', '市水务集团'],
      ],
      ['关于建设图书馆的建议', null, ['王一文'], ['市委宣传部']],
    ]);
    expect(read.items.map(({ paragraphs }) => paragraphs.map(({ line }) => line))).toEqual([
      [20, 22],
      [32, 34],
      [44],
    ]);
  });

  it('tells of a sentence that a blank line has broken, and of no other paragraph', () => {
    expect(doubtsIn(read).map(({ code, line }) => [code, line])).toEqual([['broken', 22]]);
  });
});

describe('A subject', () => {
  const subjects: [string, string, string | null][] = [
    ['案由：《关于修路的建议》（合并）', '关于修路的建议', '合并'],
    ['案由:《关于修路的建议》(合并)', '关于修路的建议', '合并'],
    ['案由：关于修路的建议（合并）', '关于修路的建议', '合并'],
    ['案由：关于修路的建议', '关于修路的建议', null],
    ['案 由：《修订《条例》的建议》', '修订《条例》的建议', null],
    ['案由：《甲》和《乙》', '《甲》和《乙》', null],
    ['案由：《甲》（专题类）（合并）', '甲', '专题类、合并'],
    ['案由：《关于修路\n\n的建议》（合并）', '关于修路的建议', '合并'],
    ['案由：\n\n《关于修路的建议》', '关于修路的建议', null],
    ['1.《关于修路的建议》（合并）', '关于修路的建议', '合并'],
    ['一、\n案由：《关于修路的建议》', '关于修路的建议', null],
    ['（一）提案名称：《关于修路的建议》', '关于修路的建议', null],
    ['【案由】《关于修路的建议》', '关于修路的建议', null],
    ['**案由：《关于修路的建议》**', '关于修路的建议', null],
    ['提案类型：专题类\n案由：《关于修路的建议》', '关于修路的建议', '专题类'],
  ];

  it.each(subjects)('%j is understood', (line, subject, tag) => {
    const text = withLines(line, '提案者：王一文', '承办单位：市交通局', '办理情况：已修好。');
    expect(itemsOf(text)).toMatchObject([{ subject, tag }]);
    expect(leftIn(text)).toEqual([]);
  });

  it('leaves over what stands behind its tag', () => {
    const text = withLines(
      '案由：《甲》（合并）第12号',
      '提案者：王一文',
      '主办：乙局',
      '办理情况：已修好。',
    );
    expect([itemsOf(text)[0].subject, leftIn(text)]).toEqual(['甲', ['4 behindTheTag 第12号']]);
  });
});

describe('Names', () => {
  it.each([
    ['青联、科技界、王云安', ['青联', '科技界', '王云安']],
    ['青联，科技界,王云安', ['青联', '科技界', '王云安']],
    ['青联；科技界;王云安', ['青联', '科技界', '王云安']],
    ['青联 科技界　王云安', ['青联', '科技界', '王云安']],
    ['陈　伟、金航宇', ['陈　伟', '金航宇']],
    ['市经信局（原市经委、市信息办）、市科技局', ['市经信局（原市经委、市信息办）', '市科技局']],
    ['市自然资源和规划局', ['市自然资源和规划局']],
    ['青联、\n\n科技界', ['青联', '科技界']],
    ['\n青联', ['青联']],
    ['青联\n提案领衔者：科技界', ['青联', '科技界']],
  ])('%j are told apart', (said, names) => {
    const text = withLines('案由：《甲》', `提案领衔者：${said}`, '主办单位：乙局', '办理情况：已修好。');
    expect(itemsOf(text)[0].sponsors).toEqual(names);
    expect(leftIn(text)).toEqual([]);
  });

  it('in several lines of lead units are all lead units', () => {
    const text = withLines(
      '案由：《甲》',
      '提案者：王一文',
      '主办单位：乙局',
      '主办单位：丙局',
      '办理情况：好。',
    );
    expect(itemsOf(text)).toMatchObject([{ leadUnits: ['乙局', '丙局'] }]);
  });

  it('that only blanks keep apart are told as a doubt', () => {
    const text = withLines('案由：《甲》', '提案者：青联 科技界', '主办单位：乙局', '办理情况：好。');
    expect(doubtsIn(readNotice(text))).toMatchObject([
      { code: 'splitAtBlanks', line: 5, text: '青联、科技界' },
    ]);
  });
});

describe('Items', () => {
  it('may have several fields in one line', () => {
    const text = withLines('案由：《甲》　提案者：王一文；主办单位：乙局', '办理情况：好。');
    expect(itemsOf(text)).toMatchObject([{ subject: '甲', sponsors: ['王一文'], leadUnits: ['乙局'] }]);
    expect(leftIn(text)).toEqual([]);
  });

  it('may be signed at the end, with the address behind', () => {
    const signed = printed([ITEM, OTHER], { ...USUAL, isSignedAtTheEnd: true });
    const read = readNotice(`${signed}\n来信地址：某市行政中心\n联系电话：0576-1`);
    expect([read.issuer, read.datedOn, read.contactAddress, read.contactPhone]).toEqual([
      '某市政协办公室',
      '2022-11-18',
      '某市行政中心',
      '0576-1',
    ]);
    expect(read.items[1].paragraphs.map(({ text }) => text)).toEqual(['已修好。']);
  });

  it('keep label words in the middle of prose as prose', () => {
    const said = '已建立主办单位：牵头、会办单位：配合的机制。\n办理情况：良好。';
    const text = withLines('案由：《甲》', '提案者：王一文', '主办单位：乙局', `落实情况：${said}`);
    expect(itemsOf(text).map(({ paragraphs }) => paragraphs)).toEqual([said.split('\n')]);
  });

  it('leave over what has no field, and what belongs nowhere', () => {
    const text = withLines(
      ...['案由：《甲》', '提案者：王一文', '会办单位：丙局', '主办单位：乙局', '（排名不分先后）'],
      '办理情况：好。',
    );
    expect(leftIn(text)).toEqual(['6 noPlace 会办单位：丙局', '8 unlabelled （排名不分先后）']);
    expect(itemsOf(text)).toMatchObject([
      { sponsors: ['王一文'], leadUnits: ['乙局'], paragraphs: ['好。'] },
    ]);
  });

  it('that lack a field do not borrow it from their neighbours', () => {
    const text = withLines(
      ...['案由：《甲》', '主办单位：乙局', '办理情况：好。'],
      ...['案由：《丙》', '提案者：王一文', '主办单位：丁局', '办理情况：好。'],
    );
    expect(itemsOf(text)).toMatchObject([
      { subject: '甲', sponsors: [] },
      { subject: '丙', sponsors: ['王一文'] },
    ]);
  });
});

describe('A day', () => {
  it.each([
    ['2022年11月8日', '2022-11-08'],
    ['２０２２年１１月８日', '2022-11-08'],
    ['2022 年 11 月 8 日', '2022-11-08'],
    ['2022-11-08', '2022-11-08'],
    ['2022.11.8', '2022-11-08'],
    ['（2022年11月8日）', '2022-11-08'],
    ['二〇二二年十一月八日', '2022-11-08'],
    ['二○二二年十月二十日', '2022-10-20'],
    ['2022年2月30日', null],
    ['2022年11月', null],
  ])('%s is %s', (written, day) => {
    expect(readNotice(`公示\n某市政协\n${written}\n案由：《甲》`).datedOn).toBe(day);
  });

  it('may stand in one line with the issuer, or behind labels', () => {
    for (const lines of ['某市政协办公室　2022年11月8日', '发布单位：某市政协办公室\n发布日期：2022-11-08'])
      expect(readNotice(`公示\n${lines}\n案由：《甲》`)).toMatchObject({
        issuer: '某市政协办公室',
        datedOn: '2022-11-08',
      });
  });

  it('that comes twice is not understood the second time', () => {
    const text = '公示\n某市政协\n2022年11月8日\n发布日期：2022年11月9日\n案由：《甲》';
    expect([readNotice(text).datedOn, leftIn(text)]).toEqual([
      '2022-11-08',
      ['4 repeated 发布日期：2022年11月9日'],
    ]);
  });
});
