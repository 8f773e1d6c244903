import {
  groupTimeEffects,
  offTrack,
  permutationTest,
  seededRandom,
  xmr,
  type Random,
} from '#statistics';
import { say, seconds } from './bench.js';

const SERIES = 2_000;
const DRAWS = 9_999;

/** Charts and off-track paths a second on one core, and an effect with its permutations; how both grow. */
export async function statisticsSpeed(): Promise<void> {
  for (const points of [24, 48, 96]) await charts(points);
  for (const [councils, periods] of [
    [32, 24],
    [153, 24],
    [153, 60],
  ] as const)
    await effects(councils, periods);
}

/** Monthly values round 60, the same at every run. */
const valuesOf = (random: Random, points: number): readonly number[] =>
  Array.from({ length: points }, () => 60 + 12 * (random.uniform() - 0.5));

const dayOf = (month: number): string =>
  `${2000 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;

async function charts(points: number): Promise<void> {
  const random = seededRandom(points);
  const all = Array.from({ length: SERIES }, () => valuesOf(random, points));
  const dated = all.map((values) => values.map((value, at) => ({ date: dayOf(at), value })));
  const chart = await seconds(() => {
    for (const one of dated) if ('error' in xmr({ points: one })) throw new Error('no chart');
    return Promise.resolve();
  });
  const track = await seconds(() => {
    const options = {
      improvementDirection: 'increase' as const,
      baselineN: 13,
      target: 80,
      endIndex: points + 12,
    };
    for (const y of all) if ('error' in offTrack({ y, options })) throw new Error('no path');
    return Promise.resolve();
  });
  const floor = await seconds(() => {
    let sum = 0;
    for (const values of all) sum += barestLimits(values);
    if (Number.isNaN(sum)) throw new Error('no limits');
    return Promise.resolve();
  });
  const rate = (took: number): string => Math.round(SERIES / took).toLocaleString('en-GB');
  say(
    `${points} points: ${rate(chart)} charts a second with every rule, ${rate(track)} off-track paths with forecasts; mean and limits alone ${rate(floor)}, ratio ${(floor / chart).toFixed(3)}`,
  );
}

/** The least that any chart costs: a mean and a mean moving range. */
function barestLimits(values: readonly number[]): number {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  let moved = 0;
  for (let at = 1; at < values.length; at += 1)
    moved += Math.abs((values[at] ?? 0) - (values[at - 1] ?? 0));
  return mean + (2.66 * moved) / (values.length - 1);
}

async function effects(councils: number, periods: number): Promise<void> {
  const random = seededRandom(councils);
  const starts = [8, 12, 16, null];
  const units = Array.from({ length: councils }, (_, n) => ({
    id: `council ${n}`,
    cohort: starts[n % starts.length] ?? null,
    y: valuesOf(random, periods),
  }));
  const panel = { times: Array.from({ length: periods }, (_, at) => at + 1), units };
  const effect = await seconds(() => {
    if ('error' in groupTimeEffects({ panel })) throw new Error('no effect');
    return Promise.resolve();
  });
  const permuted = await seconds(() => {
    if ('error' in permutationTest({ panel })) throw new Error('no permutations');
    return Promise.resolve();
  });
  const floor = await seconds(() => {
    const labels = units.map((_, n) => n % starts.length);
    for (let n = 0; n < DRAWS; n += 1) shuffle(labels, random);
    return Promise.resolve();
  });
  say(
    `${councils} councils over ${periods} periods: effects and aggregates ${(effect * 1000).toFixed(0)} ms; ${DRAWS} permutations ${permuted.toFixed(2)} s, drawing them alone ${floor.toFixed(2)} s, ratio ${(floor / permuted).toFixed(2)}`,
  );
}

function shuffle(labels: number[], random: Random): void {
  for (let at = labels.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random.uniform() * (at + 1));
    [labels[at], labels[other]] = [labels[other] ?? 0, labels[at] ?? 0];
  }
}
