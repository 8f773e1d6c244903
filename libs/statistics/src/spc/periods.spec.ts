import { isDay, periodNumber } from './periods.js';

describe('isDay', () => {
  it('takes days that exist, leap years included', () => {
    expect(['2023-01-31', '2024-02-29', '2000-02-29', '0001-01-01'].every(isDay)).toBe(true);
  });

  it('takes nothing else', () => {
    const others = [
      '2023-02-29',
      '1900-02-29',
      '2023-04-31',
      '2023-13-01',
      '2023-00-10',
      '2023-01-00',
    ];
    expect([...others, '2023-1-1', '2023-01-01T00:00', '', null, 20230101].some(isDay)).toBe(false);
  });
});

describe('periodNumber', () => {
  it('goes up by one from each period to the next, over the ends of years too', () => {
    const next = (
      period: 'day' | 'week' | 'month' | 'quarter' | 'year',
      from: string,
      to: string,
    ) => periodNumber(to, period) - periodNumber(from, period);
    expect(next('day', '2023-12-31', '2024-01-01')).toBe(1);
    expect(next('week', '2023-12-31', '2024-01-01')).toBe(1);
    expect(next('month', '2023-12-31', '2024-01-01')).toBe(1);
    expect(next('quarter', '2023-12-31', '2024-01-01')).toBe(1);
    expect(next('year', '2023-12-31', '2024-01-01')).toBe(1);
    expect(next('quarter', '2024-01-01', '2024-03-31')).toBe(0);
  });
});
