import {
  addressOfPeriod,
  dayMonthsBefore,
  monthBefore,
  monthOfAddress,
  monthOfKey,
  periodKeyOfAddress,
} from './period-address.js';

describe('periods in addresses', () => {
  it('name a month by year and number', () => {
    expect(monthOfAddress('2024-12')).toEqual({
      timePeriod: '2024',
      timeIdentifier: 'December',
      start: '2024-12-01',
      end: '2025-01-01',
    });
    expect(monthOfAddress('2024-02')?.end).toBe('2024-03-01');
  });

  it.each(['2024-13', '2024-00', '202412', '1889-01', 'december', '2024-1'])(
    'take %s for no month',
    (address) => {
      expect(monthOfAddress(address)).toBeNull();
    },
  );

  it.each([
    ['2024 September', '2024-09'],
    ['2023 Calendar year', '2023-calendar-year'],
    ['202324 Academic year', '202324-academic-year'],
    ['202324 Financial year Q1', '202324-financial-year-q1'],
    ['202324 Part 1 (April to September)', '202324-part-1-april-to-september'],
    ['2024 Week 12', '2024-week-12'],
  ])('lead from %s to %s and back', (key, address) => {
    const [timePeriod = '', ...identifier] = key.split(' ');
    expect(addressOfPeriod({ timePeriod, timeIdentifier: identifier.join(' ') })).toBe(address);
    expect(periodKeyOfAddress(address)).toBe(key);
  });

  it('take anything else for no period', () => {
    expect(periodKeyOfAddress('..')).toBeNull();
    expect(periodKeyOfAddress('2023-<b>')).toBeNull();
  });

  it('count months over the turn of a year', () => {
    expect(monthBefore('2025-01-15')).toEqual(monthOfAddress('2024-12'));
    expect(dayMonthsBefore('2025-01-15', 24)).toBe('2023-01-01');
    expect(monthOfKey('2024 December', 12)?.key).toBe('2025 December');
    expect(monthOfKey('2023 Calendar year')).toBeNull();
  });
});
