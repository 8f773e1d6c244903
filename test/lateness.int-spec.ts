import { workerScope, type Reader } from '#domain/access';
import { monthPeriod, type Period } from '#domain/periods';
import { handlersFor } from '../apps/worker/src/handlers.js';
import { observationsOf, requestBy, rows } from './service/send.js';
import { testService, type TestService } from './service/test-service.js';

const month = (text: string): Period => {
  const period = monthPeriod(text);
  if (!period) throw new Error(text);
  return period;
};
const JANUARY = month('2023-01');
const WHY = 'The case system is being replaced.';
const BECAUSE = 'Granted, because of the new system.';

let at: TestService;
let officer: Reader;
let analyst: Reader;
let leedsId: number;

beforeEach(async () => {
  at = await testService('2023-01-03T09:00:00Z');
  officer = await at.reader('council-submitter', 'leeds');
  analyst = await at.reader('dfe-analyst');
  leedsId = officer.councilIds[0] ?? 0;
}, 60_000);
afterEach(async () => {
  expect(await at.broken()).toEqual([]);
  await at.close();
});

/** What the worker does on a moment, whatever woke it. */
async function work(moment: string): Promise<void> {
  at.clock.set(new Date(moment));
  const handlers = handlersFor(at.service);
  await handlers.sweep();
  await handlers.assessments();
}

async function extend(period: Period, until: string): Promise<void> {
  const asked = await at.service.permissions.ask({
    ...{ reader: officer, councilId: leedsId, kind: 'extension', period, until, reason: WHY },
  });
  expect(asked).toMatchObject({ ok: true });
  const answered = await at.service.permissions.answer({
    reader: analyst,
    permissionId: asked.ok ? asked.value.id : '',
    until,
    text: BECAUSE,
  });
  expect(answered).toMatchObject({ ok: true, value: { answer: { until, text: BECAUSE } } });
}

const owed = async (period: Period) => {
  const [one] = await at.service.readReturns.run(officer, { period, councilId: leedsId });
  return one && { status: one.status, dueAt: one.dueAt.toISOString(), late: one.workingDaysLate };
};

const alertsOf = async (ruleCode = 'return_missing') =>
  (
    await at.service.readAlerts.list(officer, {
      ...{ ruleCode, councilId: leedsId, metric: null },
      ...{ open: null, after: null, first: 50 },
    })
  ).items.map(({ openedBy, state, openedAt }) => `${openedBy} ${state} ${openedAt.toISOString()}`);

const reminders = async (reader: Reader) =>
  (await at.service.readAlerts.inbox(reader))
    .filter(({ alertId }) => alertId === null)
    .map(({ subject }) => subject);

const differences = async () =>
  (await at.service.replayAlerts.run({ ruleCode: 'return_missing' })).differences;

const send = (value: string, period: string) =>
  at.service.receiveSubmission.run(
    requestBy(officer, { body: rows(observationsOf({ n_requests: value }, period)) }),
  );

describe('an extension', () => {
  it('moves the due moment of one council and month, and the silence that counts', async () => {
    await work('2023-02-10T12:00:00Z');
    await extend(JANUARY, '2023-02-24');
    await work('2023-02-20T12:00:00Z');
    expect(await owed(JANUARY)).toEqual({
      ...{ status: 'DUE', dueAt: '2023-02-24T17:00:00.000Z', late: 0 },
    });
    const board = await at.service.readReturns.run(analyst, { period: JANUARY, councilId: null });
    expect(new Set(board.map(({ status }) => status))).toEqual(new Set(['LATE', 'DUE']));
    expect(board.filter(({ extendedUntil }) => extendedUntil !== null)).toHaveLength(1);
    expect(await alertsOf()).toEqual([]);
    await work('2023-03-01T16:59:00Z');
    expect(await alertsOf()).toEqual([]);
    expect(await owed(JANUARY)).toMatchObject({ status: 'LATE', late: 3 });
    await work('2023-03-01T17:00:00Z');
    expect(await alertsOf()).toEqual(['2023 January firing 2023-03-01T17:00:00.000Z']);
    expect(await differences()).toEqual([]);
  }, 60_000);

  it('that comes when the return is missing already clears the alert, until the new day has passed', async () => {
    await work('2023-02-20T12:00:00Z');
    expect(await alertsOf()).toEqual(['2023 January firing 2023-02-17T17:00:00.000Z']);
    await extend(JANUARY, '2023-02-24');
    await work('2023-02-20T12:01:00Z');
    expect(await alertsOf()).toEqual(['2023 January resolved 2023-02-17T17:00:00.000Z']);
    await work('2023-03-02T12:00:00Z');
    expect(await alertsOf()).toEqual(['2023 January firing 2023-02-17T17:00:00.000Z']);
    expect(await differences()).toEqual([]);
    await send('41', '2023-01');
    await work('2023-03-02T12:01:00Z');
    expect(await alertsOf()).toEqual(['2023 January resolved 2023-02-17T17:00:00.000Z']);
    expect(await differences()).toEqual([]);
  }, 60_000);

  it('is asked once, answered once, and leaves its lines in the audit', async () => {
    await work('2023-02-10T12:00:00Z');
    const ask = () =>
      at.service.permissions.ask({
        ...{ reader: officer, councilId: leedsId, kind: 'extension', period: JANUARY },
        ...{ until: '2023-02-24', reason: WHY },
      });
    const [one, two] = await Promise.all([ask(), ask()]);
    const taken = one.ok ? one : two;
    const refused = one.ok ? two : one;
    expect(refused).toMatchObject({ ok: false, error: { code: 'REQUEST_WAITING' } });
    const answer = (reader: Reader, text: string) =>
      at.service.permissions.answer({
        ...{ reader, permissionId: taken.ok ? taken.value.id : '', until: null, text },
      });
    expect(await answer(officer, BECAUSE)).toMatchObject({ error: { code: 'NOT_ALLOWED' } });
    expect(await answer(analyst, 'no')).toMatchObject({ error: { code: 'WORDS_TOO_SHORT' } });
    expect(await answer(analyst, 'Not for this month.')).toMatchObject({ ok: true });
    expect(await answer(analyst, BECAUSE)).toMatchObject({ error: { code: 'REQUEST_ANSWERED' } });
    expect(await owed(JANUARY)).toMatchObject({ dueAt: '2023-02-14T17:00:00.000Z' });
    const deeds = await at.transactions.read(workerScope('spec'), (sql) =>
      sql.rows<{ deed: string }>(
        `select deed from audit_entry where subject = $1 order by at, id`,
        [taken.ok ? taken.value.id : ''],
      ),
    );
    expect(deeds.map(({ deed }) => deed).sort()).toEqual([
      'extension asked for',
      'extension declined',
    ]);
  }, 60_000);
});

describe('a closed month', () => {
  it('takes changes while DfE has it open for the council, and refuses them before and after', async () => {
    const codes = async (moment: string, value: string) => {
      at.clock.set(new Date(moment));
      const answer = await send(value, '2023-01');
      return answer.kind === 'received' ? answer.submission.findings.map(({ code }) => code) : [];
    };
    expect(await codes('2024-02-01T09:00:00Z', '41')).toEqual(['PERIOD_CLOSED']);
    const opened = await at.service.permissions.open({
      ...{ reader: analyst, councilId: leedsId, period: JANUARY, until: '2024-02-09' },
      reason: 'Two teams counted the same requests.',
    });
    expect(opened).toMatchObject({ ok: true, value: { kind: 'exception' } });
    expect(await codes('2024-02-01T10:00:00Z', '42')).toEqual([]);
    expect(await codes('2024-02-09T23:59:00Z', '43')).toEqual(['REVISION_NEEDS_REASON']);
    expect(await codes('2024-02-10T00:00:00Z', '44')).toEqual(['PERIOD_CLOSED']);
    const byCouncil = await at.service.permissions.open({
      ...{ reader: officer, councilId: leedsId, period: JANUARY, until: '2024-02-20', reason: WHY },
    });
    expect(byCouncil).toMatchObject({ error: { code: 'NOT_ALLOWED' } });
  }, 60_000);
});

describe('figures that come after their return was due', () => {
  it('count for alerts ten working days after they came, when nobody has approved them, and wait for nothing else', async () => {
    await work('2023-02-20T11:00:00Z');
    const boxes = { n_plans: '100', n_exceptions: '0', n_plans_20wk: '2' };
    await at.service.receiveSubmission.run(
      requestBy(officer, { body: rows(observationsOf(boxes, '2023-01')) }),
    );
    await work('2023-02-20T11:01:00Z');
    await work('2023-03-06T10:59:00Z');
    expect(await alertsOf('plan_band')).toEqual([]);
    await work('2023-03-06T11:00:30Z');
    expect(await alertsOf('plan_band')).toEqual(['2023 January pending 2023-03-06T11:00:00.000Z']);
  });
});

describe('reminders', () => {
  it('are there once, however often and by how many workers the sweep runs', async () => {
    await work('2023-02-07T09:00:00Z');
    const handlers = handlersFor(at.service);
    await Promise.all([handlers.sweep(), handlers.sweep(), handlers.sweep()]);
    await handlers.notifications();
    expect(await reminders(officer)).toEqual(['Your return for January 2023 is due soon']);
    await work('2023-02-07T09:10:00Z');
    expect(await reminders(officer)).toHaveLength(1);
  }, 60_000);

  it('after downtime tell only the newest step, and DfE once for all councils', async () => {
    await work('2023-03-01T12:00:00Z');
    expect(await reminders(officer)).toEqual(['Your return for January 2023 is late']);
    expect(await reminders(await at.reader('partnership-lead', 'leeds'))).toContain(
      'A return for January 2023 has not come',
    );
    expect(await reminders(analyst)).toEqual(['Returns for January 2023 that have not come']);
    const late = await at.service.readAlerts.inbox(analyst);
    for (const { subject, body } of late)
      expect(`${subject} ${body}`.replace('2023', '')).not.toMatch(/\d/);
  }, 60_000);

  it('are not for a council that has reported or answered, until the day that it named has passed', async () => {
    at.clock.set(new Date('2023-02-06T12:00:00Z'));
    await send('41', '2023-01');
    await work('2023-02-15T12:00:00Z');
    expect(await reminders(officer)).toEqual([]);
    await at.service.answerReturn.run({
      ...{ reader: officer, councilId: leedsId, period: month('2023-02'), kind: 'not-available' },
      ...{ text: 'No extract before the end of the month.', expectedOn: '2023-03-24' },
    });
    await work('2023-03-24T12:00:00Z');
    expect(await reminders(officer)).toEqual([]);
    await work('2023-03-25T12:00:00Z');
    expect(await reminders(officer)).toEqual(['Your return for February 2023 is late']);
  }, 60_000);
});
