import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeService, type Service } from '#composition';
import { workerScope, type Reader, type Role } from '#domain/access';
import { monthPeriod } from '#domain/periods';
import { dataSourceFor, ScopedTransactions, verifyInvariants } from '#persistence';
import { FixedClock } from '#platform';
import { testDatabase, type TestDatabase } from '#testing';
import { backTestDifferences } from './demonstration/back-test-differences.js';
import { NobodyWoken } from './demonstration/nobody-woken.js';
import { exportedPairs } from './demonstration/exported-pairs.js';
import { observationsOf, requestBy, rows } from './service/send.js';

const OPENING = '2025-01-15T09:00:00Z';

/** What is open when the demonstration opens, with the rules of today: the same on every start. */
const OPEN_AT_THE_OPENING: unknown = JSON.parse(
  readFileSync(join(import.meta.dirname, 'demonstration', 'open-alerts.json'), 'utf8'),
);

/** A line of `replay`: what opened, with which figures, and what came of it. */
const ALERT =
  /^(?<council>.*): (?<rule>\w+) (?<series>.*) opens with (?<since>.*) on [\d-]+, (?<state>.*)$/;

describe('the demonstration, as it opens', () => {
  let database: TestDatabase;
  let service: Service;
  let transactions: ScopedTransactions;
  const worker = { source: null as ReturnType<typeof dataSourceFor> | null };
  const someone = (...roles: Role[]): Reader => ({
    actor: 'spec',
    roles,
    councilIds: [],
    memberIds: [],
    partnership: null,
  });
  const councilCalled = async (name: string): Promise<number> => {
    const { register } = await service.programme.current();
    return register.councils.find((council) => council.name === name)?.id ?? NaN;
  };

  /** As a person runs it, by the built command: in a test's own modules the same takes twice as long. */
  const cli = (...words: string[]): string => {
    const { app, worker: workerUrl, queue } = database.roles;
    const env = {
      ...process.env,
      NODE_OPTIONS: '',
      DATA_DIR: mkdtempSync(join(tmpdir(), 'monitor-seed-')),
      DATABASE_URL: database.ownerUrl,
      APP_DATABASE_URL: app,
      WORKER_DATABASE_URL: workerUrl,
      QUEUE_DATABASE_URL: queue,
      SEED: 'demo',
      AS_OF: OPENING,
    };
    const main = join('dist', 'apps', 'cli', 'src', 'main.js');
    return execFileSync(process.execPath, [main, ...words], { encoding: 'utf8', env });
  };

  beforeAll(async () => {
    database = await testDatabase();
    const { worker: workerUrl } = database.roles;
    expect(cli('seed')).toMatch(/Loaded \d+ deliveries and approvals/);
    worker.source = dataSourceFor(workerUrl, { size: 1, name: 'spec' });
    await worker.source.initialize();
    transactions = new ScopedTransactions({ worker: worker.source });
    service = await composeService(
      { ...database.roles, listens: false, poolSize: 2, name: 'spec' },
      { clock: new FixedClock(new Date(OPENING)), wakeUps: new NobodyWoken() },
    );
  }, 600_000);
  afterAll(async () => {
    await service?.close();
    await worker.source?.destroy();
    await database?.drop();
  });

  it('has the alerts open that are on record, and a replay and back-tests of all history agree', async () => {
    const lines = cli('replay').trimEnd().split('\n');
    expect(lines.at(-1)).toMatch(/^\d+ alerts replayed, 0 differ from the record\.$/);
    const alerts = lines.map((line) => ALERT.exec(line)?.groups ?? {});
    const open = alerts
      .filter(({ state = 'clears' }) => !state.startsWith('clears'))
      .map(({ council, rule, series = '', since, state }) => {
        const on = /^(return|milestone|feedback|plan) /.test(series) ? '' : ` on ${series}`;
        return `${council}: ${rule}${on} since ${since}${state === 'firing' ? '' : `, ${state}`}`;
      });
    expect(open.sort()).toEqual(OPEN_AT_THE_OPENING);
    expect(await backTestDifferences(service)).toEqual([]);
    const invariants = await transactions.read(workerScope('spec'), verifyInvariants);
    expect(invariants.filter(({ count }) => count > 0)).toEqual([]);
  }, 240_000);

  it('has everything assessed, as a rebuild from the revisions has it', () => {
    expect(cli('assess', '--check')).toMatch(/\d{5} assessments rebuilt, 0 differ\./);
  }, 120_000);

  it('has 28 of 32 returns for December 2024; Swindon has answered, Leicester, Luton and Rutland have not reported', async () => {
    const returns = await service.readReturns.run(someone('dfe-analyst'), {
      period: monthPeriod('2024-12'),
      councilId: null,
    });
    expect(returns).toHaveLength(32);
    const others = returns
      .filter(({ status }) => status !== 'RECEIVED' && status !== 'APPROVED')
      .map(({ council, status, answer }) => [council.name, status, answer?.text ?? null]);
    expect(others).toEqual([
      ['Leicester', 'DUE', null],
      ['Luton', 'DUE', null],
      ['Rutland', 'DUE', null],
      ['Swindon', 'NOT_AVAILABLE', 'New case system, expected 20 January'],
    ]);
  });

  it('has more time granted to Luton for December 2024, as it asked, and told in the audit', async () => {
    const councilId = await councilCalled('Luton');
    const period = monthPeriod('2024-12');
    const [owed] = await service.readReturns.run(someone('dfe-analyst'), { period, councilId });
    expect(owed?.extendedUntil).toBe('2025-01-17');
    expect(owed?.dueAt).toEqual(new Date('2025-01-17T17:00:00Z'));
    const deeds = await transactions.read(workerScope('spec'), (sql) =>
      sql.rows<{ deed: string; actor: string }>(
        `select deed, actor from audit_entry where deed like 'extension %' order by id`,
      ),
    );
    expect(deeds).toEqual([
      { deed: 'extension asked for', actor: 'Luton data officer' },
      { deed: 'extension granted', actor: 'DfE analyst' },
    ]);
  });

  it('has reminded nobody of the past, and at nine reminds who owes December, and of November', async () => {
    const { register } = await service.programme.current();
    const reminded = async () => {
      const rows = await transactions.read(workerScope('spec'), (sql) =>
        sql.rows<{ id: number | null; subject: string }>(
          'select council_id as id, subject from notification where alert_id is null',
        ),
      );
      return rows.map(({ id, subject }) => {
        const name = register.councils.find((council) => council.id === id)?.name ?? 'DfE';
        return `${name}: ${subject}`;
      });
    };
    expect(await reminded()).toEqual([]);
    for (let sweep = 0; sweep < 2; sweep += 1) await service.remindOfReturns.run();
    expect((await reminded()).sort()).toEqual([
      'DfE: Returns for November 2024 that have not come',
      'Leicester: A return for November 2024 has not come',
      'Leicester: Your return for December 2024 is due today',
      'Leicester: Your return for November 2024 is late',
      // Its more time ends on the 17th.
      'Luton: Your return for December 2024 is due soon',
      'Rutland: Your return for December 2024 is due today',
    ]);
  });

  it('keeps history twice: on 15 October Calderdale had 490 requests, provisional, and now 49', async () => {
    const known = async (asKnownAt: Date | null) => {
      const series = await service.readSeries.run(someone('dfe-analyst'), {
        metric: 'n_requests',
        area: 'Calderdale',
        breakdown: null,
        from: '2024-09-01',
        to: '2024-10-01',
        asKnownAt,
      });
      return series?.points.map(({ value, standing }) => ({ value, standing }));
    };
    expect(await known(new Date('2024-10-15T12:00:00Z'))).toEqual([
      { value: '490', standing: 'provisional' },
    ]);
    expect(await known(null)).toEqual([{ value: '49', standing: 'approved' }]);
  });

  it('labels every monthly figure and every delivery of a council as demonstration data, and no published one', async () => {
    const labels = await transactions.read(workerScope('spec'), (sql) =>
      sql.rows(
        `select published, demonstration, count(*) > 0 as some from revision group by 1, 2 order by 1`,
      ),
    );
    expect(labels).toEqual([
      { published: false, demonstration: true, some: true },
      { published: true, demonstration: false, some: true },
    ]);
    const series = await service.readSeriesByMetric.run(someone('dfe-analyst'), {
      metric: 'plans_within_20_weeks',
      breakdown: null,
      from: '2023-06-01',
      to: '2023-07-01',
      inProgramme: true,
      asKnownAt: null,
    });
    const points = series?.series.flatMap((one) => one.points) ?? [];
    expect(points.length).toBeGreaterThan(30);
    expect(points.filter((point) => !point.demonstration)).toEqual([]);
  });

  it('has the months before the first return as approved backfill, and asks Leicester for nothing it cannot produce', async () => {
    const of = async (name: string, metric: string, from: string, to: string) => {
      const series = await service.readSeries.run(someone('dfe-analyst'), {
        metric,
        area: name,
        breakdown: null,
        from,
        to,
        asKnownAt: null,
      });
      return series?.points ?? [];
    };
    const backfilled = await of('Portsmouth', 'plans_within_20_weeks', '2021-01-01', '2023-01-01');
    expect(backfilled).toHaveLength(24);
    expect(backfilled.every(({ standing }) => standing === 'approved')).toBe(true);
    const silent = await of('Leicester', 'plans_within_20_weeks', '2023-01-01', '2024-01-01');
    expect(silent.map(({ state }) => state)).toEqual(Array(12).fill('x'));
    const { comment } = (await of('Leicester', 'n_plans', '2023-01-01', '2023-02-01'))[0] ?? {};
    expect(comment).toContain('nothing is published for Leicester for 2023');
    expect(await councilCalled('Leicester')).not.toBeNaN();
  });

  it('exports every metric as a pair that DfE takes, and reads back the same', async () => {
    const pairs = await exportedPairs(service, someone('dfe-analyst'));
    expect(pairs).toMatchObject({ faults: [], written: 110 });
    expect(pairs.figures).toBeGreaterThan(50_000);
  }, 120_000);

  it("takes Rutland's December without a warning, and counts 29 of 32", async () => {
    const rutland = {
      ...someone('council-submitter'),
      councilIds: [await councilCalled('Rutland')],
    };
    const [header = '', ...lines] = readFileSync(
      join(process.cwd(), 'programmes', 'send-ap', 'demonstration', 'unsent.csv'),
      'utf8',
    ).split('\n');
    const cells = lines.find((line) => line.startsWith('rutland,2024-12'))?.split(',') ?? [];
    const boxes = header.split(',').map((box, i) => [box, cells[i] ?? ''] as const);
    const december = Object.fromEntries(boxes.slice(2).filter(([, value]) => value !== ''));
    const answer = await service.receiveSubmission.run(
      requestBy(rutland, { body: rows(observationsOf(december)) }),
    );
    expect(answer).toMatchObject({
      kind: 'received',
      submission: { status: 'accepted', acceptedCount: 23 },
    });
    const findings = answer.kind === 'received' ? answer.submission.findings : [];
    expect(findings.filter(({ severity }) => severity !== 'note')).toEqual([]);
    const returns = await service.readReturns.run(someone('dfe-analyst'), {
      period: monthPeriod('2024-12'),
      councilId: null,
    });
    const reported = returns.filter(({ status }) => ['RECEIVED', 'APPROVED'].includes(status));
    expect(reported).toHaveLength(29);
  });

  it('had Portsmouth off its plan by 1 June 2023, a year before the yearly statistics said so', async () => {
    const portsmouth = await councilCalled('Portsmouth');
    const alerts = await transactions.read(workerScope('spec'), (sql) =>
      sql.rows<{ openedBy: string; firedAt: Date }>(
        `select opened_by as "openedBy", fired_at as "firedAt" from alert
         where rule_code = 'off_trajectory' and council_id = $1`,
        [portsmouth],
      ),
    );
    const [alert] = alerts;
    expect(alert?.openedBy).toBe('2023 January');
    expect((alert?.firedAt ?? new Date(OPENING)) < new Date('2023-06-01T00:00:00Z')).toBe(true);
  }, 60_000);
});
