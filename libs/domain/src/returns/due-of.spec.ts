import fc from 'fast-check';
import { monthPeriod, type Period } from '../periods/index.js';
import {
  closesOn,
  daysAllowed,
  dueOf,
  extensionsIn,
  permissionFault,
  type Extension,
  type Permission,
} from './index.js';

const holidays = new Set(['2025-01-01']);
const definition = { due: { workingDays: 10, at: '17:00' }, revisionMonths: 12 };
const month = (text: string): Period => {
  const period = monthPeriod(text);
  if (!period) throw new Error(text);
  return period;
};
const december = month('2024-12');
const extension = (until: string, grantedAt: string): Extension => ({
  until,
  grantedAt: new Date(grantedAt),
});
const due = (...extensions: Extension[]): string =>
  dueOf(definition, december, holidays, extensions).toISOString();

describe('when a return is due', () => {
  it('is the calendar’s moment without an extension', () => {
    expect(due()).toBe('2025-01-15T17:00:00.000Z');
  });

  it('is the same time of day on the last day of an extension, in summer too', () => {
    expect(due(extension('2025-01-22', '2025-01-14T10:00:00Z'))).toBe('2025-01-22T17:00:00.000Z');
    expect(due(extension('2025-04-01', '2025-01-14T10:00:00Z'))).toBe('2025-04-01T16:00:00.000Z');
  });

  it('goes by the extension granted last, in whatever order they are told', () => {
    const first = extension('2025-01-29', '2025-01-10T10:00:00Z');
    const last = extension('2025-01-22', '2025-01-14T10:00:00Z');
    expect(due(first, last)).toBe('2025-01-22T17:00:00.000Z');
    expect(due(last, first)).toBe('2025-01-22T17:00:00.000Z');
  });
});

describe('what may be asked for', () => {
  const on = (today: string) => ({ today, definition, holidays });
  const fault = (kind: 'extension' | 'exception', of: string, until: string, today: string) =>
    permissionFault({ kind, period: month(of), until }, on(today));

  it.each([
    ['2025-01-15', 'EXTENSION_DAY_WRONG'],
    ['2025-01-16', null],
    ['2025-02-12', null],
    ['2025-02-13', 'EXTENSION_DAY_WRONG'],
    ['2025-02-30', 'EXTENSION_DAY_WRONG'],
    ['soon', 'EXTENSION_DAY_WRONG'],
  ])('is more time until %s: %s', (until, expected) => {
    expect(fault('extension', '2024-12', until, '2025-01-14')).toBe(expected);
  });

  it('is no day that has passed, and no more time for a closed month', () => {
    expect(fault('extension', '2024-12', '2025-01-20', '2025-01-21')).toBe('EXTENSION_DAY_WRONG');
    expect(fault('extension', '2023-12', '2025-01-20', '2025-01-14')).toBe('MONTH_CLOSED');
  });

  it.each([
    ['2025-01-13', 'EXCEPTION_DAY_WRONG'],
    ['2025-01-14', null],
    ['2025-02-13', null],
    ['2025-02-14', 'EXCEPTION_DAY_WRONG'],
  ])('is a closed month until %s: %s', (until, expected) => {
    expect(fault('exception', '2023-12', until, '2025-01-14')).toBe(expected);
  });

  it('is not a month that still takes changes', () => {
    expect(closesOn(december, definition)).toBe('2026-01-01');
    expect(fault('exception', '2024-12', '2025-01-20', '2025-12-31')).toBe('MONTH_NOT_CLOSED');
    expect(fault('exception', '2024-12', '2026-01-20', '2026-01-01')).toBeNull();
  });

  it('is exactly the days that are offered', () => {
    fc.assert(
      fc.property(fc.integer({ min: -60, max: 90 }), fc.boolean(), (offset, isClosed) => {
        const asked = {
          kind: isClosed ? ('exception' as const) : ('extension' as const),
          period: month(isClosed ? '2023-12' : '2024-12'),
        };
        const { first, last } = daysAllowed(asked, on('2025-01-14'));
        const until = new Date(Date.UTC(2025, 0, 14 + offset)).toISOString().slice(0, 10);
        expect(permissionFault({ ...asked, until }, on('2025-01-14')) === null).toBe(
          until >= first && until <= last,
        );
      }),
    );
  });
});

it('only extensions that were granted by then count', () => {
  const asked: Permission = {
    ...{ id: '1', programmeId: 1, councilId: 1, kind: 'extension', period: '2024 December' },
    ...{ periodStart: '2024-12-01', until: '2025-01-22', reason: '', askedBy: '' },
    ...{ askedAt: new Date('2025-01-10T10:00:00Z'), answer: null },
  };
  const at = new Date('2025-01-14T10:00:00Z');
  const granted: Permission = { ...asked, answer: { until: '2025-01-21', text: '', at, by: '' } };
  const declined: Permission = { ...asked, answer: { until: null, text: '', at, by: '' } };
  const all = [asked, granted, declined, { ...granted, kind: 'exception' as const }];
  expect(extensionsIn(all, at)).toEqual([{ until: '2025-01-21', grantedAt: at }]);
  expect(extensionsIn(all, new Date(at.getTime() - 1))).toEqual([]);
});
