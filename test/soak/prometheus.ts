import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { seededRandom } from '#statistics/random';
import { statesOf, type AlertCase } from '../prometheus/alert-states.js';
import { generateCases } from '../prometheus/generate-cases.js';
import { mutate } from '../prometheus/mutate.js';
import { findPromtool, testRules } from '../prometheus/promtool.js';
import { writeRecorded, type RecordedCase } from '../prometheus/recorded.js';
import { ruleFile, testFile } from '../prometheus/rule-files.js';

const SERIES = 10_000;
const BATCH = 200;
const SEED = 1;
/** Every fiftieth is recorded: not a multiple of the 49 rules, so that all of them come up. */
const RECORD_EVERY = 50;

/**
 * Ten thousand boolean series under rules with every `for` and `keep_firing_for` from 0 to 6: what our state machine says
 * of each step is what `promtool test rules` has to accept; and once in each batch what it says is changed, and has to be
 * refused. `--record` keeps 200 of them for the tests.
 */
export function prometheus(
  say: (line: string) => void,
  { record }: { readonly record: boolean },
): Promise<boolean> {
  const found = findPromtool();
  if ('missing' in found) {
    say(found.missing);
    return Promise.resolve(false);
  }
  const began = performance.now();
  const folder = mkdtempSync(join(tmpdir(), 'alerts-'));
  const recorded: RecordedCase[] = [];
  const steps = { '.': 0, p: 0, f: 0, r: 0 };
  let faults = 0;
  for (let first = 0; first < SERIES; first += BATCH) {
    const cases = generateCases(SEED, { first, size: BATCH });
    const states = cases.map(statesOf);
    const found = faultsOf(join(folder, String(first)), first, { cases, states });
    for (const fault of found) say(fault);
    faults += found.length;
    for (const letter of states.join('')) steps[letter as keyof typeof steps] += 1;
    cases.forEach((one, n) => {
      if ((first + n) % RECORD_EVERY === 0) recorded.push({ ...one, states: states[n] ?? '' });
    });
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  say(
    `promtool ${found.version}: ${SERIES} series, ${steps['.'] + steps.p + steps.f + steps.r} steps ` +
      `(${steps.p} pending, ${steps.f} firing, ${steps.r} kept firing), ` +
      `${SERIES / BATCH} changed expectations, ${seconds} s, ${faults} faults`,
  );
  if (faults > 0) say(`The files are in ${folder}.`);
  else rmSync(folder, { recursive: true });
  if (record && faults === 0)
    say(`${recorded.length} cases are in ${keep(recorded, found.version)}.`);
  return Promise.resolve(faults === 0);
}

type Batch = { readonly cases: readonly AlertCase[]; readonly states: readonly string[] };

/**
 * Our states accepted, and changed ones refused in just the places that were changed: anything else is a fault. The files
 * of a batch stay in its folder if there is one.
 */
function faultsOf(folder: string, first: number, { cases, states }: Batch): readonly string[] {
  mkdirSync(folder);
  const check = (name: string, expected: readonly string[]) => {
    writeFileSync(join(folder, name), testFile(cases, expected, 'rules.json'));
    return testRules(folder, name);
  };
  writeFileSync(join(folder, 'rules.json'), ruleFile(cases));
  const ours = check('ours.json', states);
  const { changed, places } = mutate(states, seededRandom(`${SEED} changed ${first}`).uniform);
  const other = check('changed.json', changed);
  const faults = [
    ...(ours.accepted && ours.refused === 0
      ? []
      : [
          `Cases from ${first}: ${ours.refused} expectations refused. ${ours.said.slice(0, 1_000)}`,
        ]),
    ...(!other.accepted && other.refused === places
      ? []
      : [`Cases from ${first}, changed in ${places} places: ${other.refused} refused.`]),
  ];
  if (faults.length === 0) rmSync(folder, { recursive: true });
  return faults;
}

const keep = (cases: readonly RecordedCase[], promtool: string): string =>
  writeRecorded(process.cwd(), {
    meta: {
      promtool,
      seed: SEED,
      states:
        'one letter a step: . inactive, p pending, f firing, r firing while the condition is not met',
    },
    cases,
  });
