import type { Persistence } from '#domain/judgement';
import type { AlertCase } from './alert-states.js';

/** One period is one evaluation. */
const INTERVAL = '1m';

const nameOf = ({ forPeriods, keepFiringFor }: Persistence): string =>
  `for${forPeriods}keep${keepFiringFor}`;

/**
 * Prometheus measures time from the first evaluation that met the condition (that no longer met it), and we count periods
 * with it: n periods take n − 1 intervals, and 0 is as 1.
 */
const intervalsOf = (periods: number): string => `${Math.max(periods, 1) - 1}m`;

/** A file of alerting rules, one for each persistence; JSON, which is YAML. */
export function ruleFile(cases: readonly AlertCase[]): string {
  const rules = new Map(
    cases.map((one) => [
      nameOf(one),
      {
        alert: nameOf(one),
        expr: `breach{rule="${nameOf(one)}"} == 1`,
        for: intervalsOf(one.forPeriods),
        keep_firing_for: intervalsOf(one.keepFiringFor),
      },
    ]),
  );
  return JSON.stringify({ groups: [{ name: 'cases', rules: [...rules.values()] }] });
}

/** Where each of our states is found in Prometheus. Recovering is firing while the condition is not met. */
const QUERIES = [
  { letter: 'p', state: 'pending', expr: 'ALERTS{alertstate="pending"}' },
  { letter: 'f', state: 'firing', expr: 'ALERTS{alertstate="firing"} and on(id) (breach == 1)' },
  { letter: 'r', state: 'firing', expr: 'ALERTS{alertstate="firing"} unless on(id) (breach == 1)' },
] as const;

/**
 * A file of rule tests: the series of a batch, all of one length, and what `states` (one text a case, one letter a step)
 * expects of every step: exactly these alerts in this state, and no other.
 */
export function testFile(
  cases: readonly AlertCase[],
  states: readonly string[],
  rules: string,
): string {
  const steps = cases[0]?.series.length ?? 0;
  const expectation = (step: number) =>
    QUERIES.map(({ letter, state, expr }) => ({
      expr,
      eval_time: `${step}m`,
      exp_samples: cases.flatMap((one, id) =>
        states[id]?.[step] === letter
          ? [{ labels: sampleOf(nameOf(one), state, id), value: 1 }]
          : [],
      ),
    }));
  return JSON.stringify({
    rule_files: [rules],
    evaluation_interval: INTERVAL,
    tests: [
      {
        interval: INTERVAL,
        input_series: cases.map((one, id) => ({
          series: `breach{rule="${nameOf(one)}",id="${id}"}`,
          values: [...one.series].join(' '),
        })),
        promql_expr_test: Array.from({ length: steps }, (_, step) => expectation(step)).flat(),
      },
    ],
  });
}

const sampleOf = (rule: string, state: string, id: number): string =>
  `ALERTS{alertname="${rule}",alertstate="${state}",id="${id}",rule="${rule}"}`;
