import { newsFrom, visitAt, type Visit } from './visit.js';

const at = (time: string): Date => new Date(`2025-01-15T${time}:00Z`);
const before: Visit = { lookedAt: new Date('2025-01-06T10:00:00Z'), seenAt: at('09:00') };

describe('a visit', () => {
  it('is the first one of whoever has never looked', () => {
    expect(visitAt(null, at('09:00'))).toEqual({ lookedAt: null, seenAt: at('09:00') });
  });

  it('goes on while looks are less than half an hour apart, and keeps its news', () => {
    const visit = visitAt(before, at('09:29'));
    expect(visit).toEqual({ ...before, seenAt: at('09:29') });
    expect(visitAt(visit, at('09:59'))).toEqual({ ...before, seenAt: at('09:59') });
  });

  it('is not written again within five minutes', () => {
    expect(visitAt(before, at('09:04'))).toBe(before);
    expect(visitAt(before, at('09:05'))).not.toBe(before);
  });

  it('is over after half an hour: news is what came since its last look', () => {
    expect(visitAt(before, at('09:31'))).toEqual({ lookedAt: at('09:00'), seenAt: at('09:31') });
  });

  it('is not moved back by a clock that is behind', () => {
    expect(visitAt(before, at('08:00'))).toBe(before);
  });
});

describe('news', () => {
  it('begins seven days before a first visit', () => {
    expect(newsFrom({ lookedAt: null, seenAt: at('09:00') })).toEqual(
      new Date('2025-01-08T09:00:00Z'),
    );
  });

  it('begins with what the visit before may have missed in its last minutes', () => {
    expect(newsFrom(before)).toEqual(new Date('2025-01-06T09:55:00Z'));
  });
});
