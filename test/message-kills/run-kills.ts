import { setTimeout as after } from 'node:timers/promises';
import { workerScope } from '#domain/access';
import { seededRandom, type Random } from '#statistics/random';
import { subscribe } from '../service/messages.js';
import { plantAlert } from '../service/planted-alerts.js';
import { testService, type TestService } from '../service/test-service.js';
import { openReceivers, type Receivers } from './receivers.js';
import { Sender } from './senders.js';

const COUNCILS = ['rutland', 'leeds', 'luton', 'bradford'];
const RULES = ['off_trajectory', 'backlog_building', 'target_unlikely'];
/** A kill falls within so many milliseconds from when two senders begin: about as long as they have something to do. */
const WITHIN_MS = 250;
const SLOWEST_MS = 12;
const DAY = 24 * 3_600_000;
/** Longer than a message is taken for. */
const LEASE = 3 * 60_000;

export type KillReport = {
  readonly runs: number;
  /** Messages that went outside, and how many times more than once they came. */
  readonly messages: number;
  readonly repeats: number;
  /** Attempts that were begun and never written down, because their sender was killed. */
  readonly lost: number;
  readonly faults: readonly string[];
};

type Run = {
  readonly at: TestService;
  readonly receivers: Receivers;
  readonly senders: Sender[];
  readonly random: Random;
};

/**
 * Two sending processes and one of them killed at a random moment, again for each seed: on one PostgreSQL, with a real mail
 * server and a real receiver of posts. Needs `TEST_OWNER_URL` and the build.
 */
export async function runKills(seeds: readonly number[]): Promise<KillReport> {
  const state = { random: seededRandom(0) };
  const receivers = await openReceivers(() => state.random.uniform() * SLOWEST_MS);
  const at = await testService('2025-01-15T10:00:00Z');
  const start = (): Promise<Sender> => Sender.start(at.database.roles.worker, receivers.smtp);
  const senders: Sender[] = [];
  const faults: string[] = [];
  try {
    for (const key of COUNCILS) {
      await subscribe(at, key, 'email', `team@${key}.example`);
      await subscribe(at, key, 'webhook', `${receivers.webhook}/${key}`);
    }
    senders.push(await start(), await start());
    for (const seed of seeds) {
      state.random = seededRandom(seed);
      const run = { at, receivers, senders, random: state.random };
      const found = await runOne(run, start);
      faults.push(...found.map((fault) => `seed ${seed}: ${fault}`));
    }
    faults.push(...(await at.broken()));
    return { runs: seeds.length, ...(await totals(at, receivers)), faults };
  } finally {
    for (const sender of senders) await sender.kill();
    await at.close();
    await receivers.close();
  }
}

async function runOne(run: Run, start: () => Promise<Sender>): Promise<readonly string[]> {
  const { at, senders, random } = run;
  const spare = start();
  // A day of its own: an address gets one message about a council a day.
  at.clock.set(new Date(at.clock.now().getTime() + DAY));
  const { register } = await at.service.programme.current();
  for (const key of COUNCILS)
    for (const ruleCode of RULES) {
      const councilId = register.councils.find((one) => one.key === key)?.id ?? 0;
      await plantAlert(at, { councilId, ruleCode, metric: 'plans_within_20_weeks' });
    }
  const now = at.clock.now();
  const victim = random.uniform() < 0.5 ? 0 : 1;
  const working = senders.map((sender) => sender.work(now));
  await after(random.uniform() * WITHIN_MS);
  await senders[victim]?.kill();
  await Promise.all(working);
  senders[victim] = await spare;
  const later = new Date(now.getTime() + LEASE);
  await Promise.all(senders.map((sender) => sender.work(later)));
  return faultsOf(run);
}

type Line = {
  readonly id: string;
  readonly outside: boolean;
  readonly leads: boolean;
  readonly closed: boolean;
  readonly delivered: boolean;
  readonly lost: number;
};

const LINES = `select n.id, n.channel <> 'in-app' as outside, n.carried_by is null as leads, n.closed,
    n.delivered_at is not null as delivered,
    n.attempts - (select count(*)::int from notification_attempt t where t.notification_id = n.id) as lost
  from notification n`;

/** Every message that was due is told, has its line, and came as often as its attempts allow: once, and once for each lost one. */
async function faultsOf({ at, receivers }: Run): Promise<readonly string[]> {
  const lines = await at.transactions.read(workerScope('kills'), (sql) => sql.rows<Line>(LINES));
  return lines.flatMap(({ id, outside, leads, closed, delivered, lost }) => {
    if (!closed || !delivered) return [`${id} was not told`];
    if (!outside || !leads) return [];
    const came = receivers.count.get(id) ?? 0;
    if (came < 1) return [`${id} never came`];
    return came > 1 + lost ? [`${id} came ${came} times, and ${lost} attempts were lost`] : [];
  });
}

async function totals(at: TestService, { count }: Receivers) {
  const lines = await at.transactions.read(workerScope('kills'), (sql) =>
    sql.rows<Line>(`${LINES} where n.channel <> 'in-app' and n.carried_by is null`),
  );
  const came = [...count.values()].reduce((sum, one) => sum + one, 0);
  return {
    messages: lines.length,
    repeats: came - lines.length,
    lost: lines.reduce((sum, one) => sum + one.lost, 0),
  };
}
