import { MembersService } from '../../src/people/members/members.service';
import { SYSTEM } from '../../src/lifecycle/people';
import { eachDatabase, type RunningApp } from '../support/harness';
import { Client } from './client';

const ROUTES = ['members', 'sponsors', 'units', 'offices', 'terms', 'sessions', 'sponsor-kinds'];

eachDatabase('The directory', (open) => {
  let app: RunningApp;
  let memberId: number;
  let unitId: number;

  beforeAll(async () => {
    app = await open();
    const clerk = await Client.as(app, 'committee');
    const add = async (url: string, draft: object) => (await clerk.post(url, draft)).body.id as number;
    const termId = await add('/api/terms', { number: 15, name: '第十五届', fromDay: '2022-01-10' });
    const person = { name: '王云安', termId, phone: '13800000000', validFrom: '2022-01-10' };
    memberId = await add('/api/members', person);
    const officeId = await add('/api/offices', { name: '市府办督查室', kind: '政府系统' });
    const contacts = { contactName: '李某', contactPhone: '0576-86110000' };
    unitId = await add('/api/units', {
      name: '市经信局',
      kind: '政府部门',
      officeId,
      validFrom: '2022-01-01',
      ...contacts,
    });
  });

  it('is read by nobody who has not signed in', async () => {
    for (const route of ROUTES) expect((await app.inject(`/api/${route}`)).statusCode).toBe(401);
  });

  it('is read by everybody who has', async () => {
    const reader = await Client.as(app, 'teller');
    for (const route of ROUTES) expect((await reader.get(`/api/${route}`)).status).toBe(200);
  });

  it.each(['committee', 'director', 'office', 'administrator', 'auditor'])(
    'shows contacts to the %s',
    async (hat) => {
      const reader = await Client.as(app, hat);
      expect((await reader.get(`/api/members/${memberId}`)).body.phone).toBe('13800000000');
      expect((await reader.get('/api/units')).body.items[0].contactPhone).toBe('0576-86110000');
    },
  );

  it.each(['teller', { hat: 'sponsor', scopeId: 1 }, { hat: 'unitHandler', scopeId: 1 }])(
    'shows no contacts to others (%j)',
    async (hat) => {
      const reader = await Client.as(app, hat);
      for (const route of ROUTES) {
        const text = JSON.stringify((await reader.get(`/api/${route}`)).body);
        expect(text).not.toMatch(/13800000000|86110000|李某|contact|phone/i);
      }
      expect((await reader.get(`/api/members/${memberId}`)).body).not.toHaveProperty('phone');
      expect((await reader.get(`/api/units/${unitId}`)).body).not.toHaveProperty('contactName');
    },
  );

  it.each(['auditor', 'director', 'office', { hat: 'sponsor', scopeId: 1 }])(
    'is not changed by others (%j)',
    async (hat) => {
      const reader = await Client.as(app, hat);
      for (const route of ROUTES) expect((await reader.post(`/api/${route}`, {})).status).toBe(403);
      for (const route of ['members', 'units', 'sponsors', 'offices', 'terms', 'sessions']) {
        expect((await reader.put(`/api/${route}/1`, {})).status).toBe(403);
      }
      for (const verb of ['end', 'reopen', 'aliases'])
        expect((await reader.post(`/api/units/1/${verb}`)).status).toBe(403);
      expect((await reader.delete('/api/units/1/aliases/1')).status).toBe(403);
      expect((await reader.upload('/api/members/import', Buffer.from('x'))).status).toBe(403);
      expect((await reader.get('/api/members/import-template')).status).toBe(403);
      const service = app.get(MembersService);
      await expect(
        service.end(reader.person.actor, memberId, { version: 1, validTo: '2023-01-01' }),
      ).rejects.toThrow('提案委');
    },
  );

  it('is changed by the system itself', async () => {
    const ended = await app.get(MembersService).end(SYSTEM, memberId, { version: 1, validTo: '2023-01-01' });
    expect(ended).toMatchObject({ validTo: '2023-01-01', phone: '13800000000' });
  });
});
