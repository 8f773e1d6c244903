import { join } from 'node:path';
import { composeService, type Service } from '#composition';
import { WakeUps } from '#application/ports';
import { workerScope } from '#domain/access';
import type { Metric } from '#domain/metrics';
import {
  dataSourceFor,
  ScopedTransactions,
  writeProgramme,
  type ProgrammeData,
} from '#persistence';
import { FixedClock } from '#platform';
import type { TestDatabase } from '#testing';
import { readProgramme } from '../apps/cli/src/seed/read-programme.js';

export const METRICS = 60;
export const MONTHS = 60;
const FIRST = '2020-01-01';
const LAST = '2024-12-01';
const NOW = '2025-01-15T09:00:00Z';
/** Measures that rules watch, so that there are alerts to be shown. */
const WATCHED = 4;

class NoWakeUps extends WakeUps {
  wake(): Promise<void> {
    return Promise.resolve();
  }
}

/** The measure with this number: a share of two boxes, or, every second one, a plain count. */
export const measureCode = (n: number): string => `measure_${n}`;
const isShare = (n: number): boolean => n % 2 === 0;

function metricsOf(read: ProgrammeData): readonly Metric[] {
  const named = (code: string): Metric => {
    const found = read.metrics.find((one) => one.code === code);
    if (!found) throw new Error(`the programme has no ${code}`);
    return found;
  };
  const [box, share, count] = ['n_requests', 'plans_within_20_weeks', 'requests_received'].map(
    named,
  );
  if (!box || !share || !count) throw new Error('the programme has no such measures');
  const themes = read.returnDefinition.themes.map(({ title }) => title);
  return Array.from({ length: METRICS }, (_, n) => {
    const theme = themes[n % themes.length] ?? '';
    const code = measureCode(n);
    const of = (prefix: string) => ({ plus: [`${prefix}_${n}`], minus: [] });
    const plain = { theme, code, askedOf: 'all', validFrom: FIRST, balancedBy: [] };
    const boxes = (isShare(n) ? ['part', 'whole'] : ['count']).map((prefix) => ({
      ...{ ...box, theme, validFrom: FIRST },
      ...{ code: `${prefix}_${n}`, title: `Number ${n}, ${prefix}` },
    }));
    const measure: Metric = isShare(n)
      ? {
          ...{ ...share, ...plain },
          ...{ title: `${share.title}, ${n}`, numerator: of('part') },
          denominator: { kind: 'sum', sum: of('whole') },
        }
      : { ...count, ...plain, title: `${count.title}, ${n}`, numerator: of('count') };
    return [...boxes, measure];
  }).flat();
}

/** The programme with these measures alone beside the published ones, and every council of today a member for five years. */
function programmeOf(read: ProgrammeData): ProgrammeData {
  const metrics = metricsOf(read);
  const councils = read.register.councils.filter(({ endedOn }) => endedOn === null);
  const rules = read.alertRules.filter(({ condition }) => condition.kind === 'getting-worse');
  return {
    ...read,
    startsOn: FIRST,
    metrics: [...read.metrics.filter(({ type }) => type === 'published'), ...metrics],
    returnDefinition: {
      ...read.returnDefinition,
      ...{ pairs: [], counting: [] },
      themes: read.returnDefinition.themes.map(({ title }) => ({
        title,
        boxes: metrics
          .filter(({ type, theme }) => type === 'box' && theme === title)
          .map(({ code }) => code),
      })),
    },
    alertRules: rules.map((rule) => ({
      ...rule,
      metrics: Array.from({ length: WATCHED }, (_, n) => measureCode(n)),
    })),
    ...{ inhibitions: [], plans: [] },
    register: {
      ...read.register,
      participations: [],
      memberships: councils.map(({ id }) => ({ councilId: id, from: FIRST, to: null })),
    },
  };
}

const CELLS =
  'programme_id, metric, major, council_id, breakdown, period, acceptance_id, minor, period_start, period_end, value, state, demonstration, submission_id';
const seeded = (n: number): string => `abs(hashint8(d.n * 61 + k * 7 + ${n}))`;
/** Boxes of every second measure are a whole of 40 to 79 with a part of it, of the others a count round 60. */
const BOXES = [
  { from: 0, name: `'whole_' || k`, value: `40 + ${seeded(1)} % 40` },
  {
    from: 0,
    name: `'part_' || k`,
    value: `(40 + ${seeded(1)} % 40) * (40 + ${seeded(2)} % 21) / 100`,
  },
  { from: 1, name: `'count_' || k`, value: `50 + ${seeded(3)} % 21` },
];

/** One delivery of each council and month, approved as it came; the same figures at every run. */
const FIGURES = [
  `create temporary table delivery on commit drop as
   select row_number() over (order by m, c.council_id) as n, c.council_id, m, gen_random_uuid() as id,
     m + interval '1 month 8 days 12 hours' as at
   from membership c, generate_series('${FIRST}'::timestamp, '${LAST}', '1 month') m`,
  `insert into submission (id, programme_id, council_id, channel, source, mode, status, received_at, received_by, received_count,
     accepted_count, body_digest, demonstration)
   select id, 1, council_id, 'api', 'return', 'partial', 'approved', at, 'bench', 90, 90, '', true from delivery`,
  `insert into acceptance (programme_id, council_id, kind, submission_id, actor, accepted_at, known_seq, known_at)
   select 1, council_id, 'figures', id, 'bench', at, n, at from delivery`,
  `insert into approval select d.id, 1, d.council_id, a.id, 'bench', d.at from delivery d join acceptance a on a.submission_id = d.id`,
  ...BOXES.map(
    ({ from, name, value }) => `insert into revision (${CELLS}, published)
     select 1, ${name}, 1, d.council_id, 'Total', to_char(d.m, 'YYYY FMMonth'), a.id, 0, d.m, d.m + interval '1 month',
       ${value} + (case when (d.council_id + k) % 40 = 0 then extract(year from d.m) - 2020 else 0 end), 'value', true, d.id, false
     from delivery d join acceptance a on a.submission_id = d.id, generate_series(${from}, ${METRICS - 1}, 2) k`,
  ),
  `insert into current_figure (${CELLS}, standing) select ${CELLS}, 'approved' from revision`,
  `insert into knowledge (programme_id, last_seq, last_known_at)
   select 1, max(n), max(at) from delivery
   on conflict (programme_id) do update set last_seq = excluded.last_seq, last_known_at = excluded.last_known_at`,
  `insert into series_to_assess (programme_id, council_id, metric)
   select 1, council_id, metric from current_figure where metric in ('part_0', 'count_1', 'part_2', 'count_3') group by 2, 3`,
];

/** Five years of 60 measures of every council in England, assessed, and some of them watched by a rule. */
export async function seedNational({ roles }: Pick<TestDatabase, 'roles'>): Promise<void> {
  const source = dataSourceFor(roles.worker, { size: 2, name: 'bench' });
  await source.initialize();
  const transactions = new ScopedTransactions({ worker: source });
  const folder = join(process.cwd(), 'programmes', 'send-ap');
  const data = programmeOf(readProgramme({ folder, demonstration: true }));
  await transactions.run(workerScope('bench'), async (sql) => {
    await writeProgramme(sql, data);
    for (const statement of FIGURES) await sql.rows(statement);
  });
  const analyse = () => transactions.run(workerScope('bench'), (sql) => sql.rows('analyze'));
  await analyse();
  const service = await serviceOf(roles);
  await service.rebuildAssessments.write();
  await service.judgeSeries.run();
  await service.close();
  await analyse();
  await source.destroy();
}

/** The service as the pages have it, on the clock of the figures. */
export const serviceOf = ({ app, worker }: TestDatabase['roles']): Promise<Service> =>
  composeService(
    { app, worker, listens: true, poolSize: 10, name: 'bench' },
    { clock: new FixedClock(new Date(NOW)), wakeUps: new NoWakeUps() },
  );
