import { isWithCouncil } from './council-first.js';

const rule = (afterWorkingDays: number) => ({
  recipients: [
    { audience: 'council' as const, afterWorkingDays: 0 },
    { audience: 'dfe' as const, afterWorkingDays },
  ],
});
const on = (now: string) => ({ now: new Date(now), holidays: new Set<string>() });
const alert = { firedAt: new Date('2025-01-15T09:00:00Z') };

describe('an alert that fired on a Wednesday', () => {
  it('is with its council until the fifth working day', () => {
    expect(isWithCouncil(alert, rule(5), on('2025-01-22T08:59:00Z'))).toBe(true);
    expect(isWithCouncil(alert, rule(5), on('2025-01-22T09:00:00Z'))).toBe(false);
  });

  it('is not with its council alone where DfE is told at once, or the rule is gone', () => {
    expect(isWithCouncil(alert, rule(0), on('2025-01-15T09:00:00Z'))).toBe(false);
    expect(isWithCouncil(alert, null, on('2025-01-15T09:00:00Z'))).toBe(false);
  });

  it('is with nobody while it is only watched', () => {
    expect(isWithCouncil({ firedAt: null }, rule(5), on('2025-01-15T09:00:00Z'))).toBe(false);
  });
});
