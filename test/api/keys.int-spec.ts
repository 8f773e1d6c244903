import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { KEY_LIMITS, workerScope, type KeyDeed, type Reader } from '#domain/access';
import type { MadeKey } from '#identity';
import { runningApi, type RunningApi } from './running-api.js';
import { CSV, sendTo } from './send-to.js';

const FIGURES = '{ series(metric: "n_requests", area: "E06000017") { points { value } } }';
const GUESS = `cpm_live_abcdefgh_${'a'.repeat(43)}`;

type Asked = { readonly status: number; readonly text: string; readonly challenge: string | null };

describe('a key of a council’s system', () => {
  let api: RunningApi;
  let approver: Reader;
  beforeEach(async () => {
    api = await runningApi('2025-01-15T09:00:00Z');
    approver = await api.at.reader('council-approver', 'rutland');
  });
  afterEach(() => api.close());

  const stored = <Row>(statement: string): Promise<Row[]> =>
    api.at.transactions.read(workerScope('spec'), (sql) => sql.rows<Row>(statement));

  const make = async (
    deeds: readonly KeyDeed[] = ['send-figures', 'read-own-figures'],
    lastDay = '2025-04-15',
  ): Promise<MadeKey> => {
    const made = await api.at.service.apiKeys.make({
      reader: approver,
      id: randomUUID(),
      councilId: approver.councilIds[0] ?? 0,
      terms: { label: 'Nightly push', deeds, lastDay },
    });
    if (!made.ok) throw new Error(JSON.stringify(made.error));
    return made.value;
  };
  const answerOf = async (answer: Response): Promise<Asked> => ({
    status: answer.status,
    text: await answer.text(),
    challenge: answer.headers.get('www-authenticate'),
  });
  const send = async (key: string): Promise<Asked> =>
    answerOf(await sendTo(api, { authorization: `Bearer ${key}`, body: CSV }));
  const get = async (key: string, path: string): Promise<Asked> =>
    answerOf(await fetch(api.url + path, { headers: { authorization: `Bearer ${key}` } }));
  const ask = async (key: string, query = FIGURES): Promise<Asked> =>
    answerOf(
      await fetch(`${api.url}/graphql`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      }),
    );
  const receiptOf = ({ text }: Asked): string =>
    `/v1/submissions/${(JSON.parse(text) as { id: string }).id}`;
  const council = '{ councils(first: 1) { edges { node { name } } } }';

  it('sends and reads its own council’s figures, under its own name in the history', async () => {
    const { text, key } = await make();
    expect(text).toMatch(/^cpm_live_[a-z2-9]{8}_[\w-]{43}$/);
    const sent = await send(text);
    expect(sent.status).toBe(201);
    expect((await get(text, receiptOf(sent))).status).toBe(200);
    expect((await ask(text)).text).toContain('"value":"6"');
    expect(await stored('select received_by from submission')).toEqual([
      { received_by: `system, Rutland, Nightly push, key ${key.publicId}` },
    ]);
  });

  it('made to send alone reads no figures, but hears what became of what it sent', async () => {
    const { text } = await make(['send-figures']);
    const sent = await send(text);
    expect(sent.status).toBe(201);
    const receipt = await get(text, receiptOf(sent));
    expect([receipt.status, receipt.text]).toEqual([200, expect.stringContaining('ACCEPTED')]);
    expect((await ask(text)).text).toContain('This key was not made for that.');
    expect((await ask(text, '{ submissions { edges { node { id } } } }')).text).toContain(
      'FORBIDDEN',
    );
    expect((await ask(text, council)).text).toContain('Barking');
  });

  it('made to read alone sends nothing', async () => {
    const { text } = await make(['read-own-figures']);
    const sent = await send(text);
    expect([sent.status, JSON.parse(sent.text)]).toMatchObject([403, { code: 'KEY_NOT_FOR_THIS' }]);
    expect((await ask(text)).text).not.toContain('errors');
    expect(await stored('select id from submission')).toEqual([]);
  });

  it('says to its holder alone that it has expired or was revoked', async () => {
    const { text } = await make(undefined, '2025-01-20');
    const revoked = await make();
    await api.at.service.apiKeys.revoke({ reader: approver, keyId: revoked.key.id });
    expect(JSON.parse((await send(revoked.text)).text)).toMatchObject({
      code: 'KEY_REVOKED',
      status: 401,
    });
    api.at.clock.set(new Date('2025-01-20T23:59:59.999Z'));
    expect((await send(text)).status).toBe(201);
    api.at.clock.set(new Date('2025-01-21T00:00:00Z'));
    const late = await send(text);
    expect([late.status, JSON.parse(late.text)]).toMatchObject([401, { code: 'KEY_EXPIRED' }]);
    expect(late.challenge).toBe(
      'Bearer realm="change-programme-monitor", error="invalid_token", error_description="This key has expired."',
    );
    const asked = await ask(text, council);
    expect([asked.status, asked.challenge]).toEqual([401, late.challenge]);
    expect(asked.text).toContain('This key has expired.');

    const guesses = [GUESS, text.slice(0, -1) + (text.endsWith('A') ? 'B' : 'A'), 'cpm_nothing'];
    const answers = await Promise.all(guesses.map(send));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({
      status: 401,
      text: expect.stringContaining('NOT_SIGNED_IN'),
    });
  });

  it('asks whoever brings nothing for a bearer token, without naming a fault', async () => {
    const answer = await fetch(`${api.url}/v1/submissions`, { method: 'POST' });
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([
      401,
      'Bearer realm="change-programme-monitor"',
    ]);
  });

  it('is replaced with an overlap: both work until the chosen day, then the new one alone', async () => {
    const old = await make();
    const replace = (overlapDay: string) =>
      api.at.service.apiKeys.replace({
        reader: approver,
        id: randomUUID(),
        keyId: old.key.id,
        lastDay: '2025-07-01',
        overlapDay,
      });
    expect(await replace('2025-01-30')).toEqual({
      ok: false,
      error: { kind: 'faults', faults: ['OVERLAP_DAY'] },
    });
    api.at.clock.set(new Date('2025-01-15T09:01:00Z'));
    const fresh = await replace('2025-01-17');
    const text = fresh.ok ? fresh.value.text : '';
    expect([(await send(old.text)).status, (await send(text)).status]).toEqual([201, 201]);
    api.at.clock.set(new Date('2025-01-18T00:00:00Z'));
    expect([(await send(old.text)).status, (await send(text)).status]).toEqual([401, 201]);
    const listed = await api.at.service.apiKeys.ofCouncil(approver, old.key.councilId);
    expect(listed.map(({ label, deeds, replacedBy }) => ({ label, deeds, replacedBy }))).toEqual([
      { label: old.key.label, deeds: old.key.deeds, replacedBy: null },
      { label: old.key.label, deeds: old.key.deeds, replacedBy: listed[0]?.publicId },
    ]);
    expect(await replace('2025-01-19')).toMatchObject({
      error: { refusal: { code: 'KEY_ENDED' } },
    });
  });

  it('notes the hour of its last use, once an hour', async () => {
    const { text, key } = await make();
    const row = () => stored<{ at: Date }>('select last_used_at as at, xmin::text from api_key');
    api.at.clock.set(new Date('2025-01-15T09:20:00Z'));
    await ask(text);
    const first = await row();
    expect(first[0]?.at).toEqual(new Date('2025-01-15T09:00:00Z'));
    api.at.clock.set(new Date('2025-01-15T09:59:59Z'));
    await ask(text);
    expect(await row()).toEqual(first);
    api.at.clock.set(new Date('2025-01-15T10:00:00Z'));
    await ask(text);
    const listed = await api.at.service.apiKeys.ofCouncil(approver, key.councilId);
    expect(listed[0]?.lastUsedAt).toEqual(new Date('2025-01-15T10:00:00Z'));
  });

  it('is kept as a digest alone, and every deed leaves its audit row', async () => {
    const { text, key } = await make();
    await api.at.service.apiKeys.replace({
      reader: approver,
      id: randomUUID(),
      keyId: key.id,
      lastDay: '2025-07-01',
      overlapDay: '2025-01-15',
    });
    await api.at.service.apiKeys.revoke({ reader: approver, keyId: key.id });
    await send(text);
    const audit = await stored<{ deed: string; actor: string; detail: { publicId: string } }>(
      'select deed, actor, detail from audit_entry order by id',
    );
    expect(audit.map(({ deed }) => deed)).toEqual([
      'api key made',
      'api key made',
      'api key replaced',
      'api key revoked',
    ]);
    expect(audit.every(({ actor }) => actor === approver.actor)).toBe(true);
    expect(audit[0]?.detail.publicId).toBe(key.publicId);
    const keys = await stored('select * from api_key');
    expect(JSON.stringify([audit, keys])).not.toContain(text.slice(-43));
    expect(api.reported).toEqual([]);
  });

  it('is made by an approver of its council alone, at most ten at a time, and once by a form', async () => {
    const councilId = approver.councilIds[0] ?? 0;
    const id = randomUUID();
    const terms = { label: 'Nightly push', deeds: ['send-figures'], lastDay: '2025-04-15' };
    const { apiKeys } = api.at.service;
    const by = (reader: Reader, more: object = {}) =>
      apiKeys.make({ reader, id: randomUUID(), councilId, terms, ...more });
    const refused = (code: string) => ({ error: { kind: 'refused', refusal: { code } } });
    for (const [role, key] of [
      ['council-submitter', 'rutland'],
      ['system', 'rutland'],
      ['council-approver', 'leeds'],
      ['dfe-analyst', undefined],
    ] as const)
      expect(await by(await api.at.reader(role, key))).toMatchObject(refused('NOT_ALLOWED'));
    expect(await by(approver, { id })).toMatchObject({ ok: true });
    expect(await by(approver, { id })).toMatchObject(refused('KEY_SHOWN_ONCE'));
    const elsewhere = await api.at.reader('council-approver', 'leeds');
    expect(await apiKeys.revoke({ reader: elsewhere, keyId: id })).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
    const asked = await Promise.all(
      Array.from({ length: KEY_LIMITS.livingKeys }, () => by(approver)),
    );
    expect(asked.filter(({ ok }) => ok)).toHaveLength(KEY_LIMITS.livingKeys - 1);
    expect(await by(approver)).toMatchObject(refused('TOO_MANY_KEYS'));
    const replaced = await apiKeys.replace({
      reader: approver,
      id: randomUUID(),
      keyId: id,
      lastDay: '2025-04-15',
      overlapDay: '2025-01-16',
    });
    expect(replaced.ok).toBe(true);
    expect(await by(approver)).toMatchObject(refused('TOO_MANY_KEYS'));
    const admin = await api.at.reader('admin');
    expect(await apiKeys.ofCouncil(admin, councilId)).toHaveLength(KEY_LIMITS.livingKeys + 1);
  });
});
