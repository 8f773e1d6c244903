import { statesOf } from './alert-states.js';
import { generateCases } from './generate-cases.js';
import { mutate } from './mutate.js';
import { readRecorded } from './recorded.js';
import { ruleFile, testFile } from './rule-files.js';

const { meta, cases } = readRecorded(process.cwd());

describe('alerts, as Prometheus has them', () => {
  it('are in the states that promtool confirmed, at every step of 200 series', () => {
    expect(meta.promtool).toMatch(/^\d+\.\d+/);
    expect(cases).toHaveLength(200);
    for (const { states, ...one } of cases)
      expect({ ...one, states: statesOf(one) }).toEqual({ ...one, states });
  });

  it('are recorded for every persistence, state and change of state', () => {
    const rules = cases.map((one) => `${one.forPeriods} ${one.keepFiringFor}`);
    expect(new Set(rules).size).toBe(49);
    const pairs = cases.flatMap(({ states }) =>
      [...states].slice(1).map((letter, index) => `${states[index]}${letter}`),
    );
    // From recovering never to pending, and nothing but a pending or a firing alert comes of none.
    expect([...new Set(pairs)].sort()).toEqual(
      ['..', '.f', '.p', 'f.', 'ff', 'fr', 'p.', 'pf', 'pp', 'r.', 'rf', 'rr'].sort(),
    );
  });

  it('are recorded of series that the generator gives again', () => {
    const first = generateCases(meta.seed, { first: 0, size: 200 });
    expect(cases.slice(0, 4).map(({ states: _states, ...one }) => one)).toEqual(
      [0, 50, 100, 150].map((index) => first[index]),
    );
  });
});

describe('the files for promtool', () => {
  const one = { series: '1101', forPeriods: 2, keepFiringFor: 3 };

  it('count the periods of a rule in the intervals between them', () => {
    const { groups } = JSON.parse(ruleFile([one, { ...one, forPeriods: 0, keepFiringFor: 0 }]));
    expect(groups[0].rules).toEqual([
      {
        alert: 'for2keep3',
        expr: 'breach{rule="for2keep3"} == 1',
        for: '1m',
        keep_firing_for: '2m',
      },
      {
        alert: 'for0keep0',
        expr: 'breach{rule="for0keep0"} == 1',
        for: '0m',
        keep_firing_for: '0m',
      },
    ]);
  });

  it('expect every state at every step, and nothing where no alert is open', () => {
    const { tests } = JSON.parse(testFile([one], ['pf.r'], 'rules.json'));
    const [{ input_series: series, promql_expr_test: asked }] = tests;
    expect(series).toEqual([{ series: 'breach{rule="for2keep3",id="0"}', values: '1 1 0 1' }]);
    const found = (asked as { eval_time: string; expr: string; exp_samples: unknown[] }[]).map(
      ({ eval_time: time, expr, exp_samples: samples }) =>
        `${time} ${/pending|and|unless/.exec(expr)?.[0]} ${samples.length}`,
    );
    expect(found).toEqual([
      ...['0m pending 1', '0m and 0', '0m unless 0', '1m pending 0', '1m and 1', '1m unless 0'],
      ...['2m pending 0', '2m and 0', '2m unless 0', '3m pending 0', '3m and 0', '3m unless 1'],
    ]);
  });

  it('change one step to see it refused, where it was and where it is put', () => {
    const draws = [0.9, 0.5, 0];
    expect(mutate(['..', 'pf'], () => draws.shift() ?? 0)).toEqual({
      changed: ['..', 'p.'],
      places: 1,
    });
    const others = [0, 0, 0.9];
    expect(mutate(['pp'], () => others.shift() ?? 0)).toEqual({ changed: ['rp'], places: 2 });
  });
});
