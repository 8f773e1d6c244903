import { digestBody, digestTime, digestWeek, type DigestCounts } from './digest.js';

const NOTHING: DigestCounts = {
  ...{ opened: 0, cleared: 0, received: 0, corrected: 0, approved: 0 },
  ...{ feedback: 0, answered: 0, milestones: 0, silent: null },
};
const monday = new Date('2025-01-13T08:00:00Z');

describe('the time of a digest', () => {
  it.each([
    ['2025-01-13T07:59:59Z', '2025-01-06T08:00:00Z'],
    ['2025-01-13T08:00:00Z', '2025-01-13T08:00:00Z'],
    ['2025-01-19T23:00:00Z', '2025-01-13T08:00:00Z'],
    ['2025-03-31T06:59:00Z', '2025-03-24T08:00:00Z'],
    ['2025-03-31T07:00:00Z', '2025-03-31T07:00:00Z'],
  ])('at %s is the Monday of London: %s', (now, time) => {
    expect(digestTime(new Date(now))).toEqual(new Date(time));
  });

  it('is a week after the one before, by the clocks on the wall', () => {
    const spring = new Date('2025-03-31T07:00:00Z');
    expect(digestWeek(spring)).toEqual({ from: new Date('2025-03-24T08:00:00Z'), to: spring });
  });
});

describe('what a digest says', () => {
  it('is one sentence where nothing has changed', () => {
    expect(digestBody(NOTHING, monday, '/returns')).toBe(
      'Nothing has changed in the week to Sunday 12 January 2025.',
    );
  });

  it('is how many things there are, each with where it is, and leaves out what there is not', () => {
    const counts = { ...NOTHING, opened: 3, cleared: 1, answered: 1, milestones: 2 };
    expect(digestBody(counts, monday, '/returns').split('\n')).toEqual([
      'In the week to Sunday 12 January 2025:',
      '- 3 alerts opened, 1 alert cleared: {pages}/alerts',
      '- 1 piece was answered: {pages}/feedback',
      '- 2 milestones changed: {pages}/milestones',
    ]);
  });

  it('says how many councils are silent, whether anything has changed or not', () => {
    const silent = { councils: 2, month: 'December 2024' };
    expect(digestBody({ ...NOTHING, silent }, monday, '/returns')).toContain(
      '- 2 councils have not reported December 2024: {pages}/returns',
    );
  });
});
