import fc from 'fast-check';
import { addDays, londonDay, londonInstant, londonTime } from './index.js';

const HOUR = 3_600_000;
const instants = fc.date({
  min: new Date('1997-01-01T00:00:00Z'),
  max: new Date('2037-12-31T00:00:00Z'),
  noInvalidDate: true,
});
const days = instants.map((instant) => instant.toISOString().slice(0, 10));

describe("London's clocks", () => {
  it.each([
    ['2024-12-31T23:30:00Z', '2024-12-31', '23:30:00'],
    ['2024-06-30T23:30:00Z', '2024-07-01', '00:30:00'],
    ['2024-03-31T00:59:59Z', '2024-03-31', '00:59:59'],
    ['2024-03-31T01:00:00Z', '2024-03-31', '02:00:00'],
    ['2024-10-27T00:30:00Z', '2024-10-27', '01:30:00'],
    ['2024-10-27T01:30:00Z', '2024-10-27', '01:30:00'],
  ])('show at %s the day %s and %s', (instant, day, time) => {
    expect(londonDay(new Date(instant))).toBe(day);
    expect(londonTime(new Date(instant))).toBe(time);
  });

  it.each([
    ['2025-01-15', '17:00', '2025-01-15T17:00:00.000Z'],
    ['2024-07-12', '17:00', '2024-07-12T16:00:00.000Z'],
    ['2024-03-31', '00:30', '2024-03-31T00:30:00.000Z'],
    ['2024-03-31', '12:00', '2024-03-31T11:00:00.000Z'],
    ['2024-10-27', '00:30', '2024-10-26T23:30:00.000Z'],
    ['2024-10-27', '01:30', '2024-10-27T00:30:00.000Z'],
    ['2024-10-27', '02:00:00', '2024-10-27T02:00:00.000Z'],
  ])('stand on %s at %s at the instant %s', (day, time, instant) =>
    expect(londonInstant(day, time).toISOString()).toBe(instant),
  );

  it('takes a time that the clocks skip an hour later, and of two the first', () => {
    expect(londonTime(londonInstant('2024-03-31', '01:30'))).toBe('02:30:00');
    expect(londonInstant('2024-10-27', '01:00').toISOString()).toBe('2024-10-27T00:00:00.000Z');
  });

  it('come back to the instant they were read from, but for the hour that comes twice', () => {
    fc.assert(
      fc.property(instants, (moment) => {
        const instant = new Date(Math.floor(moment.getTime() / 1_000) * 1_000);
        const again = londonInstant(londonDay(instant), londonTime(instant));
        expect([0, HOUR]).toContain(instant.getTime() - again.getTime());
      }),
    );
  });

  it('divides time into days without gap or overlap: 23, 24 or 25 hours each', () => {
    fc.assert(
      fc.property(days, (day) => {
        const [start, end] = [londonInstant(day, '00:00'), londonInstant(addDays(day, 1), '00:00')];
        expect([23, 24, 25]).toContain((end.getTime() - start.getTime()) / HOUR);
        expect(londonDay(start)).toBe(day);
        expect(londonDay(new Date(end.getTime() - 1))).toBe(day);
      }),
    );
  });

  it('counts days across leap years and ends of year', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2024-12-31', 1)).toBe('2025-01-01');
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
    fc.assert(
      fc.property(days, fc.integer({ min: -4000, max: 4000 }), (day, count) => {
        expect(addDays(addDays(day, count), -count)).toBe(day);
      }),
    );
  });
});
