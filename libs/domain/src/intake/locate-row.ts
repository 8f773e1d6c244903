import { addDays, formatPeriod, monthsBefore, type Period } from '../periods/index.js';
import { isMember, resolveCouncil, type Council } from '../register/index.js';
import type { IntakeContext } from './check-submission-types.js';
import type { Finding } from './finding.js';
import { readPeriod } from './read-period.js';
import { say, type Fills } from './say.js';

export type Located =
  | { readonly ok: true; readonly council: Council; readonly period: Period }
  | { readonly ok: false; readonly findings: readonly Finding[] };

type Texts = { readonly council: string; readonly period: string; readonly identifier: string };
export type Columns = { readonly council: string | null; readonly period: string | null };

const refused = (findings: readonly Finding[]): Located => ({ ok: false, findings });

/** Whose figure of which period a row is, by the rules of "who, when": one of them speaks, or none. */
export function locateRow(
  texts: Texts,
  row: number,
  columns: Columns,
  context: IntakeContext,
): Located {
  const atPeriod = { row, column: columns.period, value: texts.period };
  const yearAlone =
    context.source === 'published' &&
    texts.identifier.trim() === '' &&
    /^\d{4}$/.test(texts.period.trim());
  const read = readPeriod(texts.period, yearAlone ? 'Calendar year' : texts.identifier);
  if (read.kind === 'fault') {
    const [a = '', b = ''] = read.readings;
    return refused(say(context.rules, read.code, atPeriod, { value: texts.period, a, b }));
  }
  const { period } = read;
  if (context.source === 'return' && isYear(period)) {
    return refused(
      say(context.rules, 'PERIOD_UNKNOWN', atPeriod, {
        value: `${texts.period} ${texts.identifier}`,
      }),
    );
  }
  const atCouncil = { row, column: columns.council, value: texts.council };
  const council =
    context.source === 'published'
      ? publishedCouncil(texts.council, period, context)
      : ownCouncil(texts.council, period, context);
  if ('code' in council) return refused(say(context.rules, council.code, atCouncil, council.fills));
  if (context.source === 'published') return { ok: true, council, period };
  const outside = windowFault(council, period, context);
  return outside
    ? refused(
        say(context.rules, outside.code, { ...atPeriod, councilId: council.id }, outside.fills),
      )
    : { ok: true, council, period };
}

/** A year-long number that is filled in once: never typed in a return. */
const isYear = (period: Period): boolean => period.timeIdentifier.includes('year');

type Fault = { readonly code: string; readonly fills: Fills };

function ownCouncil(text: string, period: Period, context: IntakeContext): Council | Fault {
  const { register, mayWrite } = context;
  const mine = (id: number): boolean => mayWrite === 'all' || mayWrite.includes(id);
  const own = register.councils
    .filter((council) => mayWrite !== 'all' && mayWrite.includes(council.id))
    .map((council) => council.name)
    .join(' and ');
  const found = resolveCouncil(register, text, addDays(period.end, -1));
  if (found.ok)
    return mine(found.value.id) ? found.value : { code: 'COUNCIL_NOT_YOURS', fills: { own } };
  const fault = found.error;
  switch (fault.kind) {
    case 'unknown':
      return { code: 'COUNCIL_UNKNOWN', fills: { value: text } };
    case 'ambiguous':
      return {
        code: 'COUNCIL_NAME_AMBIGUOUS',
        fills: { value: text, a: fault.names[0] ?? '', b: fault.names.slice(1).join(' or ') },
      };
    case 'not-valid-then':
      if (!mine(fault.councilId)) return { code: 'COUNCIL_NOT_YOURS', fills: { own } };
      return {
        code: 'COUNCIL_CODE_NOT_VALID_THEN',
        fills: {
          code: text,
          successor: fault.successors.join(' or '),
          date: fault.on ?? 'an earlier date',
        },
      };
  }
}

/** A published file carries the codes of its day: of the period's end, of the boundaries used since, or older ones. */
function publishedCouncil(
  text: string,
  period: Period,
  { register, today }: IntakeContext,
): Council | Fault {
  for (const day of [addDays(period.end, -1), today]) {
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
  const month = formatPeriod(period);
  if (source === 'backfill' && isYear(period)) return null;
  if (period.end > today) return { code: 'PERIOD_FUTURE', fills: { month, date: period.end } };
  if (source === 'backfill') return null;
  if (!isMember(register, council.id, period))
    return { code: 'COUNCIL_LEFT_PROGRAMME', fills: { council: council.name, month } };
  const closedOn = monthsBefore({ start: period.end }, -returnDefinition.revisionMonths).start;
  return today >= closedOn ? { code: 'PERIOD_CLOSED', fills: { month, date: closedOn } } : null;
}
