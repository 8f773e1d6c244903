import fc from 'fast-check';
import { anyStep, faults, happen } from '../alerts-model/steps.js';
import { World } from '../alerts-model/world.js';

const STEPS = 1_000_000;
const MOST_IN_A_RUN = 400;
const SEED = 20_261_126;

/**
 * A million steps of whatever can happen to a programme, over the real judging code: after each run, and at fifty steps within it,
 * the record is what a fresh replay makes of all history, and everybody who had to be told was. `STEPS` asks for fewer.
 */
export async function alertsModel(say: (line: string) => void): Promise<boolean> {
  const asked = Number(process.env['STEPS'] ?? STEPS);
  const counts = {
    steps: 0,
    runs: 0,
    alerts: 0,
    firings: 0,
    clearings: 0,
    gaps: 0,
    takenBack: 0,
    told: 0,
    held: 0,
  };
  const begun = performance.now();
  for (let seed = SEED; counts.steps < asked; seed += 1) {
    const [steps] = fc.sample(
      fc.array(anyStep, { minLength: MOST_IN_A_RUN, maxLength: MOST_IN_A_RUN }),
      {
        numRuns: 1,
        seed,
      },
    );
    const world = new World();
    for (const [index, step] of (steps ?? []).entries()) {
      await happen(world, step);
      const isTime = index % 50 === 49;
      const found = isTime ? await faults(world) : [];
      if (found.length > 0) {
        say(`seed ${seed}, step ${index + 1}: ${found.join('; ')}`);
        return false;
      }
    }
    const all = world.alerts().flatMap(({ id }) => world.stepsOf(id));
    counts.runs += 1;
    counts.steps += steps?.length ?? 0;
    counts.alerts += world.alerts().length;
    counts.firings += all.filter(({ to, from }) => to === 'firing' && from !== 'firing').length;
    counts.clearings += all.filter(({ to }) => to === 'resolved').length;
    counts.gaps += all.filter(({ noData }) => noData).length;
    counts.told += world.messages().filter(({ end }) => end === 'delivered').length;
    counts.held += world.holds;
    counts.takenBack += all.filter(({ reason }) =>
      reason.startsWith('The figures were corrected'),
    ).length;
  }
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  const { steps, runs, alerts, firings, clearings, gaps, takenBack } = counts;
  say(
    `${steps.toLocaleString('en-GB')} steps in ${runs.toLocaleString('en-GB')} runs: ${alerts.toLocaleString('en-GB')} alerts, ` +
      `${firings.toLocaleString('en-GB')} firings, ${clearings.toLocaleString('en-GB')} clearings (${takenBack.toLocaleString('en-GB')} taken back), ` +
      `${gaps.toLocaleString('en-GB')} gaps, ${counts.told.toLocaleString('en-GB')} messages told, ${counts.held.toLocaleString('en-GB')} held by silences; 0 faults, ${seconds} s`,
  );
  return true;
}
