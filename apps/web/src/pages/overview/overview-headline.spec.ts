import { aMonth, anAlert, aReturn, councilNamed } from '#testing/web';
import { overviewHeadline } from './overview-headline.js';

const now = new Date('2025-01-15T12:00:00Z');
const month = aMonth('2024-12');
const barnet = aReturn(councilNamed('Barnet'), month);
const luton = aReturn(councilNamed('Luton'), month, { status: 'DUE' });
const swindon = aReturn(councilNamed('Swindon'), month, { status: 'NOT_AVAILABLE' });
const headline = (over: Partial<Parameters<typeof overviewHeadline>[0]>) =>
  overviewHeadline({
    now,
    returns: [barnet, luton, swindon],
    open: [],
    outside: 0,
    cleared: [],
    ...over,
  });

describe('overviewHeadline', () => {
  it('says who has reported, and when it is due', () => {
    expect(headline({}).reported).toBe(
      '1 of 3 councils have reported December 2024. It is due today at 17:00.',
    );
    expect(headline({ now: new Date('2025-01-20T12:00:00Z') }).reported).toContain('It was due at');
    expect(headline({ returns: [barnet, barnet] }).reported).toBe(
      'All 2 councils have reported December 2024.',
    );
  });

  it('counts an answer "not yet available" as an answer, not as a report', () => {
    expect(headline({}).silence).toBe(
      'Not reported yet: Luton. Not yet available, with a reason: Swindon.',
    );
  });

  it('counts alerts by council, new ones and those that cleared lately', () => {
    const open = [
      anAlert({ openedAt: new Date('2025-01-14T09:00:00Z') }),
      anAlert({ acknowledgedAt: now }),
    ];
    const cleared = [
      anAlert({ state: 'resolved', resolvedAt: new Date('2025-01-02T09:00:00Z') }),
      anAlert({ state: 'resolved', resolvedAt: new Date('2024-01-02T09:00:00Z') }),
    ];
    expect(headline({ open, cleared }).alerts).toBe(
      '2 alerts are open at 1 council. 1 was opened in the last 7 days. 1 acknowledged, 1 not yet. 1 alert cleared in the last 30 days.',
    );
    expect(headline({ open }).silence).toContain('Earlier alerts stay open');
  });
});
