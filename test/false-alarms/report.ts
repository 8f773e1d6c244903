import type { Expected } from './expected.js';
import { PLAN_RULES } from './plans.js';
import { nameOf } from './run-lengths.js';
import { FORECAST_NAMES, type Simulation } from './simulate.js';
import { DEFAULT_RULE } from './tasks.js';
import { table, wrapped } from './table.js';
import { defaultFigures, verdicts } from './verdicts.js';

export type ReportHead = {
  readonly command: string;
  readonly runs: number;
  readonly seed: number;
  readonly minutes: number;
  readonly threads: number;
};

/** In sigmas; the other gains of the plans are as the middle one is, more or less so. */
const SHOWN_GAIN = 4;

const percent = (share: number | undefined): string =>
  share === undefined ? '–' : `${(100 * share).toFixed(1)}%`;
const months = (value: number | undefined | null): string =>
  value === undefined || value === null ? '–' : String(value);

/** The page that stands in docs/false-alarms.md. */
export function report(simulation: Simulation, expected: Expected, head: ReportHead): string {
  const lines = verdicts(simulation).map(
    ({ line, passed }) => `${passed ? 'ok' : 'NOT OK'}  ${line}`,
  );
  return `${[
    '# False alarms and delays of the off-track rules',
    `Written by \`${head.command}\`: ${head.runs} runs a cell, seed ${head.seed}, ${head.minutes.toFixed(1)} minutes on ${head.threads === 1 ? 'one thread' : `${head.threads} threads`}. Each cell has its own stream of random numbers, so that a seed gives the same figures each time, whatever else runs and however many threads there are. It printed:`,
    `\`\`\`\n${lines.join('\n')}\n\`\`\``,
    'A false alarm is one on a series that has not changed, within the first 12 monitored months. A delay is the median number of months from a change to its alarm. Limits are estimated from the baseline of each run and then stand. The table that ours is held against, `test/oracles/arl-baseline.json`, is itself a simulation of 3,000 runs (1,500 where the series changes): a share may differ from its own by three standard errors of the difference and 0.2 percentage points.',
    '## Our default rule beside others',
    'Normal noise, 24 baseline months. False alarms: ours, and the table’s in brackets.',
    besideOthers(simulation, expected),
    '## Our default rule in every noise',
    'Rule A with the limit that its baseline asks for (5; 6 below 24 points; 8 at a first-lag correlation over 0.25) and its single-value clause.',
    defaultTable(simulation),
    '## Percentages near a bound',
    'False alarms of rule A on the values and of rule A′ on the counts, 24 baseline months; delays for odds a third of before, and for a fall from a constant 100% to 10%, for which rule A has no limits at all.',
    rateTable(simulation),
    '## On the way of a plan',
    'Plans of 24 months that ask for a gain of 4 sigma; at most 2,000 runs, the chance of meeting the target from month 6 on. Share of months red, status changes a year, share of runs red within 12 months, median first red month. Rule B rightly alarms a steady series whose plan rises. For information: no rule is accepted or refused by these figures.',
    planTable(simulation),
    '## The chance of meeting a target',
    'Brier’s score (0 is perfect) over all of the paths above in equal parts, each with gains of 2, 4 and 6 sigma: a mix we made, so another one gives other figures.',
    scoreTable(simulation),
    '## Every false-alarm share',
    'Ours, and the table’s in brackets; columns are baseline months and noise.',
    everyShare(simulation, expected),
  ]
    .map((part) => (/^[#|`]/.test(part) ? part : wrapped(part)))
    .join('\n\n')}\n`;
}

function besideOthers({ cells }: Simulation, expected: Expected): string {
  const found = (scenario: string, detector: string) =>
    cells.find(({ cell }) => nameOf(cell) === `24 normal ${scenario}`)?.found.get(detector);
  const theirs = expected.runLengths.find((cell) => nameOf(cell) === '24 normal in-control');
  return table(
    ['rule', 'false alarms', '−1 sigma', '−2 sigma', '−3 sigma', '−0.1 sigma a month'],
    [...Object.keys(expected.detectorDefinitions), DEFAULT_RULE].map((detector) => {
      const its = theirs?.detectors[detector]?.within12;
      const own = percent(found('in-control', detector)?.within12);
      return [
        detector.replaceAll('_', ' '),
        its === undefined ? own : `${own} (${percent(its)})`,
        ...['step -1 sd', 'step -2 sd', 'step -3 sd', 'ramp -0.1 sd/month'].map((scenario) =>
          months(found(scenario, detector)?.median),
        ),
      ];
    }),
  );
}

function defaultTable(simulation: Simulation): string {
  const noises = ['normal', 'ar:0.3', 'ar:0.5', 'binom:15', 'binom:60', 't5'];
  return table(
    ['baseline', 'noise', 'false alarms', '−1 sigma', '−2 sigma', '−3 sigma', '−0.1 sigma a month'],
    [13, 24].flatMap((points) =>
      noises.map((noise) => {
        const figures = defaultFigures(simulation, `${points} ${noise}`);
        const delays = figures?.changed.map(({ median }) => months(median)) ?? ['–', '–', '–', '–'];
        return [String(points), noise, percent(figures?.steady.within12), ...delays];
      }),
    ),
  );
}

function rateTable({ rates }: Simulation): string {
  return table(
    [
      'mean cases, share',
      'steady: A / A′',
      'log-odds vary by sd 0.4: A / A′',
      'delay, odds a third: A / A′',
      'delay, 100% to 10%: A′',
    ],
    rates.map(({ cases, share, steady, varied, third, collapse }) => [
      `${cases}, ${share}`,
      `${percent(steady.values.within12)} / ${percent(steady.counts.within12)}`,
      `${percent(varied.values.within12)} / ${percent(varied.counts.within12)}`,
      `${months(third.values.median)} / ${months(third.counts.median)}`,
      months(collapse.counts.median),
    ]),
  );
}

function planTable({ plans }: Simulation): string {
  return table(
    ['true path', 'correlation', 'rule', 'red', 'changes', 'within 12', 'first'],
    plans
      .filter(({ gain }) => gain === SHOWN_GAIN)
      .flatMap(({ path, correlation, rules }) =>
        rules.map((figures, at) => [
          path,
          String(correlation),
          PLAN_RULES[at] ?? '',
          percent(figures.shareRed),
          figures.changesPerYear.toFixed(1),
          percent(figures.redWithin12),
          months(figures.medianFirstRed),
        ]),
      ),
  );
}

const scoreTable = ({ scores }: Simulation): string =>
  table(
    ['month', 'share met', ...FORECAST_NAMES],
    scores.map(({ month, baseRate, brier }) => [
      String(month),
      percent(baseRate),
      ...brier.map((score) => score.toFixed(3)),
    ]),
  );

function everyShare({ cells, comparisons }: Simulation, expected: Expected): string {
  const steady = cells.filter(({ cell }) => cell.scenario === 'in-control');
  const names = steady.map(({ cell }) => `${cell.baselineN} ${cell.noise}`);
  return table(
    ['rule', ...names],
    [...Object.keys(expected.detectorDefinitions), DEFAULT_RULE].map((detector) => [
      detector.replaceAll('_', ' '),
      ...steady.map(({ cell, found }) => {
        const its = comparisons.find(
          (one) => one.cell === nameOf(cell) && one.detector === detector,
        )?.expected;
        const own = percent(found.get(detector)?.within12);
        return its === undefined ? own : `${own} (${percent(its)})`;
      }),
    ]),
  );
}
