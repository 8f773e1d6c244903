import { STAGES, type CheckName, type Stage } from './checks.js';
import type { EesReference } from './reference.js';
import { screenOf, type Fault } from './screen.js';
import type { ScreenFile } from './screen-file.js';
import { WORDS } from './words.js';

export type ScreenFinding = {
  readonly check: CheckName;
  readonly severity: 'fail' | 'advice';
  /** A column, a row, a value or a file: where to look. */
  readonly place: string;
  readonly message: string;
  readonly fix: string;
};

export type Screened = {
  readonly findings: readonly ScreenFinding[];
  /** The stage that was reached: the last one, or the first that failed. */
  readonly stage: Stage;
};

/** A fault that is found a thousand times is told this often. */
const MOST_OF_A_CHECK = 20;

/**
 * Screens a data file of Explore education statistics and its metadata file as DfE does on upload, by its public rules,
 * in its four stages: a stage with a failure ends the screening, since later checks rest on it. A file without metadata
 * fails, but is screened on by the checks that need none. The lists of what is standard are arguments (facts, in
 * `programmes/<code>/ees`).
 */
export function screenDataFile(
  data: ScreenFile,
  metadata: ScreenFile | null,
  reference: EesReference,
): Screened {
  const screen = screenOf(data, metadata, reference);
  const findings: ScreenFinding[] = [];
  let reached: Stage = 'file validation';
  for (const { stage, checks } of STAGES) {
    reached = stage;
    const found = checks.flatMap(([check, find]) => told(check, find(screen)));
    findings.push(...found);
    const loneFile = metadata === null && data.columns.length > 0 && data.name.endsWith('.csv');
    if (found.some((one) => one.severity === 'fail' && !(loneFile && isAboutPair(one)))) break;
  }
  return { findings, stage: reached };
}

const isAboutPair = ({ check }: ScreenFinding): boolean => check === 'naming_convention';

function told(check: CheckName, faults: readonly Fault[]): readonly ScreenFinding[] {
  const { severity, message, fix } = WORDS[check];
  const shown = faults.slice(0, MOST_OF_A_CHECK).map(({ place, what, fails }): ScreenFinding => ({
    check,
    severity: fails ? 'fail' : severity,
    place,
    message: message.replace('{what}', () => what),
    fix,
  }));
  const left = faults.length - shown.length;
  const [first] = shown;
  return left > 0 && first
    ? [...shown, { ...first, place: '', message: `The same ${left} times more.` }]
    : shown;
}
