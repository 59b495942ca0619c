import { eachDatabase, type RunningApp } from '../support/harness';
import { rate } from '../support/steps/feedback';
import { aWorld, type World } from '../support/world';
import {
  aDocumentedCase,
  BODY,
  type DocumentedCase,
  drafted,
  OPINION,
  placesOf,
  replied,
  RETURN_REASON,
} from './documented-case';
import { fileOf, pageOf } from './opened';

eachDatabase('The documents of a case', (open) => {
  let app: RunningApp;
  let world: World;
  let all: DocumentedCase;
  let at: ReturnType<typeof placesOf>;

  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
    all = await aDocumentedCase(app, world);
    at = placesOf(all);
  });

  /** On paper and in the file alike. */
  const linesOf = async (url: string, by = world.by.clerk) => {
    const page = await pageOf(app, by, url);
    const file = await fileOf(app, by, url);
    expect([url, page.status, file.status]).toEqual([url, 200, 200]);
    const squeezed = (lines: string[]) => lines.join('').replace(/\s+/g, '');
    expect(squeezed(file.lines)).toBe(squeezed(page.lines));
    return page.lines;
  };

  it('the sheet says whose case it is, who works on it until when, and has room for what is written by hand', async () => {
    const lines = await linesOf(at.sheet);
    expect(lines).toEqual(
      expect.arrayContaining([
        '市政协提案办理单',
        ...['届次', '十五届一次会议', '案号', '第1号', '流水号', '类别', '社会'],
        ...['王一文（13800000001）', '经济界（周召集，0576-86110001）', '大会提案，联名提案'],
        ...['并案', '第2号提案并入本案办理', '交办单位', '市府办督查室', '办理方式', '会办'],
        '主办：市交通运输局（2026年3月2日交办，2026年3月2日签收，答复期限2026年7月15日）',
        ...['拟办意见', '领导批示', '承办情况', '备注', '老旧小区车位少，晚间消防通道常被占用。'],
        ...['1．开放机关单位车位错时停车。', '2．在小区周边增设限时停车位。'],
      ]),
    );
    const follower = await linesOf(`/proposals/${all.followerId}/sheet`);
    expect(follower).toEqual(expect.arrayContaining(['第2号', '已并入第1号提案办理', '大会提案，集体提案']));
    expect(follower).not.toContain('承办单位');
  });

  it('the request to return it says why, who should have it, and what the office decided', async () => {
    const lines = await linesOf(at.returning);
    expect(lines).toEqual(
      expect.arrayContaining([
        '提案退办申请表',
        ...['市政协十五届一次会议第1号（含第2号）提案', RETURN_REASON, '市委宣传部'],
        ...['温岭市住房和城乡建设局（盖章）', '不同意退办。', '属于贵单位职责，请办理。'],
      ]),
    );
  });

  it('more time is granted until the day the office chose, whatever was asked for', async () => {
    const lines = await linesOf(at.extension, world.by.first);
    expect(lines.join(' ')).toContain('申请延至 2026年7月31日 批准延至 2026年7月15日');
    expect(lines).toEqual(expect.arrayContaining(['同意延期。', '同意延期，请抓紧。', '须待规划批准。']));
  });

  it('the urging letter has its number and goes to those who were at work', async () => {
    const lines = await linesOf(at.urging);
    expect(lines.slice(0, 5)).toEqual([
      '政协温岭市委员会提案委员会',
      '催办函第1号',
      '关于催办市政协十五届一次会议',
      '第1号（含第2号）提案的函',
      '市交通运输局、市住房和城乡建设局：',
    ]);
    expect(lines).toEqual(
      expect.arrayContaining([
        '提案案由：《关于整治老旧小区停车难的建议》。',
        ...['请于本月底前与提案者面商。', '2026年3月2日', '抄送：市府办督查室。'],
      ]),
    );
  });

  it('the opinion goes to the lead under the co-handler’s own number, and copies to no sponsor', async () => {
    const lines = await linesOf(at.opinion);
    expect(lines[0]).toBe('温岭市住房和城乡建设局');
    expect(lines.join(' ')).toContain('签发人：林副局长 温建提〔2026〕7号');
    expect(lines).toEqual(
      expect.arrayContaining(['市交通运输局：', OPINION, '抄送：市府办督查室，市政协提案委。']),
    );
    expect(lines.join('')).not.toMatch(/王一文|李二平|经济界/);
  });

  it('a draft is the same letter, marked as one, with its number and its day left free', async () => {
    await drafted(app, world, all);
    const lines = await linesOf(at.reply, world.by.transport.handler);
    expect(lines).toEqual(
      expect.arrayContaining([
        '草稿　未经签发，不作为正式答复',
        ...['B类（部分解决或列入计划）', '（文号待编）', '年　月　日'],
      ]),
    );
    expect((await fileOf(app, world.by.transport.handler, at.reply)).name).toBe(
      '答复函草稿（第1号提案，市交通运输局）.docx',
    );
  });

  it('the reply has head, number, class, salutation, points, promises, seal, contact and copies in their order', async () => {
    await replied(app, world, all);
    const lines = await linesOf(at.reply, world.by.first);
    expect(lines).toEqual([
      ...['B类（部分解决或列入计划）', '温岭市交通运输局', '签发人：陈局长', '温交提〔2026〕12号'],
      ...['关于市政协十五届一次会议', '第1号（含第2号）提案的答复'],
      '王一文委员、李二平委员、经济界：',
      ...BODY.split('\n'),
      '对列入计划的事项，我单位承诺按期落实：',
      '1．年底前施划限时停车位三百个（2026年12月31日前完成）。',
      '本答复综合了以下单位的会办意见：市住房和城乡建设局（温建提〔2026〕7号）。',
      ...['（印章）', '温岭市交通运输局', '2026年3月2日'],
      '（联系人：陈经办，联系电话：0576-86110002）',
      '抄送：市政协提案委，市府办督查室，市住房和城乡建设局。',
      ...['温岭市交通运输局', '2026年3月2日印发'],
    ]);
    expect(lines.join('')).not.toContain(OPINION);
  });

  it('the opinion form has a page for each who rates, nothing ticked, and says that silence is not satisfaction', async () => {
    const lines = await linesOf(at.form);
    expect(lines.filter((line) => line === '提案办理情况征询意见表')).toHaveLength(2);
    const named = lines.flatMap((line, place) => (line === '提案者' ? lines[place + 1] : []));
    expect(named).toEqual(['王一文', '经济界']);
    expect(lines.filter((line) => line === '□ 满意　　□ 基本满意　　□ 不满意')).toHaveLength(4);
    expect(lines.join('')).not.toMatch(/[■☑√]/);
    expect(lines.join('')).toContain('未选的按“未表态”统计，不计入满意');
    expect(lines).toEqual(expect.arrayContaining(['签名', '盖章或召集人签名']));
  });

  it('no paper tells a unit or an office how a sponsor rated', async () => {
    await rate(app, world.by.first, all.id, {
      ...{ attitude: 'satisfied', result: 'dissatisfied', met: true, metHow: 'visit', answersPoints: true },
      text: '车位一个也没有增加。',
    });
    for (const by of [world.by.transport.leader, world.by.housing.handler, world.by.government])
      for (const url of Object.values(at)) {
        const { body } = await pageOf(app, by, url);
        expect(body).not.toMatch(/不满意|车位一个也没有增加/);
      }
  });
});
