import fc from 'fast-check';
import { readSchedule, timesBetween } from './schedule.js';

const between = (schedule: string, after: string, until: string): readonly string[] =>
  timesBetween(schedule, {
    after: new Date(`${after}Z`),
    until: new Date(`${until}Z`),
    most: 1_000,
  }).map((at) => at.toISOString().slice(0, 16));

describe('a schedule', () => {
  it.each([
    ['working days at nine', '0 9 * * 1-5'],
    ['names of days', '0 9 * * MON'],
    ['every quarter of an hour', '*/15 * * * *'],
    ['once a year', '30 7 1 9 *'],
  ])('may be %s', (_title, schedule) => {
    expect(readSchedule(schedule)).toEqual({ ok: true, value: schedule });
  });

  it.each([
    ['nothing', '', 'five fields'],
    ['seconds', '0 0 9 * * 1', 'five fields'],
    ['a nickname', '@daily', 'five fields'],
    ['a minute that no hour has', '61 9 * * *', 'cannot be read'],
    ['words', 'every day at nine please', 'cannot be read'],
    ['a day that no month has', '0 9 31 2 *', 'cannot be read'],
    ['every minute', '* * * * *', 'at least 15 minutes'],
    ['two minutes that are near', '0,10 9 * * *', 'at least 15 minutes'],
  ])('may not be %s', (_title, schedule, fix) => {
    const read = readSchedule(schedule);
    expect(read.ok ? '' : read.error).toContain(fix);
  });

  it('is read with whatever spaces somebody types', () => {
    expect(readSchedule('  0   9 * *  1-5 ')).toEqual({ ok: true, value: '0 9 * * 1-5' });
  });

  it('keeps London time across the change of clocks', () => {
    expect(between('0 9 * * *', '2024-10-25T12:00', '2024-10-28T12:00')).toEqual([
      '2024-10-26T08:00',
      '2024-10-27T09:00',
      '2024-10-28T09:00',
    ]);
  });

  it('comes once in the hour that comes twice, and an hour later where the clocks skip it', () => {
    expect(between('30 1 * * *', '2024-10-26T12:00', '2024-10-27T12:00')).toEqual([
      '2024-10-27T00:30',
    ]);
    expect(between('30 1 * * *', '2024-03-30T12:00', '2024-03-31T12:00')).toEqual([
      '2024-03-31T01:30',
    ]);
  });

  it('tiles time: two stretches side by side have the times of both together, each once', () => {
    const hour = 3_600_000;
    fc.assert(
      fc.property(
        fc.constantFrom('0 9 * * 1-5', '*/15 * * * *', '30 1 * * *', '0 0 1 * *'),
        fc.tuple(...[0, 0, 0].map(() => fc.integer({ min: 0, max: 24 * 9 }))),
        (schedule, hours) => {
          const [a, b, c] = hours
            .sort((x, y) => x - y)
            .map((h) => new Date(Date.UTC(2024, 9, 24) + h * hour));
          if (!a || !b || !c) return;
          const times = (after: Date, until: Date) =>
            timesBetween(schedule, { after, until, most: 10_000 }).map(Number);
          expect([...times(a, b), ...times(b, c)]).toEqual(times(a, c));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('gives the oldest where there are more than asked for', () => {
    const few = timesBetween('*/15 * * * *', {
      after: new Date('2024-01-01T00:00:00Z'),
      until: new Date('2025-01-01T00:00:00Z'),
      most: 2,
    });
    expect(few.map((at) => at.toISOString().slice(11, 16))).toEqual(['00:15', '00:30']);
  });
});
