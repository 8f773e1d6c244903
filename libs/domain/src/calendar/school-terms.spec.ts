import { monthOf } from '../periods/index.js';
import { periodOfTerm, schoolDaysIn, termOn, termsOf, type SchoolTerm } from './school-terms.js';

const term = (over: Partial<SchoolTerm>): SchoolTerm => ({
  councilId: null,
  academicYear: '202425',
  term: 'Autumn term',
  starts: '2024-09-02',
  ends: '2024-12-20',
  halfTerm: { starts: '2024-10-28', ends: '2024-11-01' },
  source: 'a spec',
  ...over,
});
const spring = {
  term: 'Spring term',
  starts: '2025-01-06',
  ends: '2025-04-11',
  halfTerm: { starts: '2025-02-17', ends: '2025-02-21' },
} as const;
const ALL = [term({}), term(spring)];
const HOLIDAYS = new Set(['2024-12-25', '2024-12-26', '2025-01-01']);

describe('termsOf', () => {
  const own = term({ councilId: 7, starts: '2024-08-27' });
  const earlier = term({ academicYear: '202324', starts: '2023-09-04', ends: '2023-12-21' });

  it('takes a council’s own terms in the years for which it named any, and those of all in the others', () => {
    expect(termsOf([...ALL, own, earlier], 7)).toEqual([earlier, own]);
    expect(termsOf([...ALL, own, earlier], 8)).toEqual([earlier, ...ALL]);
  });
});

describe('termOn', () => {
  it.each([
    ['2024-09-02', 1],
    ['2024-10-27', 1],
    ['2024-11-02', 2],
    ['2024-12-20', 2],
    ['2025-01-06', 3],
    ['2025-04-11', 4],
  ])('%s lies in half-term %i of the year', (day, halfTerm) => {
    expect(termOn(day, ALL)?.halfTerm).toBe(halfTerm);
  });

  it.each(['2024-09-01', '2024-10-28', '2024-11-01', '2024-12-21', '2025-04-12'])(
    '%s lies in the holidays',
    (day) => {
      expect(termOn(day, ALL)).toBeNull();
    },
  );
});

describe('periodOfTerm', () => {
  it('is the period of Explore Education Statistics', () => {
    expect(periodOfTerm(term(spring))).toMatchObject({
      timePeriod: '202425',
      timeIdentifier: 'Spring term',
    });
  });
});

describe('schoolDaysIn', () => {
  it.each([
    [monthOf(2024, 9), 21],
    [monthOf(2024, 10), 19],
    [monthOf(2024, 12), 15],
    [monthOf(2025, 2), 15],
    [monthOf(2025, 8), 0],
  ])('counts Monday to Friday in term, without half-terms and bank holidays', (month, days) => {
    expect(schoolDaysIn(month, ALL, HOLIDAYS)).toBe(days);
  });

  it('says nothing of a year whose terms are not known', () => {
    expect(schoolDaysIn(monthOf(2025, 9), ALL, HOLIDAYS)).toBeNull();
    expect(schoolDaysIn(monthOf(2024, 12), [], HOLIDAYS)).toBeNull();
  });
});
