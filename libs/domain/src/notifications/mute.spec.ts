import type { SchoolTerm } from '../calendar/index.js';
import { mutedUntil } from './index.js';

const term = (councilId: number | null, starts: string, ends: string): SchoolTerm => ({
  ...{ councilId, academicYear: '202425', term: 'Autumn term', starts, ends, source: 'spec' },
  halfTerm: null,
});
const terms: readonly SchoolTerm[] = [
  {
    ...term(null, '2024-09-02', '2024-12-20'),
    halfTerm: { starts: '2024-10-28', ends: '2024-11-01' },
  },
  { ...term(null, '2025-01-06', '2025-04-04'), term: 'Spring term' },
  term(7, '2024-09-02', '2024-12-18'),
  { ...term(7, '2025-01-07', '2025-04-11'), term: 'Spring term' },
];
const holidays = new Set(['2024-12-25', '2024-12-26', '2025-01-01']);

describe('messages in the school holidays', () => {
  it.each([
    ['on a school day do not wait', '2024-12-18T12:00:00Z', 7, null],
    ['on a Saturday in term do not wait', '2024-11-16T12:00:00Z', 7, null],
    [
      'at Christmas wait for 9:00 of the council’s first day',
      '2024-12-19T12:00:00Z',
      7,
      '2025-01-07T09:00:00.000Z',
    ],
    [
      'of a council without days wait by the common ones',
      '2024-12-23T12:00:00Z',
      8,
      '2025-01-06T09:00:00.000Z',
    ],
    [
      'in the middle of a term wait for the Monday after',
      '2024-10-28T12:00:00Z',
      8,
      '2024-11-04T09:00:00.000Z',
    ],
    ['beyond the terms that are known do not wait', '2025-07-01T12:00:00Z', 7, null],
    ['before the terms that are known do not wait', '2024-08-30T12:00:00Z', 7, null],
  ])('%s', (_, now, councilId, expected) => {
    const until = mutedUntil(new Date(now), councilId, { terms, holidays });
    expect(until?.toISOString() ?? null).toBe(expected);
  });

  it('come at 9:00 by London’s clocks in summer time', () => {
    const summer = [
      { ...term(null, '2025-01-06', '2025-04-04'), term: 'Spring term' as const },
      { ...term(null, '2025-04-22', '2025-07-22'), term: 'Summer term' as const },
    ];
    const until = mutedUntil(new Date('2025-04-10T09:00:00Z'), 1, { terms: summer, holidays });
    expect(until?.toISOString()).toBe('2025-04-22T08:00:00.000Z');
  });
});
