import { scopeOf, type Reader } from '#domain/access';
import type { SubmissionView } from '#application/ports';
import { observationsOf, requestBy, rows, type Boxes } from './service/send.js';
import { clearAlert, plantAlert } from './service/planted-alerts.js';
import { testService, type TestService } from './service/test-service.js';
import { publishedTable } from '../apps/cli/src/seed/published-table.js';

const REVISED = { reason: { kind: 'RECOUNT', text: 'Two were counted twice.' } };
const FORM = {
  page: '/council/return/2024-12?council=rutland',
  action: '/council/return/2024-12?council=rutland',
  fields: { 'box-n_plans': '6', comment: 'Two teams were merged.' },
};

describe('what a council sent, what it changed and what it led to', () => {
  let at: TestService;
  let officer: Reader;
  let analyst: Reader;
  beforeEach(async () => {
    at = await testService('2025-01-10T09:00:00Z');
    officer = await at.reader('council-submitter', 'rutland');
    analyst = await at.reader('dfe-analyst');
  });
  afterEach(() => at.close());

  const councilOf = ({ councilIds }: Reader): number => councilIds[0] ?? 0;
  const send = async (
    boxes: Boxes,
    month = '2024-12',
    more: Parameters<typeof observationsOf>[2] = {},
  ): Promise<SubmissionView> => {
    at.clock.set(new Date(at.clock.now().getTime() + 60_000));
    const body = rows(observationsOf(boxes, month, more));
    const answer = await at.service.receiveSubmission.run(requestBy(officer, { body }));
    if (answer.kind !== 'received') throw new Error(answer.refusal.code);
    return answer.submission;
  };
  const effects = (reader: Reader, ids: readonly string[], most = 200) =>
    at.service.submissions.effects(scopeOf(reader), ids, most);

  it('is each figure that stood, old and new, with its reason; a first figure changed none', async () => {
    const first = await send({ n_requests: '6', n_withdrawn: '1' });
    const second = await send(
      { n_requests: '7', n_withdrawn: '2', n_appeals: '1' },
      '2024-12',
      REVISED,
    );
    const found = await effects(officer, [first.id, second.id]);
    expect(found.changes).toEqual([
      {
        ...{ submissionId: second.id, metric: 'n_requests', period: '2024 December' },
        ...{ breakdown: 'Total', reason: { kind: 'RECOUNT', text: 'Two were counted twice.' } },
        before: { value: '6', state: 'value' },
        after: { value: '7', state: 'value' },
      },
      expect.objectContaining({ submissionId: second.id, metric: 'n_withdrawn' }),
    ]);
    expect((await effects(officer, [second.id], 1)).changes).toHaveLength(1);
    expect((await effects(analyst, [second.id])).changes).toHaveLength(2);
    const other = await at.reader('council-submitter', 'leeds');
    expect(await effects(other, [second.id])).toEqual({ changes: [], findings: new Map() });
    expect((await effects(await at.reader('board'), [second.id])).changes).toEqual([]);
  });

  it('counts the findings of each', async () => {
    const sent = await send({ n_requests: '<5', n_withdrawn: 'six' });
    const { findings } = await effects(officer, [sent.id]);
    expect(findings.get(sent.id)).toBe(sent.findings.length);
    expect(sent.findings.length).toBeGreaterThan(1);
  });

  it('is narrowed to a month by its figures', async () => {
    const december = await send({ n_requests: '6' });
    await send({ n_requests: '5' }, '2024-11');
    const { register } = await at.service.programme.current();
    const list = async (period: string) => {
      const page = await at.service.submissions.list(scopeOf(officer), {
        ...{ programmeId: register.programmeId, councilId: councilOf(officer), period },
        ...{ after: null, first: 10 },
      });
      return page.items.map(({ id }) => id);
    };
    expect(await list('2024 December')).toEqual([december.id]);
    expect(await list('2024 May')).toEqual([]);
  });

  it('is the alerts that a month opened and cleared and who was told, an answer, and a permission', async () => {
    const councilId = councilOf(officer);
    const alert = await plantAlert(at, {
      ...{ councilId, ruleCode: 'off_trajectory', metric: 'plans_within_20_weeks' },
    });
    await at.service.sendNotifications.run();
    at.clock.set(new Date('2025-01-12T09:00:00Z'));
    await clearAlert(at, alert);
    const said = { councilId, about: 'service', code: null } as const;
    const given = await at.service.feedback.give(officer, {
      ...said,
      words: 'Panels need the papers two days earlier.',
    });
    if (!given.ok) throw new Error(given.error.code);
    const answer = { answer: 'The guidance will say three days.', owner: null };
    await at.service.feedback.answer(analyst, given.value.id, answer);
    const found = await at.service.readLedTo.run(officer, { councilId, period: '2024 December' });
    expect(found?.moves.map(({ from, to, period }) => [from, to, period])).toEqual([
      ['firing', 'resolved', '2024 December'],
      ['inactive', 'firing', '2024 December'],
    ]);
    expect(found?.moves[0]?.told).toEqual(['council']);
    expect(found?.answers).toEqual([
      expect.objectContaining({ id: given.value.id, answer: 'The guidance will say three days.' }),
    ]);
    expect(found?.reconciled).toBeNull();
    const other = await at.reader('council-submitter', 'leeds');
    expect(await at.service.readLedTo.run(other, { councilId, period: null })).toBeNull();
    at.clock.set(new Date('2025-06-12T09:00:00Z'));
    const later = await at.service.readLedTo.run(officer, { councilId, period: null });
    expect([later?.moves, later?.answers]).toEqual([[], []]);
    const month = await at.service.readLedTo.run(officer, { councilId, period: '2024 December' });
    expect(month?.moves).toHaveLength(2);
  });

  it('stands beside published figures of neighbours as a band, the region and England', async () => {
    at.clock.set(new Date('2025-07-01T09:00:00Z'));
    const councilId = councilOf(officer);
    const { register } = await at.service.programme.current();
    const neighbours = await at.service.benchmarks.neighboursOf(scopeOf(officer), councilId);
    const codeOf = (id: number): string =>
      register.councils
        .find((one) => one.id === id)
        ?.codes.find(({ kind, validTo }) => kind === 'ons' && validTo === null)?.code ?? '';
    const values = [
      { council: codeOf(councilId), value: '50' },
      ...neighbours.map((one, n) => ({ council: codeOf(one.councilId), value: `${n + 11}` })),
    ];
    const year = { timePeriod: '2023', timeIdentifier: 'Calendar year' };
    const lines = values.map(({ council, value }) => ({
      ...{ council, time_period: '2023', time_identifier: 'Calendar year' },
      ...{ measure: 'ehcp_timeliness_20wk_excl', numerator: value, denominator: '100', value },
    }));
    await at.service.receiveSubmission.run({
      ...requestBy({ ...analyst, roles: [] }, {}),
      ...{ source: 'published', publishedOn: '2024-06-13' },
      body: { kind: 'rows', table: publishedTable(lines, [year]) },
    });
    const metrics = ['ehcp_timeliness_20wk_excl', 'n_requests'];
    const question = { councilId, metrics, asKnownAt: null };
    const [found, ...more] = await at.service.readBenchmarks.run(officer, question);
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      ...{ own: { value: '50' }, neighbours: { low: '11', high: '20', of: 10 } },
      ...{ region: { name: 'East Midlands' }, england: { state: 'value' } },
    });
    const board = await at.reader('board');
    expect(await at.service.readBenchmarks.run(board, question)).toEqual([]);
  });

  it('is kept while the session is renewed, sealed, and given back once to the same person', async () => {
    const { developmentSignIn: signIn } = at.service;
    const { keptForms } = signIn;
    const old = (await signIn.signIn('rutland-data-officer'))?.cookie ?? '';
    const csrf = (await signIn.readerOfSession(old))?.csrf ?? '';
    await signIn.signOut(old);
    expect(await signIn.readerOfSession(old)).toBeNull();
    const kept = await keptForms.keep(csrf, FORM, null);
    const cookie = kept?.cookie ?? '';
    const stored = await at.transactions.read({ ...scopeOf(analyst), database: 'worker' }, (sql) =>
      sql.rows<{ text: string }>(`select encode(sealed, 'escape') as text from kept_form`),
    );
    expect(stored).toHaveLength(1);
    expect(stored[0]?.text).not.toContain('merged');
    const [again, lead] = [
      (await signIn.signIn('rutland-data-officer'))?.cookie ?? '',
      (await signIn.signIn('rutland-send-lead'))?.cookie ?? '',
    ];
    expect(await keptForms.take(cookie, FORM.page, lead)).toBeNull();
    expect(await keptForms.take(cookie, FORM.page, again)).toEqual(FORM);
    expect(await keptForms.take(cookie, FORM.page, again)).toBeNull();
  });
});
