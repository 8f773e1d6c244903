import { canonicalJson } from '#domain/assessment';
import type {
  AssessmentKey,
  AssessmentMark,
  AssessmentRecord,
  AssessmentResult,
  Stores,
} from '../ports/index.js';
import { OPTIONS, type World } from './world.js';

/** A subject as it should be assessed: what it is made from, and the work, which is done only when that has changed. */
export type Candidate = AssessmentKey &
  Pick<AssessmentRecord, 'councilId' | 'published' | 'provisional' | 'knownSeq'> & {
    readonly input: unknown;
    readonly assess: () => AssessmentResult;
  };

export const nameOf = ({ metric, kind, subject }: AssessmentKey): string =>
  `${metric} ${kind} ${subject}`;

export const hashOf = ({ digests }: World, { input }: Candidate): string =>
  digests.sha256([canonicalJson(input)]);

const isStale = (mark: AssessmentMark | undefined, hash: string): boolean =>
  mark?.inputsHash !== hash || mark.optionsVersion !== OPTIONS.version;

/**
 * Brings what stands of some subjects up to their candidates: a row is worked out and written only when its hash or the version
 * of the options differs, and goes when nothing is left of its subject. Answers what was written or went.
 */
export async function settle(
  stores: Stores,
  world: World,
  { asked, candidates }: { asked: readonly AssessmentKey[]; candidates: readonly Candidate[] },
): Promise<readonly AssessmentKey[]> {
  const { programmeId } = world.programme.register;
  const marks = await stores.assessments.marks(programmeId, asked);
  const standing = new Map(marks.map((mark) => [nameOf(mark), mark]));
  const changed: AssessmentRecord[] = [];
  for (const candidate of candidates) {
    const hash = hashOf(world, candidate);
    if (isStale(standing.get(nameOf(candidate)), hash))
      changed.push(recordOf(world, candidate, hash));
  }
  const named = new Set(candidates.map(nameOf));
  const gone = marks.filter((mark) => !named.has(nameOf(mark)));
  await stores.assessments.save(programmeId, changed);
  await stores.assessments.forget(programmeId, gone);
  return [...changed, ...gone];
}

export function recordOf(
  { now }: World,
  { input: _, assess, ...subject }: Candidate,
  inputsHash: string,
): AssessmentRecord {
  const result = assess();
  return { ...subject, inputsHash, optionsVersion: OPTIONS.version, result, assessedAt: now };
}
