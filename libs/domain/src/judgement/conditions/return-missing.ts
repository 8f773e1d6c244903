import { formatPeriod, type Period } from '../../periods/index.js';
import type { Verdict } from '../judgement-types.js';

export type ExpectedReturn = {
  readonly period: Period;
  /** From this moment on, silence counts. */
  readonly graceEndsAt: Date;
  /** Whether more time was given only when silence counted already. */
  readonly extendedLate: boolean;
  /** When a figure was first accepted, if ever. In part counts. */
  readonly receivedAt: Date | null;
  /** When it was answered without figures (nil, or not available because). */
  readonly answeredAt: Date | null;
};

const by = (instant: Date | null, at: Date): boolean => instant !== null && instant <= at;

/** Judges one expected return at a moment: each is a series of its own, so that one silence never hides another. */
export function judgeReturnMissing(expected: ExpectedReturn, at: Date): readonly Verdict[] {
  const { period } = expected;
  const month = formatPeriod(period);
  if (by(expected.receivedAt, at))
    return [
      ...late(expected, month),
      { period, kind: 'clear', reason: `Figures for ${month} have come.` },
    ];
  if (by(expected.answeredAt, at))
    return [
      ...late(expected, month),
      { period, kind: 'clear', reason: `The return for ${month} has been answered.` },
    ];
  if (at < expected.graceEndsAt && expected.extendedLate)
    return [
      ...late(expected, month),
      { period, kind: 'clear', reason: `More time has been given for ${month}.` },
    ];
  if (at < expected.graceEndsAt)
    return [{ period, kind: 'not-judged', reason: `There is still time for ${month}.` }];
  return [
    {
      period,
      kind: 'breach',
      reason: `Nothing has been received for ${month}, and no answer. What was off track stays off track.`,
    },
  ];
}

/** What came, or was given more time, after the grace had ended was missing until then. */
function late(expected: ExpectedReturn, month: string): readonly Verdict[] {
  const came = [expected.receivedAt, expected.answeredAt].filter((at) => at !== null);
  const first = came.sort((a, b) => a.getTime() - b.getTime())[0];
  const inTime = !first || first < expected.graceEndsAt;
  if (inTime && !expected.extendedLate) return [];
  return [
    {
      period: expected.period,
      kind: 'breach',
      reason: `Nothing had been received for ${month} in time.`,
    },
  ];
}
