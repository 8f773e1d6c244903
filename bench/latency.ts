import { performance } from 'node:perf_hooks';
import type { Reader } from '#domain/access';
import { analyst, fileOf, importer, say, type Bench } from './bench.js';

const LATENCIES = 100;

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** Submit → visible → judged: how long a return of one council takes to each, p50 and p99. */
export async function latency({ service }: Bench): Promise<void> {
  const { register } = await service.programme.current();
  const council = register.councils.find((candidate) => candidate.key === 'leeds');
  const officer: Reader = {
    ...importer,
    roles: ['council-submitter'],
    councilIds: [council?.id ?? 0],
    actor: 'bench officer',
  };
  const visible: number[] = [];
  const judged: number[] = [];
  for (let n = 0; n < LATENCIES; n += 1) {
    const began = performance.now();
    const csv = `council,period,measure,value,reason,reason_text\n383,2024-11,n_plans,${60 + n},recount,bench\n383,2024-11,n_exceptions,0,recount,bench\n383,2024-11,n_plans_20wk,${5 + (n % 3)},recount,bench\n`;
    await service.receiveSubmission.run({
      ...fileOf(csv),
      reader: officer,
      source: 'return',
      publishedOn: null,
      expectedPeriod: null,
    });
    await service.readSeries.run(analyst, {
      metric: 'plans_within_20_weeks',
      area: '383',
      breakdown: null,
      from: null,
      to: null,
      asKnownAt: null,
    });
    visible.push(performance.now() - began);
    await service.judgeSeries.run();
    judged.push(performance.now() - began);
  }
  const sorted = (list: number[]): readonly number[] => list.sort((a, b) => a - b);
  const [v, j] = [sorted(visible), sorted(judged)];
  say(
    `submit → visible p50 ${at(v, 0.5).toFixed(0)} ms, p99 ${at(v, 0.99).toFixed(0)} ms; submit → judged p50 ${at(j, 0.5).toFixed(0)} ms, p99 ${at(j, 0.99).toFixed(0)} ms`,
  );
}
