import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import {
  backTestCouncils,
  memberIds,
  resultOf,
  runBackTest,
  type BackTestOrder,
  type BackTestPorts,
} from '#application/back-test';
import { WakeUps, type BackTestedCouncil, type HeavyFault } from '#application/ports';
import { composeService } from '#composition';
import type { Result } from '#domain';
import { workerScope } from '#domain/access';
import type { AlertRule } from '#domain/judgement';
import type { Metric } from '#domain/metrics';
import {
  dataSourceFor,
  ScopedTransactions,
  writeProgramme,
  type ProgrammeData,
} from '#persistence';
import { FixedClock } from '#platform';
import { testDatabase } from '#testing';
import { readProgramme } from '../apps/cli/src/seed/read-programme.js';
import { say, seconds } from './bench.js';

const METRICS = 60;
const MONTHS = 60;
const FIRST = '2020-01-01';
const NOW = '2025-01-15T09:00:00Z';
/** The machine that the goal is for. */
const LANES = 2;
/** Councils by which threads are warmed up, and judging alone is measured. */
const SAMPLE = 16;

class NoWakeUps extends WakeUps {
  wake(): Promise<void> {
    return Promise.resolve();
  }
}

const codeOf = (n: number): string => `bench_${n}`;

/** Counts of which fewer are better, one for each number; all councils are members for five years. */
function programmeOf(read: ProgrammeData): ProgrammeData {
  const box = read.metrics.find(({ type }) => type === 'box');
  if (!box) throw new Error('the programme has no number');
  const metrics = Array.from({ length: METRICS }, (_, n): Metric => ({
    ...box,
    code: codeOf(n),
    title: codeOf(n),
    direction: 'down',
  }));
  const councils = read.register.councils.filter(({ endedOn }) => endedOn === null);
  return {
    ...read,
    startsOn: FIRST,
    metrics: [...read.metrics, ...metrics],
    register: {
      ...read.register,
      participations: [],
      memberships: councils.map(({ id }) => ({ councilId: id, from: FIRST, to: null })),
    },
  };
}

/** Rule A, with nothing that spares it work. */
const ruleOf = ({ alertRules }: ProgrammeData): AlertRule => {
  const rule = alertRules.find(({ condition }) => condition.kind === 'getting-worse');
  if (!rule) throw new Error('the programme has no control chart');
  return { ...rule, metrics: Array.from({ length: METRICS }, (_, n) => codeOf(n)) };
};

/** One delivery of each council and month, approved as it came; values round 60 with a drift, the same at every run. */
const FIGURES = [
  `create temporary table delivery on commit drop as
   select row_number() over (order by m, c.council_id) as n, c.council_id, m, gen_random_uuid() as id,
     m + interval '1 month 8 days 12 hours' as at
   from membership c, generate_series('${FIRST}'::timestamp, '2024-12-01', '1 month') m`,
  `insert into submission (id, programme_id, council_id, channel, source, mode, status, received_at, received_by, received_count,
     accepted_count, body_digest, demonstration)
   select id, 1, council_id, 'api', 'return', 'partial', 'approved', at, 'bench', ${METRICS}, ${METRICS}, '', true from delivery`,
  `insert into acceptance (programme_id, council_id, kind, submission_id, actor, accepted_at, known_seq, known_at)
   select 1, council_id, 'submission', id, 'bench', at, n, at from delivery`,
  `insert into approval select d.id, 1, d.council_id, a.id, 'bench', d.at from delivery d join acceptance a on a.submission_id = d.id`,
  `insert into revision (programme_id, metric, major, council_id, breakdown, period, acceptance_id, minor, period_start,
     period_end, value, state, published, demonstration, submission_id)
   select 1, 'bench_' || k, 1, d.council_id, 'Total', to_char(d.m, 'YYYY FMMonth'), a.id, 0, d.m, d.m + interval '1 month',
     50 + abs(hashint8(d.n * 61 + k)) % 21 + (case when (d.council_id + k) % 40 = 0 then extract(year from d.m) - 2020 else 0 end),
     'value', false, true, d.id
   from delivery d join acceptance a on a.submission_id = d.id, generate_series(0, ${METRICS - 1}) k`,
];

/** Five years of months of 60 numbers of every council, back-tested by a control chart: how long it takes, and where. */
export async function backTestSpeed(): Promise<void> {
  const database = await testDatabase();
  const source = dataSourceFor(database.roles.worker, { size: LANES, name: 'bench' });
  await source.initialize();
  const transactions = new ScopedTransactions({ worker: source });
  const folder = join(process.cwd(), 'programmes', 'send-ap');
  const data = programmeOf(readProgramme({ folder, demonstration: true }));
  await transactions.run(workerScope('bench'), async (sql) => {
    await writeProgramme(sql, data);
    for (const statement of FIGURES) await sql.rows(statement);
  });
  await transactions.run(workerScope('bench'), (sql) => sql.rows('analyze'));
  const service = await composeService(
    { app: null, worker: database.roles.worker, listens: false, poolSize: LANES, name: 'bench' },
    { clock: new FixedClock(new Date(NOW)), wakeUps: new NoWakeUps() },
  );
  const rule = ruleOf(data);
  const order = { rule, beside: null, asKnown: 'at-each-moment', now: new Date(NOW) } as const;
  const judge: BackTestPorts['judge'] = (task) =>
    service.heavyNumbers.run('backTestCouncils', task);
  const run = (by: BackTestPorts['judge'], some?: number) =>
    measured({ ...service, judge: by, lanes: LANES }, order, some);
  const councils = memberIds(await service.programme.current()).length;

  // Threads and prepared statements are there before anything is measured.
  await run(judge, SAMPLE);
  const whole = await run(judge);
  const reading = await run(() => Promise.resolve(nothing));
  let copying = 0;
  await run(async (task) => {
    copying += await seconds(() => Promise.resolve(structuredClone(task)));
    return nothing;
  });
  let judging = 0;
  await run(async (task) => {
    judging += await seconds(() => backTestCouncils(task));
    return nothing;
  }, SAMPLE);
  const { fired, series } = resultOf(whole.councils, data.register);
  say(
    `a back-test of ${(councils * METRICS * MONTHS).toLocaleString('en-GB')} figures, ${series.toLocaleString('en-GB')} series, ${fired} alerts, in ${LANES} lanes on ${availableParallelism()} cores: ${whole.took.toFixed(1)} s; reading the rows alone ${reading.took.toFixed(1)} s, ratio ${(reading.took / whole.took).toFixed(2)}; on one core: copying ${copying.toFixed(1)} s, judging ${((judging / SAMPLE) * councils).toFixed(1)} s (by ${SAMPLE} councils)`,
  );
  await service.close();
  await source.destroy();
  await database.drop();
}

const nothing: Result<readonly BackTestedCouncil[], HeavyFault> = { ok: true, value: [] };

async function measured(
  ports: BackTestPorts & Pick<Awaited<ReturnType<typeof composeService>>, 'programme'>,
  order: BackTestOrder,
  some = Infinity,
): Promise<{ readonly took: number; readonly councils: readonly BackTestedCouncil[] }> {
  const programme = await ports.programme.current();
  const councils: BackTestedCouncil[] = [];
  const took = await seconds(() =>
    runBackTest(
      ports,
      { order, programme },
      {
        councilIds: memberIds(programme).slice(0, some),
        onCouncils: (answered) => Promise.resolve(councils.push(...answered) >= 0),
      },
    ),
  );
  return { took, councils };
}
