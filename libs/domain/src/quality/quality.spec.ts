import { monthOf } from '../periods/index.js';
import { qualityOf, type BoxFacts, type MonthFacts } from './quality.js';

const DUE = new Date('2025-01-15T17:00:00Z');
const month = (over: Partial<MonthFacts>): MonthFacts => ({
  period: monthOf(2024, 12),
  dueAt: DUE,
  firstSentAt: new Date('2025-01-14T09:00:00Z'),
  history: false,
  asked: 23,
  withNumber: 20,
  answered: 22,
  ...over,
});
const box: BoxFacts = {
  metric: 'n_requests',
  figures: 24,
  corrected: 3,
  revisions: 4,
  afterApproval: 1,
  largestShare: 0.5,
  warnings: 2,
  explained: 1,
  hoursToExplain: 6,
  refused: 1,
  mended: 1,
  hoursToMend: 30,
};
const quality = (months: readonly MonthFacts[], now = '2025-02-03T09:00:00Z') =>
  qualityOf({ now: new Date(now), holidays: new Set(['2025-01-20']), months, boxes: [box] });

describe('the quality of a council’s figures', () => {
  it('counts what came by the due moment as in time, and what came after it in working days', () => {
    const { months, timeliness } = quality([
      month({ firstSentAt: DUE }),
      month({ firstSentAt: new Date('2025-01-15T18:00:00Z') }),
      // A weekend and a bank holiday lie between.
      month({ firstSentAt: new Date('2025-01-21T09:00:00Z') }),
    ]);
    expect(months.map(({ workingDaysLate }) => workingDaysLate)).toEqual([0, 1, 3]);
    expect(timeliness).toEqual({ due: 3, inTime: 1, late: 2, notSent: 0, longestLate: 3 });
  });

  it('counts silence up to today, and leaves out what is not due or was loaded as history', () => {
    const { months, timeliness, completeness } = quality([
      month({ firstSentAt: null, withNumber: 0, answered: 0 }),
      month({ firstSentAt: null, dueAt: new Date('2025-02-14T17:00:00Z') }),
      month({ history: true }),
    ]);
    expect(months.map((one) => [one.timeliness, one.workingDaysLate])).toEqual([
      ['not-sent', 12],
      ['not-due', 0],
      ['history', 0],
    ]);
    expect(timeliness).toEqual({ due: 1, inTime: 0, late: 0, notSent: 1, longestLate: 12 });
    expect(completeness).toEqual({ asked: 46, withNumber: 20, answered: 22 });
  });

  it('says which share of the figures was corrected, and nothing of a box without figures', () => {
    expect(quality([]).boxes[0]?.correctedShare).toBe(0.125);
    const none = qualityOf({
      now: DUE,
      holidays: new Set(),
      months: [],
      boxes: [{ ...box, figures: 0 }],
    });
    expect(none.boxes[0]?.correctedShare).toBeNull();
  });
});
