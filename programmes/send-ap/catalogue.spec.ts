import {
  all,
  councils,
  metricOf,
  metrics,
  publications,
  rows,
  type Row,
} from './published-for-spec.js';

describe('The catalogue of published metrics', () => {
  it('says of each metric why it is there and what to be careful of, and whether figures are held', () => {
    const held = new Map(publications.map((p) => [p.series, p.metrics]));
    for (const { code, series, loaded, why, traps, balancedBy } of metrics) {
      expect([code, why !== '', traps !== '']).toEqual([code, true, true]);
      expect([code, loaded]).toEqual([code, series !== null]);
      if (series !== null) expect(held.get(series)).toContain(code);
      for (const other of balancedBy) expect(metricOf.has(other.metric)).toBe(true);
    }
    expect(metricOf.size).toBe(metrics.length);
    expect(metrics.filter(({ loaded }) => !loaded)).toHaveLength(12);
  });

  it('gives each definition that broke a code of its own, so that no line can join the two', () => {
    const pairs = [
      ['tribunal_appeal_rate_v1', 'tribunal_appeal_rate_v2'],
      ['mediation_total_v1', 'mediation_total'],
      ['mediation_to_tribunal_pc', 'mediation_to_tribunal_pc_v2'],
      ['ehcp_ceased_needs_met_v1', 'ehcp_ceased_needs_met'],
    ] as const;
    for (const pair of pairs)
      expect(pair.map((code) => metricOf.get(code)?.version.major)).toEqual([1, 2]);
    const newer = new Set<string>(pairs.map(([, code]) => code));
    expect(metrics.filter((m) => m.version.major > 1 && !newer.has(m.code))).toEqual([]);
  });

  it('adds rates over areas only where both parts are published', () => {
    for (const { code, adds, loaded, denominatorWords } of metrics) {
      if (adds.areas !== 'ratio' || !loaded) continue;
      const whole = all.filter((f) => f.metric === code && f.numerator !== '');
      expect([code, denominatorWords !== '', whole.length > 0]).toEqual([code, true, true]);
    }
  });
});

describe('The statistical neighbours', () => {
  const live = new Set(councils.filter((c) => c.endedOn === null).map((c) => c.key));
  const neighbours = rows('statistical-neighbours.csv');

  it('are ten for each live council, ranked, known, live and never the council itself', () => {
    const byCouncil = new Map<string, Row[]>();
    for (const row of neighbours) {
      const key = `${row['vintage'] ?? ''} ${row['council'] ?? ''}`;
      byCouncil.set(key, [...(byCouncil.get(key) ?? []), row]);
    }
    expect([...byCouncil.keys()].sort()).toEqual([...live].map((key) => `2025-05 ${key}`).sort());
    for (const [key, own] of byCouncil) {
      expect([key, own.map((row) => Number(row['rank']))]).toEqual([
        key,
        [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
      ]);
      const named = own.map((row) => row['neighbour'] ?? '');
      expect(new Set(named).size).toBe(10);
      expect(named.filter((other) => !live.has(other) || key.endsWith(` ${other}`))).toEqual([]);
    }
  });
});
