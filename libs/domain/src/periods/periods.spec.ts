import { readFileSync } from 'node:fs';
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

  it.each([
    ['2024 Reporting year', 'RY', '2024-01-01', '2025-01-01'],
    ['2024 Calendar year Q1', 'Q1', '2024-01-01', '2024-04-01'],
    ['2024 Calendar year Q4', 'CYQ4', '2024-10-01', '2025-01-01'],
    ['202425 Tax year', 'TY', '2024-04-06', '2025-04-06'],
    ['202425 Financial year Q1', 'FYQ1', '2024-04-01', '2024-07-01'],
    ['202425 Financial year Q4', 'FYQ4', '2025-01-01', '2025-04-01'],
    ['202425 Part 2 (October to March)', 'P2', '2024-10-01', '2025-04-01'],
    ['202425 Autumn and spring term', 'T1T2', '2024-09-01', '2025-04-01'],
    ['202425 Five half terms', 'HT5', '2024-09-01', '2025-06-01'],
    ['202425 Six half terms', 'HT6', '2024-09-01', '2025-09-01'],
    ['2024 Week 1', 'W1', '2024-01-01', '2024-01-08'],
    ['2021 Week 1', 'w01', '2021-01-04', '2021-01-11'],
    ['2020 Week 53', 'W53', '2020-12-28', '2021-01-04'],
  ])('is %s, by name or by %s, from %s to %s', (key, code, start, end) => {
    const [years = '', ...words] = key.split(' ');
    const name = words.join(' ');
    const period = { timePeriod: years, timeIdentifier: name, start, end };
    expect(from(years, name)).toEqual(period);
    expect(from(years, code)).toEqual(period);
    expect(periodFromKey(periodKey(period))).toEqual(period);
  });

  it('is no 53rd week of a year that has 52', () => {
    expect(from('2024', 'Week 53')).toBe('not-this-form');
  });

  it('is every identifier that DfE’s screening takes', () => {
    const { timeIdentifiers } = JSON.parse(
      readFileSync(
        new URL('../../../../programmes/send-ap/ees/standards.json', import.meta.url),
        'utf8',
      ),
    ) as { timeIdentifiers: Record<'four' | 'six', readonly (readonly string[])[]> };
    for (const [form, years] of [
      ['four', '2024'],
      ['six', '202425'],
    ] as const)
      for (const name of timeIdentifiers[form].flat())
        expect(from(years, name)).toMatchObject({ timePeriod: years, timeIdentifier: name });
  });

  it('tiles its year, by quarters, parts, terms and weeks', () => {
    const tiles = (years: string, names: readonly string[], whole: string): void => {
      const read = [...names, whole].map((name) => from(years, name));
      const periods = read.filter((one) => typeof one !== 'string');
      const year = periods.pop();
      expect(periods.map(({ start }) => start)).toEqual([
        year?.start,
        ...periods.slice(0, -1).map(({ end }) => end),
      ]);
      expect(periods.at(-1)?.end).toBe(year?.end);
    };
    const quarters = (of: string) => [1, 2, 3, 4].map((n) => `${of} Q${n}`);
    tiles('2024', quarters('Calendar year'), 'Calendar year');
    tiles('202425', quarters('Financial year'), 'Financial year');
    tiles('202425', ['P1', 'P2'], 'Financial year');
    tiles('202425', ['T1', 'T2', 'T3'], 'Six half terms');
    fc.assert(
      fc.property(fc.integer({ min: 1901, max: 2098 }), fc.integer({ min: 1, max: 52 }), (y, n) => {
        const [week, next, first] = [
          from(String(y), `W${n}`),
          from(String(y), `W${n + 1}`),
          from(String(y + 1), 'W1'),
        ];
        const after = next === 'not-this-form' ? first : next;
        expect(typeof week === 'string' ? week : week.end).toBe(
          typeof after === 'string' ? after : after.start,
        );
      }),
    );
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
    ['2024', 'Week 0'],
    ['2024', 'Week 54'],
    ['2024', 'Academic year Q1'],
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
    expect(said('202425', 'Financial year Q1')).toBe('Financial year Q1 2024/25');
    expect(said('2024', 'Week 12')).toBe('Week 12 2024');
  });
});
