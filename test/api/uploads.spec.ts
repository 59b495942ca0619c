import { eachDatabase, type RunningApp } from '../support/harness';
import { PDF } from '../support/files';
import { nameOf, type Operation, operationsOf, urlOf } from '../support/openapi';
import type { Person } from '../support/people';
import { must } from '../support/requests';
import { anAcknowledgedProposal, onAssignment } from '../support/steps/assignment';
import { aRepliedProposal } from '../support/steps/handling';
import { aPromisedCase } from '../support/steps/promises';
import { draftProposal } from '../support/steps/submission';
import { aWorld, type World } from '../support/world';
import { filesOf, footprintOf } from './footprint';
import { faultIn } from './refusal';

const FILE = 'form-data; name="file"; filename';

/** How a file may be called, and whether anything is to be kept under such a name. */
const NAMES: [string, string][] = [
  ['a path upwards', '"../../etc/passwd.pdf"'],
  ['a path upwards, the other way', '"..\\\\..\\\\boot.pdf"'],
  ['an absolute path', '"/etc/cron.d/a.pdf"'],
  ['an encoded path', '"%2e%2e%2f%2e%2e%2fpasswd.pdf"'],
  ['a path in the long form', `"a.pdf"; filename*=UTF-8''..%2F..%2Fetc%2Fpasswd.pdf`],
  ['a drive', '"C:\\\\Windows\\\\a.pdf"'],
  ['a stream', '"a.pdf:stream"'],
  ['nothing', '""'],
  ['a dot', '"."'],
  ['two dots', '".."'],
  ['an ending only', '".pdf"'],
  ['a NUL', '"a.pdf\u0000.exe"'],
  ['a bell', '"a\u0007.pdf"'],
  ['a turn of direction', '"a\u202efdp.exe"'],
  ['nothing to see', '"\u200b\u200b.pdf"'],
  ['half a character', '"\ufffd.pdf"'],
  ['an endless name', `"${'x'.repeat(5000)}.pdf"`],
  ['a prototype', '"__proto__.pdf"'],
  ['a query', `"a'; DROP TABLE attachment; --.pdf"`],
  ['a header', '"a.pdf\\r\\nSet-Cookie: x=1"'],
];

/** What else a form may hold, as whole parts. */
const PARTS: [string, string][] = [
  ['a number that is none', text('version', '零')],
  ['the same number twice', text('version', '1') + text('version', '1')],
  ['an unknown field', text('owner', '1')],
  ['the name of a method', text('toString', '1')],
  ['a prototype', text('__proto__', '1') + text('__proto__[version]', '1')],
  ['a constructor', text('constructor[prototype][version]', '1')],
  ['brackets', text('version[a][b]', '1')],
  ['a long list', text('version[99999999]', '1')],
  ['deep brackets', text(`version${'[a]'.repeat(500)}`, '1')],
  ['a NUL', text('version', '1\u0000')],
  ['too much text', text('version', '1'.repeat(30_000))],
  ['too many fields', Array.from({ length: 100 }, (_, at) => text(`f${at}`, '1')).join('')],
  ['the file as text', text('file', 'x')],
  ['deep JSON', json('version', '['.repeat(5000) + ']'.repeat(5000))],
  ['broken JSON', json('version', '{"a":')],
  ['JSON that reaches for prototypes', json('version', '{"__proto__":{"a":1}}')],
  ['a name without end', text('x'.repeat(5000), '1')],
  ['no name', '--x\r\ncontent-disposition: form-data\r\n\r\n1\r\n'],
  ['another file', file('"b.pdf"')],
  ['a file elsewhere', file('"b.pdf"').replace('name="file"', 'name="other"')],
];

/** Forms that are none. */
const BROKEN: [string, string, string][] = [
  ['nothing', 'multipart/form-data; boundary=x', ''],
  ['no boundary', 'multipart/form-data', file('"a.pdf"')],
  ['another boundary', 'multipart/form-data; boundary=y', file('"a.pdf"')],
  ['no end', 'multipart/form-data; boundary=x', file('"a.pdf"').slice(0, -10)],
  ['no head', 'multipart/form-data; boundary=x', '--x\r\n\r\n%PDF\r\n--x--\r\n'],
  ['a boundary without end', `multipart/form-data; boundary=${'x'.repeat(5000)}`, file('"a.pdf"')],
  ['JSON', 'application/json', '{"file":"x"}'],
  ['a form without files', 'application/x-www-form-urlencoded', 'file=x'],
];

const DISPOSITION = /^attachment; filename="([^"\\\\;]+)"; filename\*=UTF-8''([\w%.~-]+)$/;

eachDatabase('A form that anybody sends', (open) => {
  let app: RunningApp;
  let world: World;
  let routes: { operation: Operation; by: Person; ids: Record<string, number>; first: string }[];

  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
    const operations = (await operationsOf(app)).filter(({ multipart }) => multipart);
    const [draft, replied] = [
      await draftProposal(app, world.by.first, world.sponsors.first),
      await aRepliedProposal(app, world),
    ];
    const [{ id }] = (await anAcknowledgedProposal(app, world)).assignments;
    const report = { reportedOn: '2026-03-02', text: '已完成勘查。' };
    const { reportId } = await onAssignment<never>(
      app,
      world.by.transport.handler,
      id,
      'report-progress',
      report,
    );
    const { lead, promises } = await aPromisedCase(app, world);
    const sponsorId = text('sponsorId', String(world.sponsors.first));
    const about: Record<string, [Person, Record<string, number>, string]> = {
      '/api/proposals/{id}/attachments': [world.by.first, { id: draft.id }, ''],
      '/api/proposals/{id}/feedback-scans': [world.by.clerk, { id: replied.id }, sponsorId],
      '/api/assignments/{id}/progress/{reportId}/attachments': [
        world.by.transport.handler,
        { id, reportId },
        '',
      ],
      '/api/assignments/{id}/promises/{promiseId}/attachments': [
        world.by.transport.handler,
        { id: lead.id, promiseId: promises[0].id },
        '',
      ],
      '/api/members/import': [world.by.administrator, {}, ''],
      '/api/units/import': [world.by.administrator, {}, ''],
    };
    expect(operations.map(({ path }) => path).sort()).toEqual(Object.keys(about).sort());
    routes = operations.map((operation) => {
      const [by, ids, first] = about[operation.path];
      return { operation, by, ids, first };
    });
    for (const { by } of routes) await must(app, by, 'GET', '/api/me');
  });

  /** Sends it to every form route; whatever was not taken must have been refused clearly, and left nothing behind. */
  const sendEverywhere = async (
    bodyFor: (first: string) => string,
    type = 'multipart/form-data; boundary=x',
  ) => {
    const taken: string[] = [];
    for (const { operation, by, ids, first } of routes) {
      const before = await footprintOf(app);
      const url = urlOf(operation, (name) => ids[name]);
      const headers = { ...by.headers, 'content-type': type };
      const answer = await app.inject({ method: 'POST', url, headers, payload: Buffer.from(bodyFor(first)) });
      if (answer.statusCode < 300) taken.push(answer.body);
      else {
        const changed = (await footprintOf(app)) !== before ? 'changed something' : '';
        expect([nameOf(operation), faultIn(answer), changed]).toEqual([nameOf(operation), '', '']);
      }
    }
    return taken;
  };

  it.each(NAMES)(
    'with a file called by %s loses it or is refused, and nothing lands elsewhere',
    async (_, name) => {
      // Every content once only: the same file twice is refused for that.
      const end = file(name).replace('%PDF', `%PDF-${Buffer.from(name).toString('hex').slice(0, 60)}`);
      await sendEverywhere((first) => `${first}${end}--x--\r\n`);
      for (const path of await filesOf(app))
        expect(path.slice(app.environment.dataDir.length)).toMatch(/^\/files\/[0-9a-f]{2}\/[0-9a-f]{62}$/);
      const names = await app.database.rows<{ name: string }>('SELECT "name" FROM "attachment"');
      for (const kept of names) expect(kept.name).toMatch(/^[^./\\\p{C}][^/\\\p{C}]*\.pdf$/u);
    },
  );

  it('keeps what is harmless under what is left of its name, and gives it back under that name', async () => {
    const sql = 'SELECT "id", "proposalId", "name" FROM "attachment" WHERE "ownerKind" = ?';
    const kept = await app.database.rows<{ id: number; proposalId: number; name: string }>(sql, ['proposal']);
    const names = kept.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['passwd.pdf', 'boot.pdf', 'a.pdf', '__proto__.pdf']));
    expect(names).toContain("a'; DROP TABLE attachment; --.pdf");
    for (const { id, proposalId, name } of kept) {
      const url = `/api/proposals/${proposalId}/attachments/${id}`;
      const { headers } = await app.inject({ url, headers: world.by.first.headers });
      const [, plain, full] = DISPOSITION.exec(String(headers['content-disposition'])) ?? [];
      expect([plain.length, decodeURIComponent(full)]).toEqual([name.length, name]);
    }
  });

  it.each(PARTS)('with %s is refused with the field named, and leaves nothing behind', async (_, part) => {
    for (const body of [part + file('"c.pdf"'), file('"c.pdf"') + part])
      expect(await sendEverywhere((first) => `${first}${body}--x--\r\n`)).toEqual([]);
  });

  it.each(BROKEN)('that is %s is refused, and leaves nothing behind', async (_, type, body) => {
    expect(await sendEverywhere(() => body, type)).toEqual([]);
  });

  it('is not even read without a sign-in', async () => {
    const before = await footprintOf(app);
    for (const { operation, ids } of routes) {
      const headers = { 'content-type': 'multipart/form-data; boundary=x' };
      const url = urlOf(operation, (name) => ids[name]);
      const answer = await app.inject({
        method: 'POST',
        url,
        headers,
        payload: `${file('"a.pdf"')}--x--\r\n`,
      });
      expect(answer.statusCode).toBe(401);
    }
    expect(await footprintOf(app)).toEqual(before);
  });

  it('to something one may not see leaves nothing behind', async () => {
    const before = await footprintOf(app);
    for (const { operation, first } of routes.filter(({ ids }) => ids.id)) {
      for (const id of ['999999', '0', 'x']) {
        const headers = { ...world.by.second.headers, 'content-type': 'multipart/form-data; boundary=x' };
        const url = urlOf(operation, () => id);
        const payload = `${first}${file('"a.pdf"')}--x--\r\n`;
        expect((await app.inject({ method: 'POST', url, headers, payload })).statusCode).toBe(404);
      }
    }
    expect((await footprintOf(app)).split('"apiToken"')[0]).toEqual(before.split('"apiToken"')[0]);
  });
});

function text(name: string, value: string): string {
  return `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
}
function json(name: string, value: string): string {
  return `--x\r\ncontent-disposition: form-data; name="${name}"\r\ncontent-type: application/json\r\n\r\n${value}\r\n`;
}
function file(name: string): string {
  return `--x\r\ncontent-disposition: ${FILE}=${name}\r\ncontent-type: application/pdf\r\n\r\n${PDF.toString()}\r\n`;
}
