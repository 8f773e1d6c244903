import {
  addDays,
  formatDay,
  formatPeriod,
  isMonth,
  isYear,
  periodKey,
  type Day,
  type Period,
} from '../periods/index.js';
import { isMember, resolveCouncil, type Council } from '../register/index.js';
import { closesOn } from '../returns/index.js';
import type { IntakeContext } from './check-submission-types.js';
import { readPeriod, type DateOrder } from './read-period.js';
import type { Fills } from './say.js';

export type PlaceTexts = {
  readonly council: string;
  readonly period: string;
  readonly identifier: string;
};

/** What one rule of "who, when" has against a row. */
export type PlaceFault = {
  readonly code: string;
  readonly at: 'council' | 'period';
  readonly value: string;
  readonly fills: Fills;
  readonly councilId: number | null;
};

export type Located =
  | { readonly ok: true; readonly council: Council; readonly period: Period }
  | { readonly ok: false; readonly faults: readonly PlaceFault[] };

/**
 * Whose figure of which period a row is. The council and the period are read apart, so that both faults are told at
 * once; a rule that needs both stays silent when one of them is not known.
 */
export function locateRow(
  texts: PlaceTexts,
  context: IntakeContext,
  period: Period | PlaceFault,
): Located {
  const council = councilOf(texts.council, 'code' in period ? null : period, context);
  if ('code' in period)
    return { ok: false, faults: 'code' in council ? [council, period] : [period] };
  if ('code' in council) return { ok: false, faults: [council] };
  const outside = windowFault(council, period, context);
  if (!outside) return { ok: true, council, period };
  const fault = { ...outside, value: textOf(texts), at: 'period' as const, councilId: council.id };
  return { ok: false, faults: [fault] };
}

const textOf = (texts: Omit<PlaceTexts, 'council'>): string =>
  `${texts.period} ${texts.identifier}`.trim();

/** Which period a row is of, as its own texts and the file's other dates say. */
export function periodOf(
  texts: Omit<PlaceTexts, 'council'>,
  { source }: IntakeContext,
  order: DateOrder | null,
): Period | PlaceFault {
  const { period: text, identifier } = texts;
  const yearAlone =
    source === 'published' && identifier.trim() === '' && /^\d{4}$/.test(text.trim());
  const read = readPeriod(text, yearAlone ? 'Calendar year' : identifier, order);
  const fault = (code: string, fills: Fills): PlaceFault => ({
    code,
    at: 'period',
    value: text,
    fills,
    councilId: null,
  });
  if (read.kind === 'fault') {
    const [a = '', b = ''] = read.readings;
    return fault(read.code, { value: read.text, a, b });
  }
  return !isTaken(read.period, source)
    ? fault('PERIOD_UNKNOWN', { value: textOf(texts) })
    : read.period;
}

/** A return takes months, a backfill years too, for numbers that are filled in once; a published file any period. */
const isTaken = (period: Period, source: IntakeContext['source']): boolean =>
  source === 'published' || isMonth(period) || (source === 'backfill' && isYear(period));

function councilOf(
  text: string,
  period: Period | null,
  context: IntakeContext,
): Council | PlaceFault {
  const day = period ? addDays(period.end, -1) : context.today;
  const found =
    context.source === 'published'
      ? publishedCouncil(text, day, context)
      : ownCouncil(text, day, context);
  return 'code' in found ? { ...found, at: 'council', value: text, councilId: null } : found;
}

type Fault = { readonly code: string; readonly fills: Fills };

/** One answer for every council but the sender's own, in the programme or not; what no council is called is unknown. */
function ownCouncil(text: string, day: Day, context: IntakeContext): Council | Fault {
  const { register, mayWrite } = context;
  const mine = (id: number): boolean => mayWrite === 'all' || mayWrite.includes(id);
  const own = (): string =>
    register.councils
      .filter((council) => mayWrite !== 'all' && mayWrite.includes(council.id))
      .map((council) => council.name)
      .join(' and ');
  const found = resolveCouncil(register, text, day);
  if (found.ok)
    return mine(found.value.id)
      ? found.value
      : { code: 'COUNCIL_NOT_YOURS', fills: { own: own() } };
  const fault = found.error;
  switch (fault.kind) {
    case 'unknown':
      return { code: 'COUNCIL_UNKNOWN', fills: { value: text } };
    case 'ambiguous': {
      const [a = '', ...others] = fault.names;
      return {
        code: 'COUNCIL_NAME_AMBIGUOUS',
        fills: { value: text, a, b: others.join(' or ') },
      };
    }
    case 'not-valid-then':
      if (![fault.councilId, ...fault.successorIds].some(mine))
        return { code: 'COUNCIL_NOT_YOURS', fills: { own: own() } };
      return {
        code: 'COUNCIL_CODE_NOT_VALID_THEN',
        fills: {
          code: text.trim(),
          successor: fault.successors.join(' or '),
          date: fault.on ? formatDay(fault.on) : 'an earlier date',
        },
      };
  }
}

/** A published file carries the codes of its day: of the period's end, of the boundaries used since, or older ones. */
function publishedCouncil(
  text: string,
  periodEnd: Day,
  { register, today }: IntakeContext,
): Council | Fault {
  for (const day of [periodEnd, today]) {
    const found = resolveCouncil(register, text, day);
    if (found.ok) return found.value;
  }
  const holder = register.councils.find((council) =>
    council.codes.some((code) => code.code === text.trim()),
  );
  return holder ?? { code: 'COUNCIL_UNKNOWN', fills: { value: text } };
}

function windowFault(council: Council, period: Period, context: IntakeContext): Fault | null {
  const { today, source, register, returnDefinition } = context;
  if (source === 'published') return null;
  const month = formatPeriod(period);
  if (source === 'backfill' && isYear(period)) return null;
  if (context.monthSoFar === true ? period.start > today : period.end > today)
    return { code: 'PERIOD_FUTURE', fills: { month, date: formatDay(period.end) } };
  if (source === 'backfill') return null;
  if (!isMember(register, council.id, period))
    return { code: 'COUNCIL_LEFT_PROGRAMME', fills: { council: council.name, month } };
  const closedOn = closesOn(period, returnDefinition);
  return today >= closedOn && !context.isOpened(council.id, periodKey(period))
    ? { code: 'PERIOD_CLOSED', fills: { month, date: formatDay(closedOn) } }
    : null;
}
