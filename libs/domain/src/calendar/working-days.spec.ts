import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { addDays, londonDay, londonTime, monthPeriod } from '../periods/index.js';
import {
  dueInstant,
  isWorkingDay,
  workingDaysAfter,
  workingDaysBefore,
  workingDaysBetween,
  workingInstantAfter,
} from './index.js';

const holidays = new Set(
  (
    JSON.parse(
      readFileSync(
        new URL('../../../../programmes/send-ap/bank-holidays.json', import.meta.url),
        'utf8',
      ),
    ) as { day: string }[]
  ).map(({ day }) => day),
);
const due = (month: string) => {
  const period = monthPeriod(month);
  if (!period) throw new Error(month);
  return dueInstant(period, { workingDays: 10, at: '17:00' }, holidays).toISOString();
};

describe('working days', () => {
  it('leave out weekends and bank holidays', () => {
    expect(isWorkingDay('2025-01-01', holidays)).toBe(false);
    expect(isWorkingDay('2025-01-04', holidays)).toBe(false);
    expect(isWorkingDay('2025-01-02', holidays)).toBe(true);
    expect(workingDaysAfter('2024-12-24', 1, holidays)).toBe('2024-12-27');
    expect(workingDaysAfter('2024-12-24', 0, holidays)).toBe('2024-12-24');
  });

  it.each([
    ['2024-12', '2025-01-15T17:00:00.000Z'],
    ['2024-11', '2024-12-13T17:00:00.000Z'],
    ['2024-04', '2024-05-15T16:00:00.000Z'],
    ['2024-02', '2024-03-14T17:00:00.000Z'],
    ['2025-03', '2025-04-14T16:00:00.000Z'],
  ])('make the return of %s due at 5 pm in London: %s', (month, instant) =>
    expect(due(month)).toBe(instant),
  );

  it('count on from where they stopped', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_400 }).map((n) => addDays('2022-01-01', n)),
        fc.integer({ min: 0, max: 30 }),
        fc.integer({ min: 0, max: 30 }),
        (day, a, b) => {
          const reached = workingDaysAfter(day, a, holidays);
          expect(workingDaysAfter(reached, b, holidays)).toBe(
            workingDaysAfter(day, a + b, holidays),
          );
          if (a > 0) expect(isWorkingDay(reached, holidays)).toBe(true);
        },
      ),
    );
  });

  it('keep the time of day, also over a night in which the clocks change', () => {
    const keeps = (instant: string, count: number) => {
      const later = workingInstantAfter(new Date(instant), count, holidays);
      return `${londonDay(later)} ${londonTime(later)}`;
    };
    expect(keeps('2024-03-28T17:00:00Z', 1)).toBe('2024-04-02 17:00:00');
    expect(keeps('2024-03-31T08:00:00Z', 1)).toBe('2024-04-02 09:00:00');
    expect(keeps('2024-10-27T09:00:00Z', 1)).toBe('2024-10-28 09:00:00');
    expect(
      workingInstantAfter(new Date('2024-09-02T10:00:00.250Z'), 1, holidays).toISOString(),
    ).toBe('2024-09-03T10:00:00.250Z');
  });
});

describe('working days between two days', () => {
  it('are counted backwards as they are forwards', () => {
    expect(workingDaysBefore('2025-01-15', 5, holidays)).toBe('2025-01-08');
    expect(workingDaysBefore('2024-12-27', 1, holidays)).toBe('2024-12-24');
    expect(workingDaysBetween('2024-12-24', '2024-12-27', holidays)).toBe(1);
    expect(workingDaysBetween('2025-01-15', '2025-01-15', holidays)).toBe(0);
    expect(workingDaysBetween('2025-01-16', '2025-01-15', holidays)).toBe(0);
  });

  it('are as many as were counted on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 0, max: 30 }), (n, count) => {
        const day = addDays('2022-01-01', n);
        const reached = workingDaysAfter(day, count, holidays);
        expect(workingDaysBetween(day, reached, holidays)).toBe(count);
      }),
    );
  });
});
