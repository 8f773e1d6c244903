import { endOfLondonDay, formatClock, formatDate, formatMoment, londonDay } from './format-time.js';

describe('times of a page', () => {
  it('are London’s, in summer too', () => {
    expect(formatMoment(new Date('2024-07-01T23:30:00Z'))).toBe('00:30 on 2 July 2024');
    expect(londonDay(new Date('2024-07-01T23:30:00Z'))).toBe('2024-07-02');
  });

  it('say the day in words', () => {
    expect(formatDate('2024-10-15')).toBe('15 October 2024');
    expect(formatClock(new Date('2025-01-15T09:00:00Z'))).toBe('Wednesday, 15 January 2025, 09:00');
  });

  it.each([
    ['2025-01-15', '2025-01-15T23:59:59.999Z'],
    ['2024-07-01', '2024-07-01T22:59:59.999Z'],
    ['2024-03-31', '2024-03-31T22:59:59.999Z'],
    ['2024-10-27', '2024-10-27T23:59:59.999Z'],
  ])('end the day %s at its last instant in London', (day, instant) => {
    expect(endOfLondonDay(day).toISOString()).toBe(instant);
  });
});
