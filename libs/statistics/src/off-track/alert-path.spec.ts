import { alertPath, noAlertReason, type RuleMonth } from './index.js';

const high: RuleMonth = { alarm: true, calm: false, muted: false };
const between: RuleMonth = { alarm: false, calm: false, muted: false };
const low: RuleMonth = { alarm: false, calm: true, muted: false };
const muted: RuleMonth = { alarm: true, calm: false, muted: true };
const events = (...months: RuleMonth[]) => alertPath(months).map(({ event }) => event ?? '-');

describe('alertPath', () => {
  it('opens once, on the way up', () => {
    expect(events(low, high, high, high)).toEqual(['-', 'opened', '-', '-']);
  });

  it('clears after two calm months in a row, and opens again only after that', () => {
    expect(events(high, between, high, low, high, low, low, high)).toEqual([
      ...['opened', '-', '-', '-', '-', '-', 'cleared', 'opened'],
    ]);
  });

  it('lets a month without a figure neither clear nor break a row', () => {
    expect(events(high, low, null, low)).toEqual(['opened', '-', '-', 'cleared']);
    expect(alertPath([high, null, null, null]).at(-1)).toEqual({ open: true, event: null });
  });

  it('tells an alarm that lasts in the first month that is not muted', () => {
    expect(events(muted, muted, high, muted)).toEqual(['-', '-', 'opened', '-']);
    expect(events(muted, low, low)).toEqual(['-', '-', '-']);
  });
});

describe('noAlertReason', () => {
  const fine = { baselinePoints: 13, hasSpread: true, latest: {}, recentRebase: false };

  it.each([
    [null, {}],
    ['BASELINE_TOO_SHORT', { baselinePoints: 12, hasSpread: false }],
    ['SIGMA_UNDEFINED', { hasSpread: false }],
    ['LATEST_SUPPRESSED', { latest: { suppressed: true } }],
    ['PROVISIONAL_NOT_MATURED', { latest: { provisional: true } }],
    ['PROVISIONAL_NOT_MATURED', { latest: { provisional: true, workingDaysPastDue: 9 } }],
    [null, { latest: { provisional: true, workingDaysPastDue: 10 } }],
    [null, { latest: { provisional: false, workingDaysPastDue: -5 } }],
    ['RETURN_TOO_LATE', { latest: { daysLate: 46 } }],
    [null, { latest: { daysLate: 45 } }],
    ['RECENT_REBASE', { recentRebase: true }],
  ] as const)('is %s', (reason, more) => {
    expect(noAlertReason({ ...fine, ...more })).toBe(reason);
  });
});
