import {
  addDecimals,
  compareDecimals,
  subtractDecimals,
  type Decimal,
} from '../../decimal/decimal.js';
import type { Candidate } from '../candidate.js';
import type { IntakeContext } from '../check-submission-types.js';
import type { Finding } from '../finding.js';
import { placeOf } from '../read-figure-cells.js';
import { ruleIn, say, type Fills } from '../say.js';
import type { MonthFigures } from './month-figures.js';

type Names = Readonly<Record<string, string>>;
type Numbers = Readonly<Record<string, Decimal>>;

/** An identity between boxes of one month: which boxes, when it is broken, and what fills its words. */
type Identity = {
  readonly code: string;
  readonly boxes: readonly string[];
  readonly broken: (values: Numbers) => boolean;
  readonly fills: (values: Numbers, titles: Names) => Fills;
};

/** PART_ABOVE_WHOLE, EXCEPTIONS_AND_IN_TIME and TIMES_ADD_UP: identities that must hold, from the programme's data. */
export function betweenNumbers(
  months: readonly MonthFigures[],
  context: IntakeContext,
): readonly Finding[] {
  const titles: Names = Object.fromEntries(
    context.metrics.map((metric) => [metric.code, metric.title]),
  );
  return identitiesOf(context).flatMap((stage) => {
    const broken = months.flatMap((month) =>
      stage.flatMap((identity) => brokenIn(month, identity, { context, titles })),
    );
    // Only after all of one stage have spoken: a rule never fires on a number that an earlier one has refused.
    for (const { sent } of broken) for (const candidate of sent) candidate.blocked = true;
    return broken.flatMap(({ findings }) => findings);
  });
}

function identitiesOf(context: IntakeContext): readonly (readonly Identity[])[] {
  const part = (p: string, whole: string): Identity => ({
    code: 'PART_ABOVE_WHOLE',
    boxes: [p, whole],
    broken: (v) => compareDecimals(v[p] ?? '0', v[whole] ?? '0') > 0,
    fills: (v, titles) => ({
      part: titles[p] ?? p,
      x: v[p] ?? '',
      whole: titles[whole] ?? whole,
      y: v[whole] ?? '',
    }),
  });
  return [
    context.returnDefinition.pairs.map((pair) => part(pair.part, pair.whole)),
    exceptions(context),
    timesAddUp(context),
  ];
}

function paramOf(context: IntakeContext, code: string, name: string): string {
  const param = ruleIn(context.rules, code)?.params[name];
  return typeof param === 'string' ? param : '';
}

function exceptions(context: IntakeContext): readonly Identity[] {
  const code = 'EXCEPTIONS_AND_IN_TIME';
  const [whole, less, inTime] = ['whole', 'less', 'part'].map((name) =>
    paramOf(context, code, name),
  );
  if (!whole || !less || !inTime) return [];
  const rest = (v: Numbers): Decimal => subtractDecimals(v[whole] ?? '0', v[less] ?? '0');
  return [
    {
      code,
      boxes: [inTime, whole, less],
      broken: (v) => compareDecimals(v[inTime] ?? '0', rest(v)) > 0,
      fills: (v) => ({ p: v[whole] ?? '', e: v[less] ?? '', t: v[inTime] ?? '', most: rest(v) }),
    },
  ];
}

function timesAddUp(context: IntakeContext): readonly Identity[] {
  const code = 'TIMES_ADD_UP';
  const [first, second, whole] = ['first', 'second', 'whole'].map((name) =>
    paramOf(context, code, name),
  );
  if (!first || !second || !whole) return [];
  return [
    {
      code,
      boxes: [first, second, whole],
      broken: (v) =>
        compareDecimals(addDecimals([v[first] ?? '0', v[second] ?? '0']), v[whole] ?? '0') > 0,
      fills: (v) => ({ a: v[first] ?? '', b: v[second] ?? '', c: v[whole] ?? '' }),
    },
  ];
}

type Broken = { readonly findings: readonly Finding[]; readonly sent: readonly Candidate[] };

/** Speaks once, at the first of the boxes that was sent now; nothing when a number is missing or none was sent now. */
function brokenIn(
  month: MonthFigures,
  identity: Identity,
  { context, titles }: { context: IntakeContext; titles: Names },
): readonly Broken[] {
  const sent = identity.boxes
    .map((box) => month.sent(box))
    .filter((candidate) => candidate !== undefined);
  const [first] = sent;
  if (!first) return [];
  const values: Record<string, Decimal> = {};
  for (const box of identity.boxes) {
    const value = month.value(box);
    if (value === null) return [];
    values[box] = value;
  }
  if (!identity.broken(values)) return [];
  const findings = say(
    context.rules,
    identity.code,
    placeOf(first, first.sent),
    identity.fills(values, titles),
  );
  return findings.length > 0 ? [{ findings, sent }] : [];
}
