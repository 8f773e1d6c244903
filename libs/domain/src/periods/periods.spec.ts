import fc from 'fast-check';
import {
  formatPeriod,
  monthCode,
  monthOfDay,
  monthPeriod,
  monthsBefore,
  MONTHS,
  periodFrom,
  periodFromKey,
  periodKey,
} from './index.js';

const months = fc
  .tuple(fc.integer({ min: 1900, max: 2099 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`);
const from = (timePeriod: string, timeIdentifier: string) => {
  const result = periodFrom(timePeriod, timeIdentifier);
  return result.ok ? result.value : result.error.kind;
};

describe('a period', () => {
  it('is a month by name or by code, in any case', () => {
    const september = {
      timePeriod: '2024',
      timeIdentifier: 'September',
      start: '2024-09-01',
      end: '2024-10-01',
    };
    for (const identifier of ['September', 'september', ' M9 ', 'm09'])
      expect(from('2024', identifier)).toEqual(september);
    expect(monthPeriod('2024-09')).toEqual(september);
  });

  it('is a year of three kinds, two of which run over two calendar years', () => {
    expect(from('2024', 'Calendar year')).toMatchObject({ start: '2024-01-01', end: '2025-01-01' });
    expect(from('2024', 'CY')).toMatchObject({ timeIdentifier: 'Calendar year' });
    expect(from('202425', 'Academic year')).toMatchObject({
      start: '2024-09-01',
      end: '2025-09-01',
    });
    expect(from('2024/25', 'FY')).toMatchObject({
      timePeriod: '202425',
      start: '2024-04-01',
      end: '2025-04-01',
    });
    expect(from('199900', 'AY')).toMatchObject({ start: '1999-09-01', end: '2000-09-01' });
  });

  it('is a term of a school year, three of which tile it', () => {
    const terms = ['Autumn term', 'spring term', ' Summer term '].map((term) =>
      from('202425', term),
    );
    expect(terms).toEqual([
      expect.objectContaining({ timeIdentifier: 'Autumn term', start: '2024-09-01' }),
      expect.objectContaining({ start: '2025-01-01', end: '2025-04-01' }),
      expect.objectContaining({ timePeriod: '202425', start: '2025-04-01', end: '2025-09-01' }),
    ]);
    expect(from('2024', 'Autumn term')).toBe('not-this-form');
  });

  it('takes six digits for two consecutive years, and for nothing else', () => {
    for (const text of ['202409', '202424', '202426', '20242', '2024'])
      expect(from(text, 'Academic year')).toBe('not-this-form');
    expect(from('202409', 'September')).toBe('not-this-form');
    expect(from('202425', 'Calendar year')).toBe('not-this-form');
  });

  it.each([
    ['2024', 'Sept'],
    ['2024', 'M13'],
    ['2024', 'M0'],
    ['2024', 'Week 3'],
    ['2024', ''],
  ])('does not know %p with %p', (text, identifier) =>
    expect(from(text, identifier)).toBe('unknown-identifier'),
  );

  it.each([
    '2024-13',
    '2024-00',
    '202409',
    '0000-01',
    '1899-12',
    '2100-01',
    '9999-12',
    '2024-9',
    '',
  ])('is no month: %p', (text) => expect(monthPeriod(text)).toBeNull());

  it('tiles the years without a gap, and counts back to where it came from', () => {
    fc.assert(
      fc.property(months, fc.integer({ min: 0, max: 600 }), (text, count) => {
        const month = monthPeriod(text);
        if (!month) throw new Error(text);
        expect(monthsBefore(month, -1).start).toBe(month.end);
        expect(monthsBefore(monthsBefore(month, count), -count)).toEqual(month);
        expect(monthOfDay(month.start)).toEqual(month);
        expect(monthCode(month)).toBe(text);
        expect(
          from(month.timePeriod, `M${MONTHS.indexOf(month.timeIdentifier as 'May') + 1}`),
        ).toEqual(month);
      }),
    );
  });

  it('comes back from the key it is stored under', () => {
    for (const [text, identifier] of [
      ['2024', 'September'],
      ['2024', 'Calendar year'],
      ['202425', 'Academic year'],
      ['202425', 'Financial year'],
      ['199900', 'Spring term'],
    ] as const) {
      const period = from(text, identifier);
      if (typeof period === 'string') throw new Error(period);
      expect(periodFromKey(periodKey(period))).toEqual(period);
    }
    for (const key of ['', '2024', 'September 2024', '202409 September'])
      expect(periodFromKey(key)).toBeNull();
  });

  it('reads as people write it', () => {
    const said = (timePeriod: string, timeIdentifier: string) =>
      formatPeriod({ timePeriod, timeIdentifier });
    expect(said('2024', 'September')).toBe('September 2024');
    expect(said('2024', 'Calendar year')).toBe('2024');
    expect(said('202425', 'Academic year')).toBe('2024/25');
    expect(said('202425', 'Autumn term')).toBe('Autumn term 2024/25');
  });
});
