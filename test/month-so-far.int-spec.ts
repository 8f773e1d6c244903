import { workerScope, type Reader } from '#domain/access';
import type { ReceiveRequest } from '#application/intake';
import { monthOf } from '#domain/periods';
import { csv, observationsOf, requestBy, rows, type Boxes } from './service/send.js';
import { testService, type TestService } from './service/test-service.js';

const RUNNING = '2025-01';
/** What any figure that counts would leave a row in. */
const COUNTING_TABLES = [
  ...['submission', 'submission_payload', 'finding', 'acceptance', 'revision', 'current_figure'],
  ...['series_to_assess', 'judged', 'idempotency_key', 'return_answer', 'alert', 'notification'],
];

let at: TestService;
let officer: Reader;
let councilId: number;
beforeEach(async () => {
  at = await testService('2025-01-20T03:00:00Z');
  officer = await at.reader('council-submitter', 'rutland');
  councilId = officer.councilIds[0] ?? 0;
});
afterEach(() => at.close());

const push = (boxes: Boxes, more: Partial<ReceiveRequest> = {}, month = RUNNING) =>
  at.service.receiveMonthSoFar.run(
    requestBy(officer, { body: rows(observationsOf(boxes, month)), ...more }),
  );
const send = (boxes: Boxes, month = RUNNING) =>
  at.service.receiveSubmission.run(
    requestBy(officer, { body: rows(observationsOf(boxes, month)) }),
  );
const shownTo = async (reader: Reader, of = councilId) =>
  (await at.service.readMonthsSoFar.run(reader, of)).map(({ period, figures }) => [
    period.start.slice(0, 7),
    Object.fromEntries(figures.map(({ metric, value, state }) => [metric, value ?? state])),
  ]);
const codesOf = (answer: Awaited<ReturnType<typeof push>>) =>
  (answer.kind === 'received' ? answer.submission : answer).findings.map(({ code }) => code);
const counted = () =>
  at.transactions.read(workerScope('spec'), async (sql) => {
    const rowsOf = COUNTING_TABLES.map(
      (table) => `(select count(*)::int from ${table}) as ${table}`,
    );
    return sql.one<Record<string, number>>(`select ${rowsOf.join(', ')}`);
  });

describe('a month so far', () => {
  it('is shown, and leaves nothing in any table from which figures are read, judged or released', async () => {
    const judge = async () => {
      await at.service.sweepSchedules.run();
      await at.service.judgeSeries.run();
    };
    await judge();
    const before = await counted();
    expect(await push({ n_requests: '4', n_plans: '2' })).toMatchObject({
      kind: 'received',
      pending: false,
      submission: {
        id: '',
        status: 'accepted',
        receivedCount: 2,
        acceptedCount: 2,
        knownSeq: null,
      },
    });
    await judge();
    expect(await counted()).toEqual(before);
    expect(await shownTo(officer)).toEqual([[RUNNING, { n_requests: '4', n_plans: '2' }]]);
    const period = monthOf(2025, 1);
    const [owed] = await at.service.readReturns.run(officer, { period, councilId });
    expect([owed?.status, owed?.boxesAnswered]).toEqual(['NOT_DUE', 0]);
    expect(await at.broken()).toEqual([]);
  });

  it('is replaced as a whole by the next push', async () => {
    await push({ n_requests: '4', n_plans: '2' });
    await push({ n_requests: '5' });
    expect(await shownTo(officer)).toEqual([[RUNNING, { n_requests: '5' }]]);
  });

  it('is gone when the return of the month comes, and not before', async () => {
    await push({ n_requests: '4' });
    await send({ n_requests: '9' }, '2024-12');
    expect(await shownTo(officer)).toEqual([[RUNNING, { n_requests: '4' }]]);
    at.clock.set(new Date('2025-02-03T09:00:00Z'));
    expect(await shownTo(officer)).toEqual([[RUNNING, { n_requests: '4' }]]);
    await send({ n_requests: '6' });
    expect(await shownTo(officer)).toEqual([]);
  });

  it('is gone when the council says that there is nothing to report, and when nothing has come for long', async () => {
    const answer = (kind: 'nil' | 'not-available') =>
      at.service.answerReturn.run({
        ...{ reader: officer, councilId, period: monthOf(2025, 1), kind },
        ...{ text: 'there is nothing this month', expectedOn: null },
      });
    await push({ n_requests: '4' });
    await answer('not-available');
    expect(await shownTo(officer)).toHaveLength(1);
    await answer('nil');
    expect(await shownTo(officer)).toHaveLength(0);
    await push({ n_requests: '4' });
    at.clock.set(new Date('2025-04-02T00:00:00Z'));
    expect(await shownTo(officer)).toHaveLength(0);
    await at.service.sweepSchedules.run();
    const left = await at.transactions.read(workerScope('spec'), (sql) =>
      sql.rows('select from month_so_far'),
    );
    expect(left).toHaveLength(0);
  });

  it('takes the running month alone: a month that has ended is a return, one that has not begun is refused', async () => {
    const ended = await push({ n_requests: '4' }, {}, '2024-12');
    expect(ended).toMatchObject({ kind: 'refused', refusal: { code: 'NOT_A_MONTH_SO_FAR' } });
    expect(codesOf(await push({ n_requests: '4' }, {}, '2025-02'))).toEqual(['PERIOD_FUTURE']);
    expect(codesOf(await send({ n_requests: '4' }))).toEqual(['PERIOD_FUTURE']);
    expect(await shownTo(officer)).toEqual([]);
  });

  it('is checked by the same rules, and keeps what stood when nothing is accepted', async () => {
    await push({ n_requests: '4' });
    const partly = await push({ n_requests: '5', n_decisions: '<5' });
    expect([partly.kind, codesOf(partly)]).toEqual(['received', ['VALUE_SUPPRESSED']]);
    expect(await shownTo(officer)).toEqual([[RUNNING, { n_requests: '5' }]]);
    expect(codesOf(await push({ n_decisions: '6', n_decisions_6wk: '7' }))).toContain(
      'PART_ABOVE_WHOLE',
    );
    const atomic = await push({ n_requests: '7', n_decisions: 'six' }, { mode: 'atomic' });
    expect(atomic).toMatchObject({ kind: 'refused', refusal: { code: 'ATOMIC_REFUSED' } });
    await push({ n_requests: '8' }, { dryRun: true });
    expect(await shownTo(officer)).toEqual([[RUNNING, { n_requests: '5' }]]);
  });

  it('is not compared with whole months', async () => {
    await send({ n_requests: '42' }, '2024-12');
    expect(codesOf(await push({ n_requests: '420' }))).toEqual([]);
  });

  it('is stopped by the guard like any file, and nothing of it is kept', async () => {
    const text = `council,period,measure,value,comment\n857,${RUNNING},n_plans,6,A123456789012\n`;
    const refused = await push({}, { channel: 'file', body: csv(text) });
    expect([refused.kind, codesOf(refused)]).toEqual(['refused', ['PERSONAL_DATA_IDENTIFIER']]);
    const long = Array.from({ length: 1_001 }, () => `857,${RUNNING},n_plans,6`).join('\n');
    const many = await push({}, { body: csv(`council,period,measure,value\n${long}`) });
    expect(many.kind).toBe('refused');
    expect(await shownTo(officer)).toEqual([]);
  });

  it('takes a key once: the same push again changes nothing, another with its key is refused', async () => {
    await push({ n_requests: '4' }, { idempotencyKey: 'tonight' });
    at.clock.set(new Date('2025-01-20T04:00:00Z'));
    const again = await push({ n_requests: '4' }, { idempotencyKey: 'tonight' });
    expect(again).toMatchObject({ kind: 'received', replayed: true });
    const [kept] = await at.service.readMonthsSoFar.run(officer, councilId);
    expect(kept?.receivedAt).toEqual(new Date('2025-01-20T03:00:00Z'));
    expect(await push({ n_requests: '5' }, { idempotencyKey: 'tonight' })).toMatchObject({
      kind: 'refused',
      refusal: { code: 'IDEMPOTENCY_KEY_REUSED' },
    });
  });

  it('is another council’s to send neither, nor to see; and a partnership’s and DfE’s where the programme agrees', async () => {
    await push({ n_requests: '4' });
    const other = await at.reader('council-submitter', 'leicester');
    const sent = await at.service.receiveMonthSoFar.run(
      requestBy(other, {
        council: '857',
        body: rows(observationsOf({ n_requests: '1' }, RUNNING)),
      }),
    );
    expect(sent).toMatchObject({ kind: 'refused', refusal: { code: 'COUNCIL_NOT_YOURS' } });
    const seers = [
      ['council-approver', 'rutland', 1],
      ['partnership-lead', 'rutland', 1],
      ['dfe-analyst', undefined, 1],
      ['council-submitter', 'leicester', 0],
      ['evaluator', undefined, 0],
      ['board', undefined, 0],
      ['admin', undefined, 0],
    ] as const;
    for (const [role, council, months] of seers)
      expect([role, (await shownTo(await at.reader(role, council))).length]).toEqual([
        role,
        months,
      ]);
  });
});

describe('where the programme has not agreed', () => {
  it('only the council’s own people see the month so far, by the database’s own rule', async () => {
    await at.close();
    at = await testService('2025-01-20T03:00:00Z', (programme) => ({
      ...programme,
      monthSoFarShared: false,
    }));
    await push({ n_requests: '4' });
    expect(await shownTo(officer)).toHaveLength(1);
    for (const [role, council] of [
      ['dfe-analyst', undefined],
      ['partnership-lead', 'rutland'],
    ] as const)
      expect(await shownTo(await at.reader(role, council))).toEqual([]);
  });
});
