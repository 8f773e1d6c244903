import { monthPeriod } from '#domain/periods';
import { readPeriodOf } from './periods.js';
import { rows as rowsBody, csv, requestBy } from '../service/send.js';
import type { TestService } from '../service/test-service.js';
import type { Case } from '../../libs/domain/src/intake/context-for-spec.js';

type Known = { metric: string; month: string; value: string; state: string | undefined };

/** Every figure of a case that stands before it is sent, with its month. */
function knownOf({ known = [], past = {} }: Case): readonly Known[] {
  const before = Object.entries(past).flatMap(([metric, values]) =>
    values.map((value, n): Known => {
      const month = 8 + 12 * 2024 - (values.length - n);
      return {
        metric,
        month: `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`,
        value: String(value),
        state: undefined,
      };
    }),
  );
  return [
    ...before,
    ...known.map(({ metric, period, value = '', state }): Known => ({
      metric,
      month: readPeriodOf(period),
      value,
      state: state === 'value' ? undefined : state,
    })),
  ];
}

const day = (date: Date): string => date.toISOString().slice(0, 10);
const dayBefore = (today: string): string => day(new Date(Date.parse(today) - 86_400_000));

/** Sends what stands before a case is sent, each figure on a day when its month could be sent. */
export async function plantCase(at: TestService, one: Case, council: string): Promise<void> {
  const reader = await at.reader('council-submitter', council);
  let left = knownOf(one);
  let on = dayBefore(one.today ?? '2024-10-10');
  while (left.length > 0) {
    // As old as a month may be for a return to be sent on this day.
    const oldest = day(new Date(Date.parse(on) - 360 * 86_400_000)).slice(0, 7);
    const now = left.filter(({ month }) => month >= oldest);
    left = left.filter(({ month }) => month < oldest);
    at.clock.set(new Date(`${on}T08:00:00Z`));
    const observations = now.map(({ metric, month, value, state }) => ({
      metric,
      period: { month },
      value,
      state,
      comment: state === undefined ? undefined : 'not before the system has moved',
    }));
    const sent = await at.service.receiveSubmission.run(
      requestBy(reader, { body: rowsBody(observations) }),
    );
    if (sent.kind !== 'received' || sent.submission.acceptedCount !== now.length)
      throw new Error(`what stands before a case was not accepted: ${JSON.stringify(sent)}`);
    on = day(new Date(Date.parse(`${oldest}-01`) + 5 * 86_400_000));
  }
  if (one.opened) await openMonth(at, one.opened, reader.councilIds[0] ?? 0);
  at.clock.set(new Date(`${dayBefore(one.today ?? '2024-10-10')}T08:00:00Z`));
  if (one.published) await plantPublished(at, one.published);
}

/** DfE opens a closed month, on the day before it closes again. */
async function openMonth(
  at: TestService,
  { month, until }: NonNullable<Case['opened']>,
  councilId: number,
): Promise<void> {
  at.clock.set(new Date(`${dayBefore(until)}T08:00:00Z`));
  const period = monthPeriod(month);
  if (!period) throw new Error(`not a month: ${month}`);
  const reader = await at.reader('dfe-analyst');
  const reason = 'a late record came to light';
  const opened = await at.service.permissions.open({ reader, councilId, period, until, reason });
  if (!opened.ok) throw new Error(opened.error.code);
}

async function plantPublished(
  at: TestService,
  published: NonNullable<Case['published']>,
): Promise<void> {
  const reader = { actor: 'import', roles: [], councilIds: [], memberIds: [], partnership: null };
  const lines = published.map(({ metric, period, value }) => {
    const [year = '', ...identifier] = period.split(' ');
    return `E06000017,${year},${identifier.join(' ')},${metric},${value}`;
  });
  const text = `council,time_period,time_identifier,measure,value\n${lines.join('\n')}\n`;
  const sent = await at.service.receiveSubmission.run(
    requestBy(reader, { source: 'published', publishedOn: '2025-06-26', body: csv(text) }),
  );
  if (sent.kind !== 'received' || sent.submission.acceptedCount !== published.length)
    throw new Error(`a published figure was not accepted: ${JSON.stringify(sent)}`);
}
