import { openArchive } from '../../src/platform/spreadsheet/archive';
import { eachDatabase, type RunningApp } from '../support/harness';
import { aDocx, anXlsx, paragraph } from '../support/office-files';
import { aRepliedProposal } from '../support/steps/handling';
import { aProgressFile, decideAll, tryRelease, withdraw } from '../support/steps/releases';
import * as step from '../support/steps/publication';
import { must } from '../support/requests';
import { aWorld, type World } from '../support/world';

/** One of every kind that is looked for, in some of the spellings people use. */
const SECRETS = [
  ...['13800138000', '139 0013 9000', '0576-86123456', '11010519491231002X', '4111111111111111'],
  ...['li.er@example.com', '浙J12345', '前溪村5组12号', '李二平', '李 二平'],
];
const ALL = `${SECRETS.join('，')}，全角１３８００１３８０００，断开138\u200b00138000。`;
/** Digits alone, so that no blank or dash hides one. */
const DIGITS = ['13800138000', '13900139000', '057686123456', '11010519491231002', '4111111111111111'];
const WORDS = ['li.er@example', '浙J12345', '5组12号', '李二平'];

const LOOKS = ['summarise', 'decidePersonalData', 'checkPersonalData', 'reviewSecrecy', 'releaseAttachment'];

const leaksOf = (text: string): string[] => {
  const plain = text
    .normalize('NFKC')
    .replace(/<[^>]*>/g, '')
    .replace(/[\s\u200b]/g, '');
  const digits = plain.replace(/[-]/g, '');
  return [...DIGITS.filter((each) => digits.includes(each)), ...WORDS.filter((each) => plain.includes(each))];
};
const opened = (bytes: Buffer): string => {
  const archive = openArchive(bytes, 1e8);
  return archive.names.map((name) => `${name} ${archive.read(name)?.toString('utf8')}`).join('\n');
};

const FILES: [string, Buffer][] = [
  ['李二平13800138000.docx', aDocx(paragraph('联系', ALL.slice(0, 8), ALL.slice(8)) + paragraph(ALL))],
  [
    '名单.xlsx',
    anXlsx(
      [
        {
          name: '李二平',
          xml: '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>13800138000</v></c></row></sheetData>',
        },
      ],
      [ALL],
    ),
  ],
  ['说明.txt', Buffer.from(ALL)],
];

eachDatabase('What was masked or cut', (open) => {
  let app: RunningApp;
  let world: World;
  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
  });

  const issuedWith = async (decision: string) => {
    const overrides = { subject: '关于13800138000热线难打通的建议' };
    const replied = await aRepliedProposal(app, world, undefined, { overrides });
    const { id } = replied;
    const attachments: number[] = [];
    for (const [name, content] of FILES)
      attachments.push(await aProgressFile(app, world, replied.assignments[0], name, content));
    await step.summarise(app, world, id, { summary: ALL });
    for (const by of [world.by.first, world.by.transport.leader, world.by.clerk])
      await step.consentToPublication(app, by, id);
    await decideAll(app, world, id, decision);
    for (const attachmentId of attachments) {
      await decideAll(app, world, id, decision, attachmentId);
      expect((await tryRelease(app, world, id, attachmentId)).status).toBe(200);
    }
    await step.lookThrough(app, world, id);
    const noticeId = await step.aNotice(app, world, [{ proposalId: id }]);
    return { id, noticeId, attachments };
  };
  const texts = async (noticeId: number): Promise<Record<string, string>> => {
    const { items } = (await step.visit(app, `/${noticeId}.json`)).json();
    const files = items.flatMap((item: { files: { id: number; name: string }[] }) => item.files);
    const read: Record<string, string> = {};
    for (const path of [
      `/${noticeId}`,
      `/${noticeId}.md`,
      `/${noticeId}.json`,
      '/feed.atom',
      '/items.csv',
      '',
      '/log',
    ])
      read[path] = (await step.visit(app, path)).body;
    read.docx = opened((await step.visit(app, `/${noticeId}.docx`)).rawPayload);
    expect(files).toHaveLength(FILES.length);
    for (const { id, name } of files) {
      const { rawPayload } = await step.visit(app, `/${noticeId}/files/${id}`);
      read[name] = name.endsWith('.txt') ? rawPayload.toString('utf8') : opened(rawPayload);
    }
    return read;
  };

  for (const decision of ['masked', 'cut']) {
    it(`stands in no file that readers get (${decision})`, async () => {
      const { id, noticeId } = await issuedWith(decision);
      const read = await texts(noticeId);
      for (const [name, text] of Object.entries(read)) expect([name, leaksOf(text)]).toEqual([name, []]);
      if (decision === 'masked') expect(read[`/${noticeId}`]).toContain('138****8000');
      const item = (await step.readNotice(app, world.by.clerk, noticeId)).items[0];
      const correction = { itemId: item.id, summary: `${step.SUMMARY}另，已完成。`, note: '补充。' };
      await step.onNotice(app, world.by.office, noticeId, 'correct', correction);
      for (const [name, text] of Object.entries(await texts(noticeId)))
        expect([name, leaksOf(text)]).toEqual([name, []]);
      const notice = await step.readNotice(app, world.by.office, noticeId);
      expect(leaksOf(JSON.stringify(notice.history))).toEqual([]);
      // The case itself says what its sponsors wrote; of the looks through it they do not even learn.
      for (const by of [world.by.first, world.by.transport.leader]) {
        const entries = await must<{ action: string }[]>(app, by, 'GET', `/api/proposals/${id}/history`);
        expect(entries.map(({ action }) => action).filter((action) => LOOKS.includes(action))).toEqual([]);
      }
    });
  }

  it('stays away when a correction would bring it back', async () => {
    const { noticeId } = await issuedWith('masked');
    const [item] = (await step.readNotice(app, world.by.clerk, noticeId)).items;
    const correction = { itemId: item.id, summary: `${step.SUMMARY}请找李二平。`, note: '补充。' };
    expect((await step.tryOnNotice(app, world.by.office, noticeId, 'correct', correction)).status).toBe(422);
  });

  it('is gone with its file: withdrawn or taken down', async () => {
    const { id, noticeId, attachments } = await issuedWith('cut');
    const { items } = (await step.visit(app, `/${noticeId}.json`)).json();
    const [first, second] = items[0].files as { id: number }[];
    const answer = await step.visit(app, `/${noticeId}/files/${first.id}`);
    expect([answer.statusCode, answer.headers['x-content-type-options']]).toEqual([200, 'nosniff']);
    expect(answer.headers['content-disposition']).toMatch(/^attachment/);
    const etag = String(answer.headers.etag);
    expect(
      (await step.visit(app, `/${noticeId}/files/${first.id}`, { 'if-none-match': etag })).statusCode,
    ).toBe(304);
    await withdraw(app, world, id, attachments[0]);
    expect((await step.visit(app, `/${noticeId}/files/${first.id}`)).statusCode).toBe(410);
    expect((await step.visit(app, `/${noticeId}.json`)).json().items[0].files).toHaveLength(2);
    await step.onNotice(app, world.by.office, noticeId, 'take-down', { reason: '内容有误。' });
    expect((await step.visit(app, `/${noticeId}/files/${second.id}`)).statusCode).toBe(410);
    expect((await step.visit(app, `/${noticeId + 1}/files/${second.id}`)).statusCode).toBe(404);
  });
});
