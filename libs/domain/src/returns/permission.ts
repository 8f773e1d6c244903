import { dueInstant, workingDaysAfter } from '../calendar/index.js';
import type { ReturnDefinition } from '../metrics/metric.js';
import { addDays, isDayWithin, londonDay, type Day, type Period } from '../periods/index.js';
import { closesOn, type Extension } from './due-of.js';

/** How far an extension may move a return: working days after it was due at first. */
const EXTENSION_WORKING_DAYS = 20;
/** For how long a closed month may be opened: days from today. */
const EXCEPTION_DAYS = 30;

/** `extension`: more time for a return. `exception`: a closed month that takes changes again for a while. */
export type PermissionKind = 'extension' | 'exception';

/** What a council asked for one month, and what DfE said: asked once, answered once, kept for ever. */
export type Permission = {
  readonly id: string;
  readonly programmeId: number;
  readonly councilId: number;
  readonly kind: PermissionKind;
  /** The key of the month, `2024 December`. */
  readonly period: string;
  readonly periodStart: Day;
  /** The last day asked for. */
  readonly until: Day;
  readonly reason: string;
  readonly askedAt: Date;
  readonly askedBy: string;
  /** Null while it waits. `until` is the last day granted; null when it was declined. */
  readonly answer: {
    readonly until: Day | null;
    readonly text: string;
    readonly at: Date;
    readonly by: string;
  } | null;
};

export type PermissionFault =
  'MONTH_CLOSED' | 'MONTH_NOT_CLOSED' | 'EXTENSION_DAY_WRONG' | 'EXCEPTION_DAY_WRONG';

type Asked = { readonly kind: PermissionKind; readonly period: Period; readonly until: Day };
type Calendar = {
  readonly today: Day;
  readonly definition: Pick<ReturnDefinition, 'due' | 'revisionMonths'>;
  readonly holidays: ReadonlySet<Day>;
};

/** The days that may be asked for or granted, both ends included. None where the first is after the last. */
export function daysAllowed(
  { kind, period }: Omit<Asked, 'until'>,
  { today, definition, holidays }: Calendar,
): { readonly first: Day; readonly last: Day } {
  if (kind === 'exception') return { first: today, last: addDays(today, EXCEPTION_DAYS) };
  const due = londonDay(dueInstant(period, definition.due, holidays));
  const next = addDays(due, 1);
  return {
    first: next > today ? next : today,
    last: workingDaysAfter(due, EXTENSION_WORKING_DAYS, holidays),
  };
}

/** What is wrong with asking for, or granting, this; null when nothing is. */
export function permissionFault(asked: Asked, calendar: Calendar): PermissionFault | null {
  const isClosed = calendar.today >= closesOn(asked.period, calendar.definition);
  if (asked.kind === 'extension' && isClosed) return 'MONTH_CLOSED';
  if (asked.kind === 'exception' && !isClosed) return 'MONTH_NOT_CLOSED';
  const { first, last } = daysAllowed(asked, calendar);
  if (isDayWithin(asked.until, first, last)) return null;
  return asked.kind === 'extension' ? 'EXTENSION_DAY_WRONG' : 'EXCEPTION_DAY_WRONG';
}

/** The extensions granted among some permissions of one council and month, up to a moment. */
export const extensionsIn = (permissions: readonly Permission[], now: Date): readonly Extension[] =>
  permissions.flatMap(({ kind, answer }) =>
    kind === 'extension' && answer?.until && answer.at <= now
      ? [{ until: answer.until, grantedAt: answer.at }]
      : [],
  );
