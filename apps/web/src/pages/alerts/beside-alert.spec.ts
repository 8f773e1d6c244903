import { anAlert, aProgramme } from '#testing/web';
import type { Silence } from '#domain/notifications';
import { besideLines, type BesideAlert } from './beside-alert.js';

const programme = {
  ...aProgramme(),
  inhibitions: [
    { kind: 'no-data' as const, source: 'return_missing', why: 'The return has not come.' },
    { kind: 'beneath' as const, source: 'off_trajectory', target: 'getting_worse', why: 'x' },
  ],
};
const now = new Date('2025-01-15T12:00:00Z');
const off = anAlert();
const worse = anAlert({ id: 'worse', ruleCode: 'getting_worse' });
const missing = anAlert({ id: 'missing', ruleCode: 'return_missing', metric: null });
const silence: Silence = {
  ...{ id: 's1', programmeId: 1, ruleCode: null, metric: null, councilId: off.councilId },
  ...{ partnership: null, audience: 'all', from: now, until: new Date('2025-02-01T00:00:00Z') },
  ...{ reason: 'A new case system.', createdAt: now, createdBy: 'DfE analyst' },
  ...{ endedAt: null, endedBy: null },
};
const lines = (alert = off, beside: Partial<BesideAlert> = {}) =>
  besideLines(
    alert,
    { silences: [], open: [], isExpected: false, ...beside },
    { programme, now },
  ).map(({ text, href }) => (href ? `${text} → ${href}` : text));

describe('what stands beside an alert', () => {
  it('is nothing for most', () => {
    expect(lines()).toEqual([]);
    expect(lines(off, { open: [anAlert({ id: 'other', metric: 'requests_received' })] })).toEqual(
      [],
    );
  });

  it('is a silence, with who asked for it, until which day and why', () => {
    expect(lines(off, { silences: [silence] })).toEqual([
      'DfE analyst has asked for no messages about this until 31 January 2025: "A new case system.". It is still open.',
    ]);
  });

  it('is the alert that says the same, and the other way round', () => {
    expect(lines(worse, { open: [off] })).toEqual([
      `People are told of this by another alert: New EHC plans issued within 20 weeks: Portsmouth, off track since January 2023. → /alerts/${off.id}`,
    ]);
    expect(lines(off, { open: [worse] })).toMatchObject([
      expect.stringMatching(/^Also open, and not told separately: .* → \/alerts\/worse$/),
    ]);
  });

  it('is the missing return, where there is no new figure', () => {
    const silent = anAlert({ noData: true });
    expect(lines(silent, { open: [missing] })).toEqual([
      'The return has not come. → /alerts/missing',
    ]);
    expect(lines(off, { open: [missing] })).toEqual([]);
  });

  it('is that a backlog is being cleared, and when it is looked at again', () => {
    expect(lines(off, { isExpected: true })).toEqual([
      'Low while old cases are cleared. Children waiting fell in each of the last three months. Not escalated; looked at again in February 2025.',
    ]);
  });
});
