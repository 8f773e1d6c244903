import {
  aMonth,
  anAlert,
  aProgramme,
  aReturn,
  councilNamed,
  noNews,
  someEntries,
  someNews,
} from '#testing/web';
import { presentNews } from './news.presenter.js';
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
    programme: aProgramme(),
    open: [],
    entries: new Map(),
    outside: 0,
    news: noNews(),
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

  it('says by when a council expects its figures', () => {
    const answer = { kind: 'not-available', text: 'x', expectedOn: '2025-01-20', at: now } as const;
    const late = aReturn(councilNamed('Swindon'), month, { status: 'NOT_AVAILABLE', answer });
    expect(headline({ returns: [barnet, late] }).silence).toBe(
      'Swindon expects its figures on 20 January 2025.',
    );
  });

  it('says of alerts with whom they are: the council, somebody with a plan, or nobody', () => {
    const fired = (id: string, day: string) =>
      anAlert({ id, firedAt: new Date(`2025-01-${day}T09:00:00Z`) });
    const open = [
      ...[fired('a', '14'), fired('b', '02'), fired('c', '03'), fired('d', '13')],
      anAlert({ id: 'e', state: 'pending', firedAt: null }),
    ];
    const entries = new Map([['d', someEntries()]]);
    expect(headline({ open, entries }).alerts).toBe(
      '4 alerts are open at 1 council. Two are new since you last looked on 6 January. One is with the council, which is told first; 1 has a recovery plan or an explanation; 2 have neither. One more is being watched and may become one.',
    );
    expect(headline({ open }).silence).toContain('Earlier alerts stay open');
  });

  it('says what is new and what cleared since the last look, by council from A to Z', () => {
    const two = ['Wigan', 'Barnet'].map((name) =>
      anAlert({ councilId: councilNamed(name).id, state: 'resolved', resolvedAt: now }),
    );
    const { totals } = noNews();
    const news = { ...noNews(), cleared: two, totals: { ...totals, opened: 2, cleared: 3 } };
    const open = [anAlert({ firedAt: now }), anAlert()];
    const { alerts } = headline({ open, news });
    expect(alerts).toContain('One is new since you last looked on 6 January.');
    expect(alerts).toContain(
      'Three have cleared: Barnet (New EHC plans issued within 20 weeks) and Wigan (New EHC plans issued within 20 weeks), and 1 more.',
    );
    const today = { ...news, lookedAt: new Date('2025-01-15T10:42:00Z') };
    expect(headline({ open, news: today }).alerts).toContain(
      'new since you last looked at 10:42 today.',
    );
    const first = { ...news, lookedAt: null };
    expect(headline({ open, news: first }).alerts).toContain('One is new in the last 7 days.');
  });
});

describe('what has changed', () => {
  const page = { programme: aProgramme(), now, seesDeliveries: true };

  it('is listed by kind, each leading to its place, with a way to what is not listed', () => {
    const { heading, groups, nothing } = presentNews({ ...page, news: someNews() });
    expect([heading, nothing]).toEqual([
      'What has changed since you last looked on 6 January',
      null,
    ]);
    expect(groups.map((group) => [group.heading, group.lines[0]?.text])).toEqual([
      ['1 new alert', expect.stringContaining('Portsmouth')],
      ['1 alert cleared', 'Leicester has not reported November 2024'],
      ['7 deliveries of figures received', 'Rutland, December 2024'],
      ['1 delivery corrected figures', 'Rutland, September 2024, 2 figures'],
      ['1 answer without figures', 'Rutland, November 2024'],
      ['1 piece of feedback from councils', 'Rutland'],
      ['1 milestone done', 'Rutland, First panel has met'],
    ]);
    expect(groups[2]?.more).toEqual({ text: 'and 6 more', href: '/returns' });
    expect(groups[2]?.lines[0]?.href).toMatch(/^\/council\/receipt\//);
  });

  it('leads whoever may open no delivery to the council', () => {
    const { groups } = presentNews({ ...page, seesDeliveries: false, news: someNews() });
    expect(groups[2]?.lines[0]?.href).toBe('/councils/rutland');
  });

  it('says so where nothing has, and that a first visit shows a week', () => {
    expect(presentNews({ ...page, news: noNews() })).toMatchObject({
      groups: [],
      first: null,
      nothing: 'Nothing has changed since you last looked.',
    });
    expect(presentNews({ ...page, news: { ...noNews(), lookedAt: null } })).toMatchObject({
      first: 'This is your first visit, so this shows the last 7 days.',
      nothing: 'Nothing has changed in the last 7 days.',
    });
  });
});
