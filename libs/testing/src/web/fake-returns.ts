import type { MonthSoFar } from '#application/ports';
import { covers, scopeOf, type Reader } from '#domain/access';
import type { FormBox, ReturnForm, ReturnStatus, ReturnView } from '#application/returns';
import type { Period } from '#domain/periods';
import type { Council } from '#domain/register';
import type { ReturnDraft } from '#domain/returns';
import { aProgramme } from './a-programme.js';
import { somePermissions } from './fake-permissions.js';
import { monthAt } from './some-figures.js';

const NOT_REPORTED = ['Luton', 'Leicester', 'Rutland'];

/** A return that is in and not yet approved; what is not said is plain. */
export const aReturn = (
  council: Council,
  period: Period,
  over: Partial<ReturnView> = {},
): ReturnView => ({
  council,
  period,
  dueAt: new Date('2025-01-15T17:00:00Z'),
  extendedUntil: null,
  workingDaysLate: 0,
  status: 'RECEIVED',
  reason: 'every number is in',
  boxesAsked: 7,
  boxesAnswered: 7,
  lastReceivedAt: new Date('2025-01-14T11:20:00Z'),
  answer: null,
  submissionIds: ['0190f0a0-0000-7000-8000-0000000000b1'],
  ...over,
});

const silent = (status: ReturnStatus): Partial<ReturnView> => ({
  status,
  boxesAnswered: 0,
  lastReceivedAt: null,
  submissionIds: [],
});

function returnOf(council: Council, period: Period): ReturnView {
  const isNewest = period.start === '2024-12-01';
  if (isNewest && NOT_REPORTED.includes(council.name))
    return aReturn(council, period, {
      ...silent('DUE'),
      ...(council.name === 'Luton' ? { extendedUntil: '2025-01-22' } : {}),
    });
  if (isNewest && council.name === 'Swindon') {
    return aReturn(council, period, {
      ...silent('NOT_AVAILABLE'),
      answer: {
        kind: 'not-available',
        text: 'New case system, expected on 20 January.',
        expectedOn: '2025-01-20',
        at: new Date('2025-01-14T09:00:00Z'),
      },
    });
  }
  if (council.name === 'Leicester' && period.start === '2024-11-01') {
    return aReturn(council, period, {
      ...silent('LATE'),
      workingDaysLate: 19,
      dueAt: new Date('2024-12-13T17:00:00Z'),
    });
  }
  return isNewest
    ? aReturn(council, period)
    : aReturn(council, period, { status: 'APPROVED', dueAt: new Date(`${period.end}T17:00:00Z`) });
}

/** Questions about returns: the last twelve months are in, but for those who are late or silent. */
export function fakeReturns() {
  const programme = aProgramme();
  const { register, returnDefinition, metrics } = programme;
  const members = register.councils
    .filter(({ id }) => register.memberships.some(({ councilId }) => councilId === id))
    .toSorted((a, b) => new Intl.Collator('en-GB').compare(a.name, b.name));
  const sent = new Map<string, string>();
  let monthsSoFar: readonly MonthSoFar[] = [];
  let draft: ReturnDraft | null = null;

  const box = (council: Council, code: string, number: number): FormBox => ({
    code,
    number,
    label: metrics.find((metric) => metric.code === code)?.title ?? code,
    helpText: code === 'n_requests' ? 'A request by telephone counts.' : '',
    unit: code === 'n_hn_spend_ytd' ? 'pounds' : 'count',
    asked: true,
    current: sent.has(`${council.key} ${code}`)
      ? {
          value: sent.get(`${council.key} ${code}`) ?? null,
          state: 'value',
          standing: 'provisional',
          comment: null,
        }
      : null,
    lastMonth: { value: String(number * 2), state: 'value', standing: 'approved', comment: null },
  });

  return {
    /** Makes a box hold a figure that was sent before. */
    hold: (council: Council, code: string, value: string) =>
      void sent.set(`${council.key} ${code}`, value),
    /** Makes somebody have saved a draft of the month that is asked for; null takes it away. */
    holdDraft: (held: ReturnDraft | null) => void (draft = held),
    readReturns: {
      run: (
        reader: Reader,
        query: {
          period: Period | null;
          councilId: number | null;
          among?: readonly number[];
          months?: number;
        },
      ) => {
        const months = query.period
          ? [query.period]
          : Array.from({ length: query.months ?? 12 }, (_, index) => monthAt(23 - index));
        const seen = members.filter(
          ({ id }) =>
            covers(scopeOf(reader).anyStatus, id) &&
            (query.councilId === null || query.councilId === id) &&
            (query.among?.includes(id) ?? true),
        );
        return Promise.resolve(
          months.flatMap((period) => seen.map((council) => returnOf(council, period))),
        );
      },
    },
    readMonthsSoFar: {
      run: (reader: Reader, councilId: number): Promise<readonly MonthSoFar[]> =>
        Promise.resolve(covers(scopeOf(reader).anyStatus, councilId) ? monthsSoFar : []),
    },
    /** Makes the councils' systems have pushed these months. */
    holdMonthsSoFar: (held: readonly MonthSoFar[]) => void (monthsSoFar = held),
    readReturnForm: {
      run: (
        reader: Reader,
        { councilId, period }: { councilId: number; period: Period },
      ): Promise<ReturnForm | null> => {
        const council = members.find(({ id }) => id === councilId);
        if (!council || !covers(scopeOf(reader).anyStatus, councilId)) return Promise.resolve(null);
        const codes = returnDefinition.themes.flatMap((theme) => theme.boxes);
        return Promise.resolve({
          council,
          period,
          permissions: somePermissions().filter((one) => one.councilId === councilId),
          owed: returnOf(council, period),
          draft: covers(scopeOf(reader).writes, councilId) ? draft : null,
          themes: returnDefinition.themes.map((theme) => ({
            title: theme.title,
            boxes: theme.boxes.map((code) => box(council, code, codes.indexOf(code) + 1)),
          })),
        });
      },
    },
  };
}
