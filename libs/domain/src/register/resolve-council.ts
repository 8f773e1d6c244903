import { err, ok, type Result } from '../result.js';
import type { Day } from '../periods/period.js';
import { councilIndex, plainName, type CouncilIndex, type Entry } from './council-index.js';
import type { Council, Register } from './register.js';

export type CouncilFault =
  | { readonly kind: 'unknown'; readonly text: string }
  | {
      readonly kind: 'not-valid-then';
      readonly text: string;
      /** Whose code it was. */
      readonly councilId: number;
      /** Who stands in its place: the council itself under another code, or those that followed it. */
      readonly successorIds: readonly number[];
      /** Their codes on that day. */
      readonly successors: readonly string[];
      readonly on: Day | null;
    }
  | { readonly kind: 'ambiguous'; readonly text: string; readonly names: readonly string[] };

/** How many reorganisations are followed from a former council to the ones of a day. */
const MOST_STEPS = 5;

type Dated = { readonly validFrom: Day | null; readonly validTo: Day | null };
const ended = (dated: Dated, day: Day): boolean => dated.validTo !== null && dated.validTo <= day;
const begun = (dated: Dated, day: Day): boolean =>
  dated.validFrom === null || dated.validFrom <= day;

const councilsOf = (entries: readonly Entry[]): readonly Council[] => [
  ...new Set(entries.map((entry) => entry.council)),
];

/**
 * The council that a nine-character code, a three-digit code or a name stood for on a day. A code that had ended names
 * its successors; a former name stands for all councils that followed, so it can be ambiguous. A code or name that a
 * council took only later means that council: it outlives its codes, and files use those of their own day.
 */
export function resolveCouncil(
  register: Register,
  text: string,
  onDay: Day,
): Result<Council, CouncilFault> {
  const index = councilIndex(register.councils);
  const coded = index.codes.get(text.trim().toLowerCase()) ?? [];
  const found = coded.length > 0 ? coded : (index.names.get(plainName(text)) ?? []);
  const live = found.filter((entry) => !ended(entry, onDay));
  const now = live.filter((entry) => begun(entry, onDay));
  const meant = councilsOf(now.length > 0 ? now : live);
  const [only, second] = meant;
  if (only) return second ? ambiguous(text, meant) : ok(only);
  const [last] = found;
  if (!last) return err({ kind: 'unknown', text });
  return afterItsEnd({ text, last, isCode: coded.length > 0 }, onDay, index);
}

const ambiguous = (text: string, councils: readonly Council[]): Result<Council, CouncilFault> =>
  err({ kind: 'ambiguous', text, names: councils.map((council) => council.name) });

function afterItsEnd(
  { text, last, isCode }: { text: string; last: Entry; isCode: boolean },
  onDay: Day,
  index: CouncilIndex,
): Result<Council, CouncilFault> {
  const { council } = last;
  const standing = standingOn(council, onDay, { index, steps: MOST_STEPS });
  const [only, second] = standing;
  if (!isCode && only) return second ? ambiguous(text, standing) : ok(only);
  return err({
    kind: 'not-valid-then',
    text,
    councilId: council.id,
    successorIds: standing.map((heir) => heir.id),
    successors: standing.map((heir) => codeOn(heir, onDay)),
    on: last.validTo ?? council.endedOn,
  });
}

/** The council itself while it existed; afterwards those that followed it, however many times. */
function standingOn(
  council: Council,
  day: Day,
  { index, steps }: { index: CouncilIndex; steps: number },
): readonly Council[] {
  const heirs = council.successors.flatMap(({ key }) => index.byKey.get(key) ?? []);
  const stands = council.endedOn === null || day < council.endedOn;
  if (stands || heirs.length === 0 || steps === 0) return [council];
  return [...new Set(heirs.flatMap((heir) => standingOn(heir, day, { index, steps: steps - 1 })))];
}

/** The nine-character code of a council on a day; its last one when it had none then. */
function codeOn(council: Council, day: Day): string {
  const ons = council.codes.filter((code) => code.kind === 'ons');
  const then = ons.find((code) => begun(code, day) && !ended(code, day));
  return (then ?? ons.at(-1))?.code ?? council.key;
}
