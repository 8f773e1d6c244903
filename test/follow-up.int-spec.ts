import { randomUUID } from 'node:crypto';
import { workerScope, type Reader } from '#domain/access';
import { foldFollowUp, type Deed } from '#domain/follow-up';
import { testService, type TestService } from './service/test-service.js';

type Planted = {
  readonly council: string;
  readonly rule: string;
  readonly firedAt: string;
  readonly resolvedAt?: string;
  readonly acknowledgedAt?: string;
  readonly metric?: string;
};

const METRIC = 'plans_within_20_weeks';
const action: Deed = {
  kind: 'action',
  words: 'Bring in locum psychologists',
  who: 'Head of service',
  due: '2025-01-31',
};
const agree: Deed = { kind: 'agree' };
const close: Deed = {
  kind: 'close',
  words: 'Back on plan for two months after the locums came.',
  useful: true,
  because: null,
  reviewOn: null,
};

describe('what people do about alerts, on a real PostgreSQL', () => {
  let at: TestService;
  beforeEach(async () => {
    at = await testService('2025-01-15T09:00:00Z');
  });
  afterEach(() => at.close());

  /** An alert as the worker would have left it. */
  const plant = async ({ council, rule, firedAt, ...more }: Planted): Promise<string> => {
    const { councilIds } = await at.reader('council-approver', council);
    const id = randomUUID();
    await at.transactions.run(workerScope('spec'), (sql) =>
      sql.run(
        `insert into alert (id, programme_id, council_id, rule_code, rule_version, metric, series_key, opened_by, opened_at,
           state, no_data, since, fired_at, resolved_at, period, why, acknowledged_at, acknowledged_by)
         values ($1, 1, $2, $3, 1, $4, $4, $1::uuid::text, $5, $6, false, $5, $5, $7, '2024 October', 'planted', $8, $9)`,
        [
          ...[id, councilIds[0], rule, more.metric ?? METRIC, firedAt],
          ...[more.resolvedAt ? 'resolved' : 'firing', more.resolvedAt ?? null],
          ...[more.acknowledgedAt ?? null, more.acknowledgedAt ? 'somebody' : null],
        ],
      ),
    );
    return id;
  };
  const leeds = (rule = 'off_trajectory', more: object = {}) =>
    plant({ council: 'leeds', rule, firedAt: '2024-12-02T09:00:00Z', ...more });
  const does = async (reader: Reader, alertId: string, ...deeds: readonly Deed[]) => {
    const answer = await at.service.followUpAlert.run({ reader, alertId, deeds });
    return answer.ok ? 'done' : answer.error.code;
  };
  const standing = async (reader: Reader, id: string) =>
    foldFollowUp((await at.service.readAlerts.one(reader, id))?.entries ?? []);

  it('takes an alert from a comment over a plan to a closing and back, each with its audit line', async () => {
    const [lead, analyst] = [
      await at.reader('council-approver', 'leeds'),
      await at.reader('dfe-analyst'),
    ];
    const id = await leeds();
    expect(await does(lead, id, { kind: 'comment', words: '  Two posts are vacant.  ' })).toBe(
      'done',
    );
    expect(await does(lead, id, { kind: 'assign', side: 'council', who: 'SEND lead' })).toBe(
      'done',
    );
    expect(await does(lead, id, action, { ...action, words: 'Agree a rota of reviews' })).toBe(
      'done',
    );
    expect(await does(lead, id, agree)).toBe('NOT_ALLOWED');
    expect(await does(analyst, id, agree)).toBe('done');
    expect(await does(lead, id, { kind: 'done', action: 3, words: 'Both have started.' })).toBe(
      'done',
    );
    expect(await does(lead, id, close)).toBe('ALERT_NOT_CLEARED');
    await at.transactions.run(workerScope('spec'), (sql) =>
      sql.run(`update alert set state = 'resolved', resolved_at = now() where id = $1`, [id]),
    );
    expect(await does(lead, id, close)).toBe('done');
    expect(await does(lead, id, { kind: 'comment', words: 'One thing more.' })).toBe(
      'ALERT_CLOSED',
    );
    const { comments, actions, agreed, closing } = await standing(analyst, id);
    expect(comments.map(({ words, by }) => [words, by])).toEqual([
      ['Two posts are vacant.', lead.actor],
    ]);
    expect(actions.map(({ n, state }) => [n, state])).toEqual([
      [3, 'done'],
      [4, 'open'],
    ]);
    expect(agreed).toMatchObject({ by: analyst.actor, changedSince: false });
    expect(closing).toMatchObject({ by: lead.actor, useful: true, evidence: close.words });
    expect(await does(analyst, id, { kind: 'reopen', words: 'Figures were withdrawn.' })).toBe(
      'done',
    );
    expect((await standing(lead, id)).closing).toBeNull();
    const audited = await at.transactions.read(workerScope('spec'), (sql) =>
      sql.rows<{ deed: string; entry: number }>(
        `select deed, (detail ->> 'entry')::int as entry from audit_entry where subject = $1 order by id`,
        [id],
      ),
    );
    expect(audited.map(({ deed, entry }) => `${entry} ${deed}`)).toEqual([
      '1 alert commented on',
      '2 alert assigned',
      '3 recovery action added',
      '4 recovery action added',
      '5 recovery plan agreed',
      '6 recovery action done',
      '7 alert closed',
      '8 alert reopened',
    ]);
  });

  it('keeps a deed that is sent twice once, and all of a plan or none of it', async () => {
    const lead = await at.reader('council-approver', 'leeds');
    const id = await leeds();
    const twice = await Promise.all([does(lead, id, action), does(lead, id, action)]);
    expect(twice).toEqual(['done', 'done']);
    expect(await does(lead, id, { ...action, words: 'Agree a rota' }, { ...action, who: '' })).toBe(
      'NAME_WRONG',
    );
    expect((await standing(lead, id)).size).toBe(1);
  });

  it('numbers what several people say at once, and loses none of it', async () => {
    const readers = [
      await at.reader('council-approver', 'leeds'),
      await at.reader('council-submitter', 'leeds'),
      await at.reader('partnership-lead', 'leeds'),
      await at.reader('dfe-analyst'),
      await at.reader('dfe-policy'),
    ];
    const id = await leeds();
    const said = await Promise.all(
      readers.map((reader) => does(reader, id, { kind: 'comment', words: 'We looked into it.' })),
    );
    expect(said).toEqual(readers.map(() => 'done'));
    const { comments } = await standing(readers[0] as Reader, id);
    expect(comments.map(({ n }) => n)).toEqual([1, 2, 3, 4, 5]);
    expect(new Set(comments.map(({ by }) => by)).size).toBe(5);
  });

  it('is for whoever acts on the council’s alerts, and read by nobody else', async () => {
    const id = await leeds();
    const comment: Deed = { kind: 'comment', words: 'An intruder was here.' };
    for (const [role, council, code] of [
      ['council-approver', 'barnet', 'NOT_FOUND'],
      ['system', 'leeds', 'NOT_ALLOWED'],
      ['board', undefined, 'NOT_ALLOWED'],
      ['evaluator', undefined, 'NOT_FOUND'],
      ['auditor', undefined, 'NOT_FOUND'],
    ] as const)
      expect([role, await does(await at.reader(role, council), id, comment)]).toEqual([role, code]);
    expect(await at.service.readAlerts.quality(await at.reader('evaluator'))).toBeNull();
    expect(await at.service.readAlerts.quality(await at.reader('council-approver', 'leeds'))).toBe(
      null,
    );
  });

  it('accepts an explanation of a finding to look at until its review', async () => {
    const [lead, analyst] = [
      await at.reader('council-approver', 'leeds'),
      await at.reader('dfe-analyst'),
    ];
    const id = await leeds('unlike_the_others');
    const explained: Deed = { ...close, reviewOn: '2025-06-30' };
    expect(await does(lead, id, explained)).toBe('NOT_ALLOWED');
    expect(await does(analyst, id, explained)).toBe('done');
    expect(await does(lead, id, { kind: 'comment', words: 'Thank you for that.' })).toBe(
      'ALERT_CLOSED',
    );
    at.clock.set(new Date('2025-06-30T09:00:00Z'));
    expect(await does(lead, id, { kind: 'comment', words: 'Here is what changed.' })).toBe('done');
  });

  it('lists what was acknowledged ten working days ago and has no plan', async () => {
    const [lead, analyst] = [
      await at.reader('council-approver', 'leeds'),
      await at.reader('dfe-analyst'),
    ];
    // The tenth working day before 15 January is the 31st of December: New Year’s Day does not count.
    const late = await leeds('off_trajectory', { acknowledgedAt: '2024-12-30T16:00:00Z' });
    await leeds('getting_worse', { acknowledgedAt: '2024-12-31T09:00:00Z' });
    await leeds('plan_band');
    const overdue = async (): Promise<readonly string[]> => {
      const question = { ruleCode: null, councilId: null, metric: null, open: true, after: null };
      const page = await at.service.readAlerts.list(analyst, {
        ...{ ...question, first: 10, planOverdue: true },
      });
      return page.items.map((alert) => alert.id);
    };
    expect(await overdue()).toEqual([late]);
    await does(lead, late, action);
    expect(await overdue()).toEqual([]);
    await does(lead, late, { kind: 'drop', action: 1, words: 'It is not needed now.' });
    expect(await overdue()).toEqual([late]);
  });

  it('measures the alerts of a year by rule: what cleared, what was useful, how soon it was seen', async () => {
    const [lead, analyst] = [
      await at.reader('council-approver', 'leeds'),
      await at.reader('dfe-analyst'),
    ];
    const barnet = await at.reader('council-approver', 'barnet');
    // Fired on Friday at 16:00 and seen on Monday at 10:00: an hour and an hour. Cleared, and useful.
    const first = await leeds('off_trajectory', {
      firedAt: '2024-03-01T16:00:00Z',
      acknowledgedAt: '2024-03-04T10:00:00Z',
      resolvedAt: '2024-05-10T09:00:00Z',
    });
    // Fired again within three months; Good Friday and Easter Monday are not in it, the late May bank holiday is: from
    // Friday 24 May at 12:00 (five hours) over Monday the 27th to Tuesday at 18:00 by London’s clocks (eight hours).
    await leeds('off_trajectory', {
      firedAt: '2024-05-24T11:00:00Z',
      acknowledgedAt: '2024-05-28T17:00:00Z',
    });
    // Another council: seen within the hour, before work, so none; cleared, and of wrong data.
    const wrong = await plant({
      council: 'barnet',
      rule: 'off_trajectory',
      firedAt: '2024-07-01T05:00:00Z',
      acknowledgedAt: '2024-07-01T05:30:00Z',
      resolvedAt: '2024-08-01T09:00:00Z',
    });
    // Before the year, and an alert that nobody has seen.
    await leeds('getting_worse', {
      firedAt: '2023-12-01T09:00:00Z',
      resolvedAt: '2024-01-10T09:00:00Z',
    });
    await leeds('getting_worse', { firedAt: '2024-06-01T09:00:00Z' });
    await does(lead, first, close);
    await does(lead, first, { kind: 'reopen', words: 'It was closed too early.' });
    await does(lead, first, close);
    await does(analyst, wrong, { ...close, useful: false, because: 'wrong-data' });
    await at.transactions.run(workerScope('spec'), (sql) =>
      sql.run(
        `insert into judged select 1, id, 'off_trajectory', metric, now() from unnest($1::int[]) id, unnest(array['one', 'two']) metric`,
        [[lead.councilIds[0], barnet.councilIds[0]]],
      ),
    );
    const { from, to, rules = [] } = (await at.service.readAlerts.quality(analyst)) ?? {};
    expect([from, to]).toEqual(['2024-01-16', '2025-01-15']);
    expect(rules).toEqual([
      {
        ...{ ruleCode: 'getting_worse', fired: 1, cleared: 0, useful: 0, notUseful: 0 },
        ...{ hoursToAcknowledge: null, refired: 0, series: 0, councils: 0 },
      },
      {
        ...{ ruleCode: 'off_trajectory', fired: 3, cleared: 2, useful: 1, notUseful: 1 },
        ...{ hoursToAcknowledge: 2, refired: 1, series: 4, councils: 2 },
      },
    ]);
  });
});
