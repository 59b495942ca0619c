import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { eachDatabase, type RunningApp } from '../support/harness';
import { JPG, officeFile, PDF, PNG, upload, type SentFile } from '../support/files';
import { signInAs } from '../support/people';
import { must, send } from '../support/requests';
import { assign, handOver } from '../support/steps/assignment';
import { fileProposal } from '../support/steps/examination';
import { cosign, draftProposal, inviteCosigners, submit } from '../support/steps/submission';
import { aWorld, type World } from '../support/world';

const MEGABYTE = 1024 * 1024;

eachDatabase('An attachment', (open) => {
  let app: RunningApp;
  let world: World;
  let id: number;

  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
  });
  beforeEach(async () => {
    ({ id } = await draftProposal(app, world.by.first, world.sponsors.first));
  });

  const attach = (files: SentFile | SentFile[], fields = {}, by = world.by.first) =>
    upload(app, by, `/api/proposals/${id}/attachments`, files, fields);
  const download = (attachmentId: number, by = world.by.first, proposalId = id) =>
    app.inject({ url: `/api/proposals/${proposalId}/attachments/${attachmentId}`, headers: by.headers });
  const listed = async () =>
    (await must(app, world.by.first, 'GET', `/api/proposals/${id}`)).attachments.map(
      ({ name }: { name: string }) => name,
    );
  const incoming = () => {
    const folder = join(app.environment.dataDir, 'files', 'incoming');
    return existsSync(folder) ? readdirSync(folder) : [];
  };
  afterEach(() => expect(incoming()).toEqual([]));

  it('is kept with its name and comes back byte for byte, to be saved and never to be run', async () => {
    const { status, body } = await attach({ name: '现场 照片（1）.pdf', content: PDF, type: 'text/html' });
    expect(status).toBe(201);
    expect(body).toMatchObject({ stage: 'draft', version: 2, name: '现场 照片（1）.pdf', size: PDF.length });
    const answer = await download(body.attachmentId);
    expect(answer.statusCode).toBe(200);
    expect(answer.rawPayload).toEqual(PDF);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(PDF.length),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'content-disposition': expect.stringMatching(
        /^attachment; filename="[ -~]+"; filename\*=UTF-8''%E7%8E%B0/,
      ),
    });
  });

  it('is taken away again, and is then not there', async () => {
    const { body } = await attach({ name: 'a.png', content: PNG });
    expect(await listed()).toEqual(['a.png']);
    const url = `/api/proposals/${id}/attachments/${body.attachmentId}`;
    expect(await must(app, world.by.first, 'DELETE', `${url}?version=2`)).toMatchObject({ version: 3 });
    expect(await listed()).toEqual([]);
    expect((await download(body.attachmentId)).statusCode).toBe(404);
    expect((await send(app, world.by.first, 'DELETE', url)).status).toBe(404);
    // What was taken away by mistake may be sent again.
    expect((await attach({ name: 'a.png', content: PNG })).status).toBe(201);
  });

  it('is seen by whoever sees the proposal, and by nobody through another one', async () => {
    const { body } = await attach({ name: 'a.jpg', content: JPG });
    expect((await download(body.attachmentId, world.by.second)).statusCode).toBe(404);
    expect((await download(body.attachmentId, world.by.clerk)).statusCode).toBe(404);
    await inviteCosigners(app, world.by.first, id, [world.sponsors.second]);
    expect((await download(body.attachmentId, world.by.second)).statusCode).toBe(200);
    await cosign(app, world.by.second, id);
    await submit(app, world.by.first, id);
    expect((await download(body.attachmentId, world.by.clerk)).statusCode).toBe(200);
    expect((await download(body.attachmentId, world.by.transport.handler)).statusCode).toBe(404);
    const own = await draftProposal(app, world.by.second, world.sponsors.second);
    expect((await download(body.attachmentId, world.by.second, own.id)).statusCode).toBe(404);
  });

  it('goes along to the unit, but earlier wordings stay with sponsors and committee', async () => {
    const { body } = await attach({ name: 'a.pdf', content: PDF });
    await submit(app, world.by.first, id);
    await fileProposal(app, world, id);
    await handOver(app, world, id);
    await assign(app, world, id);
    const { handler } = world.by.transport;
    // Whoever works for a unit may well be a sponsor elsewhere.
    const member = await signInAs(app, {
      hats: [
        { hat: 'unitHandler', scopeId: world.units.transport },
        { hat: 'sponsor', scopeId: world.sponsors.second },
      ],
    });
    for (const by of [handler, member, world.by.government]) {
      expect((await download(body.attachmentId, by)).statusCode).toBe(200);
      expect((await send(app, by, 'GET', `/api/proposals/${id}/versions`)).status).toBe(404);
    }
    expect((await send(app, world.by.clerk, 'GET', `/api/proposals/${id}/versions`)).status).toBe(200);
  });

  it("is the writer's to add, while the proposal is being written", async () => {
    await inviteCosigners(app, world.by.first, id, [world.sponsors.second]);
    expect((await attach({ name: 'a.pdf', content: PDF }, {}, world.by.second)).status).toBe(403);
    expect((await attach({ name: 'a.pdf', content: PDF }, {}, world.by.sector)).status).toBe(404);
    await submit(app, world.by.first, id);
    const late = await attach({ name: 'a.pdf', content: PDF });
    expect(late).toMatchObject({ status: 409, body: { reasons: [{ code: 'wrongStage' }] } });
    expect(await listed()).toEqual([]);
  });

  it('minds the version that comes with it', async () => {
    const stale = await attach({ name: 'a.pdf', content: PDF }, { version: '7' });
    expect(stale).toMatchObject({ status: 409, body: { what: { version: 1 } } });
    const wrong = await attach({ name: 'a.pdf', content: PDF }, { version: '零' });
    expect(wrong).toMatchObject({ status: 422, body: { errors: [{ field: 'version' }] } });
    const unknown = await attach({ name: 'a.pdf', content: PDF }, { owner: '1' });
    expect(unknown).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'owner', code: 'unknownField' }] },
    });
    expect((await attach({ name: 'a.pdf', content: PDF }, { version: '1' })).status).toBe(201);
  });

  it.each<[string, string, Buffer, string]>([
    ['an empty one', 'a.pdf', Buffer.alloc(0), 'empty'],
    ['a program that calls itself a PDF', 'a.pdf', Buffer.from('MZ\x90\0\x03', 'latin1'), 'kindNotAllowed'],
    [
      'a page that calls itself a picture',
      'a.png',
      Buffer.from('<script>alert(1)</script>'),
      'extensionDisagrees',
    ],
    ['a PDF that calls itself a program', 'a.exe', PDF, 'extensionDisagrees'],
    ['a picture that calls itself a document', 'a.docx', PNG, 'extensionDisagrees'],
    ['one with programs', 'a.docx', officeFile('docx', '<x>vbaProject</x>'), 'hasMacros'],
    ['one whose name turns around', 'a\u202efdp.pdf', PDF, 'hiddenCharacters'],
    ['one without a name', '.pdf', PDF, 'noName'],
    ['one with an endless name', `${'a'.repeat(300)}.pdf`, PDF, 'nameTooLong'],
  ])('is refused: %s', async (_, name, content, code) => {
    const { status, body } = await attach({ name, content });
    expect({ status, errors: body.errors }).toEqual({
      status: 422,
      errors: [{ field: 'file', code, message: expect.stringMatching(/^[\u4e00-\u9fff「].+。$/) }],
    });
    expect(await listed()).toEqual([]);
  });

  it('loses the path its name came with', async () => {
    for (const name of ['../../../tiban.sqlite.pdf', 'C:\\\\Users\\\\a.pdf', '/etc/b.pdf']) {
      await attach({ name, content: Buffer.from(`%PDF-${name}`) });
    }
    expect(await listed()).toEqual(['tiban.sqlite.pdf', 'a.pdf', 'b.pdf']);
  });

  it('may have twenty megabytes and not one byte more', async () => {
    const padded = (size: number) => Buffer.concat([PDF, Buffer.alloc(size - PDF.length, 0x20)]);
    expect((await attach({ name: 'a.pdf', content: padded(20 * MEGABYTE + 1) })).status).toBe(413);
    expect((await attach({ name: 'a.pdf', content: padded(20 * MEGABYTE) })).status).toBe(201);
  });

  it('comes one at a time, in a form that can be read', async () => {
    const two = await attach([
      { name: 'a.pdf', content: PDF },
      { name: 'b.png', content: PNG },
    ]);
    expect(two).toMatchObject({ status: 422, body: { errors: [{ field: 'file', code: 'unreadable' }] } });
    const none = await attach([]);
    expect(none).toMatchObject({ status: 422, body: { errors: [{ field: 'file', code: 'required' }] } });
    const url = `/api/proposals/${id}/attachments`;
    const json = await send(app, world.by.first, 'POST', url, { file: 'x' });
    expect(json.status).toBe(422);
    const headers = { ...world.by.first.headers, 'content-type': 'multipart/form-data; boundary=x' };
    for (const payload of [
      '',
      '--x',
      '--x\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF',
    ]) {
      const broken = await app.inject({ method: 'POST', url, headers, payload });
      expect(broken.statusCode).toBe(422);
    }
    expect(await listed()).toEqual([]);
  });

  it('is not taken twice, and not without end', async () => {
    const first = await attach({ name: 'a.pdf', content: PDF });
    expect(first.status).toBe(201);
    const twin = await attach({ name: 'b.pdf', content: PDF });
    expect(twin).toMatchObject({ status: 422, body: { errors: [{ code: 'alreadyAttached' }] } });
    for (let count = 1; count < 20; count += 1) {
      await attach({ name: `${count}.txt`, content: Buffer.from(`第 ${count} 个附件`) });
    }
    const more = await attach({ name: '21.txt', content: Buffer.from('再来一个') });
    expect(more).toMatchObject({ status: 422, body: { errors: [{ code: 'tooMany' }] } });
    expect(await listed()).toHaveLength(20);
  });
});
