import { returnStatus, type ReturnFactsForStatus } from './index.js';

const facts: ReturnFactsForStatus = {
  now: new Date('2025-01-10T12:00:00Z'),
  periodEnd: '2025-01-01',
  dueAt: new Date('2025-01-15T17:00:00Z'),
  boxesAsked: 23,
  boxesAnswered: 0,
  boxesApproved: 0,
  answer: null,
};
const status = (more: Partial<ReturnFactsForStatus>) => returnStatus({ ...facts, ...more }).status;

describe('the status of a return', () => {
  it('is not due until the month has ended, by the day in London', () => {
    expect(status({ now: new Date('2024-12-31T23:59:00Z') })).toBe('NOT_DUE');
    expect(status({ now: new Date('2025-01-01T00:00:00Z') })).toBe('DUE');
  });
  it('is late after the due moment, not at it', () => {
    expect(status({ now: facts.dueAt })).toBe('DUE');
    expect(status({ now: new Date(facts.dueAt.getTime() + 1) })).toBe('LATE');
  });
  it('counts what has come, whenever it came', () => {
    const late = new Date('2025-02-10T12:00:00Z');
    expect(status({ now: late, boxesAnswered: 1 })).toBe('RECEIVED_IN_PART');
    expect(status({ now: late, boxesAnswered: 23 })).toBe('RECEIVED');
    expect(status({ boxesAnswered: 23, boxesApproved: 22 })).toBe('RECEIVED');
    expect(status({ boxesAnswered: 23, boxesApproved: 23 })).toBe('APPROVED');
  });
  it('takes an answer that is not figures only while there are none', () => {
    expect(status({ answer: 'nil' })).toBe('NIL');
    expect(status({ answer: 'not-available', now: new Date('2025-02-10T12:00:00Z') })).toBe(
      'NOT_AVAILABLE',
    );
    expect(status({ answer: 'nil', boxesAnswered: 2 })).toBe('RECEIVED_IN_PART');
  });
  it('says why', () => {
    expect(returnStatus({ ...facts, boxesAnswered: 7 }).reason).toBe('7 of 23 numbers received');
  });
});
