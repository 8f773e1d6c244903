import { readFileSync } from 'node:fs';
import type { CountingCondition, CountingList } from '#domain/metrics';
import { countList, proposeColumns, readList } from '../../apps/web/public/counting-rules.js';

const json = <T>(path: string): T =>
  JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as T;
const lists = json<CountingList[]>('counting.json');
const monthly = json<{
  themes: { boxes: string[] }[];
  pairs: { part: string; whole: string }[];
}>('return.json');
const countsOf = new Map(
  lists.flatMap(({ boxes }) => boxes.map(({ box, counts }) => [box, counts] as const)),
);

const namesIn = (conditions: readonly CountingCondition[]): readonly string[] =>
  conditions.flatMap((condition) => {
    switch (condition.kind) {
      case 'in-month':
      case 'in-year':
      case 'older':
        return [condition.date];
      case 'by':
        return [condition.date, condition.at];
      case 'days':
        return [condition.from, condition.to];
      case 'is':
        return [condition.column];
      case 'not':
        return namesIn(condition.of);
    }
  });

function counted(code: string, text: string, month = '2024-12') {
  const list = lists.find((one) => one.code === code);
  if (!list) throw new Error(`no list ${code}`);
  const { columns, rows } = readList(text);
  const result = countList({ list, rows, places: proposeColumns(columns, list), month });
  return {
    ...result,
    numbers: Object.fromEntries(result.boxes.map(({ box, count }) => [box, count])),
  };
}

describe('the lists that the counting page reads', () => {
  it('feed every number of the return but spending, each from one list', () => {
    const fed = lists.flatMap(({ boxes }) => boxes.map(({ box }) => box));
    const asked = monthly.themes.flatMap(({ boxes }) => boxes);
    expect(fed.toSorted()).toEqual(asked.filter((box) => box !== 'n_hn_spend_ytd').toSorted());
  });

  it.each(lists.map((list) => [list.code, list] as const))(
    '%s looks only at columns that it has, and each column is of use',
    (_, { columns, boxes }) => {
      const has = new Set([...columns.map(({ code }) => code), 'month-end']);
      const used = new Set(boxes.flatMap(({ counts }) => namesIn(counts)));
      expect([...used].filter((name) => !has.has(name))).toEqual([]);
      expect(columns.filter(({ code }) => !used.has(code))).toEqual([]);
      for (const { requiredWith = 'month-end', notBefore = 'month-end' } of columns)
        expect([has.has(requiredWith), has.has(notBefore)]).toEqual([true, true]);
    },
  );

  it('count a part by everything that its whole is counted by, so that it cannot be more', () => {
    for (const { part, whole } of [...monthly.pairs, { part: 'n_plans_20wk', whole: 'n_plans' }]) {
      const ofPart = (countsOf.get(part) ?? []).map((one) => JSON.stringify(one));
      for (const one of countsOf.get(whole) ?? [])
        expect([part, ofPart.includes(JSON.stringify(one))]).toEqual([part, true]);
    }
  });
});

const HEAD =
  'Case,Date received,Decision date,Decision,Withdrawn,Assessment completed,Outcome,Plan issued,Exception,Standard template,Closed';

describe('requests, assessments and plans of December 2024', () => {
  const cases = (...rows: string[]) => counted('cases', [HEAD, ...rows].join('\n'));

  it('counts each row by the dates of its events, not by the day it was keyed', () => {
    const { numbers, left, notCounted } = cases(
      'new request,02/12/2024,,,,,,,,,',
      'decided on day 42,2024-11-01,2024-12-13,agreed,,,,,,,',
      'decided on day 43,2024-11-01,2024-12-14,refused,,,,,,,',
      'decided in November,2024-10-01,2024-11-05,not to assess,,,,,,,',
      'withdrawn before a decision,2024-12-01,,,2024-12-20,,,,,,',
      'withdrawn after one,2024-10-01,2024-11-01,agreed,2024-12-20,,,,,,',
      'plan on day 140,2024-07-16,2024-08-20,agreed,,2024-11-20,plan,2024-12-03,no,yes,',
      'plan on day 141,2024-07-16,2024-08-20,agreed,,2024-12-02,plan,2024-12-04,,no,',
      'in time with an exception,2024-08-01,2024-09-01,yes,,2024-12-02,plan,2024-12-04,Y,,',
      'after a year,2023-11-01,2023-12-01,yes,,2024-12-02,plan,2024-12-31,,,',
      'no plan,2024-08-01,2024-09-01,yes,,2024-12-31,no plan,,,,',
    );
    expect(numbers).toEqual({
      n_requests: 2,
      n_decisions: 2,
      n_decisions_6wk: 1,
      n_refused: 1,
      n_withdrawn: 1,
      n_assessments: 4,
      n_no_plan: 1,
      n_plans: 4,
      n_exceptions: 1,
      n_plans_20wk: 1,
      n_plans_1yr: 1,
      n_waiting_20wk_1yr: 0,
      n_waiting_1yr: 0,
      n_template: 1,
    });
    expect([left, notCounted]).toEqual([[], []]);
  });

  it('counts who waits on the last day: over 140 days, over 365, and nobody whose case has ended by then', () => {
    const { numbers } = cases(
      'day 140,2024-08-13,,,,,,,,,',
      'day 141,2024-08-12,,,,,,,,,',
      'day 365,2024-01-01,,,,,,,,,',
      'day 366,2023-12-31,,,,,,,,,',
      'plan after the month,2024-01-10,2024-02-01,agreed,,2024-12-30,plan,2025-01-02,,,',
      'plan in the month,2024-01-10,,,,,,2024-12-31,,,',
      'refused,2024-01-10,2024-02-01,refused,,,,,,,',
      'agreed,2024-01-10,2024-02-01,agreed,,,,,,,',
      'no plan,2024-01-10,2024-02-01,agreed,,2024-10-01,not to issue,,,,',
      'withdrawn,2024-01-10,,,2024-03-01,,,,,,',
      'moved away,2024-01-10,,,,,,,,,2024-03-01',
      'withdrawn after the month,2024-01-10,,,2025-01-03,,,,,,',
    );
    expect([numbers['n_waiting_20wk_1yr'], numbers['n_waiting_1yr']]).toEqual([5, 1]);
  });

  it('leaves out a row that cannot be counted, and says which and why, never what it holds', () => {
    const { numbers, left, rows } = cases(
      'good,02/12/2024,,,,,,,,,',
      'no request date,,2024-12-03,agreed,,,,,,,',
      'a date that is none,12/31/2024,,,,,,,,,',
      'before the request,2024-12-03,2024-12-02,agreed,,,,,,,',
      'no outcome,2024-11-03,2024-12-02,,,,,,,,',
      'an unknown answer,2024-12-03,2024-12-04,perhaps,,,,,,,',
    );
    expect(left).toEqual([
      { row: 3, kind: 'empty', column: 'request_date' },
      { row: 4, kind: 'no-date', column: 'request_date' },
      { row: 5, kind: 'before', column: 'decision_date', other: 'request_date' },
      { row: 6, kind: 'empty', column: 'decision' },
      { row: 7, kind: 'no-answer', column: 'decision' },
    ]);
    expect([numbers['n_requests'], numbers['n_decisions'], rows]).toEqual([1, 0, 6]);
  });

  it('counts only the numbers whose columns are all there', () => {
    const { numbers, notCounted } = counted(
      'cases',
      'Date received;Decision date\n2024-12-02;2024-12-20',
    );
    expect(numbers).toEqual({ n_requests: 1, n_decisions: 1, n_decisions_6wk: 1 });
    expect(notCounted).toContain('n_plans');
    expect(notCounted).toContain('n_refused');
  });
});

describe('the other lists', () => {
  it('count annual reviews by their letters, within 28 days of the meeting', () => {
    const { numbers, left } = counted(
      'reviews',
      'Meeting date,Decision date\n2024-11-04,2024-12-02\n2024-11-04,2024-12-03\n2024-10-01,2024-11-29\n,2024-12-05',
    );
    expect(numbers).toEqual({ n_reviews: 2, n_reviews_4wk: 1 });
    expect(left).toEqual([{ row: 5, kind: 'empty', column: 'meeting_date' }]);
  });

  it('count plans on the last day, and reviews that are overdue', () => {
    const { numbers, left } = counted(
      'plans',
      [
        'Plan date,Last review,Ceased',
        '2020-01-01,2024-06-01,',
        '2020-01-01,2023-12-30,',
        '2020-01-01,,',
        '2024-05-01,,',
        '2020-01-01,,2024-12-31',
        '2020-01-01,,2025-01-01',
        '2025-01-02,,',
        '2020-01-01,2025-01-09,',
      ].join('\n'),
    );
    expect(numbers).toEqual({ n_caseload: 5, n_reviews_overdue: 3 });
    expect(left).toEqual([{ row: 9, kind: 'after-month', column: 'review_date' }]);
  });

  it('count mediation, and appeals after the mediation of three months before', () => {
    const { numbers } = counted(
      'mediation',
      'Mediation date,Appeal date\n2024-12-05,\n2024-09-05,2024-12-31\n2024-09-05,2025-01-01\n2024-08-31,2024-10-01',
    );
    expect(numbers).toEqual({ n_mediation: 1, n_mediation_appeal: 1 });
    expect(counted('appeals', 'Date registered\n2024-12-05\n2024-11-30').numbers).toEqual({
      n_appeals: 1,
    });
  });

  it('count suspensions and exclusions since September, without those that were cancelled', () => {
    const rows = [
      'Type,Start date,Overturned',
      'Suspension,2024-08-31,',
      'Suspension,2024-09-01,no',
      'Fixed term,2024-12-31,',
      'Permanent,2024-10-01,',
      'Permanent,2024-10-01,yes',
      'Suspension,2025-01-01,',
    ].join('\n');
    const now = counted('exclusions', rows).numbers;
    expect(now).toEqual({ n_suspensions_ytd: 2, n_exclusions_ytd: 1 });
    const summer = counted('exclusions', rows, '2024-08').numbers;
    expect(summer).toEqual({ n_suspensions_ytd: 1, n_exclusions_ytd: 0 });
  });

  it('count what reforms ask for', () => {
    expect(
      counted(
        'alternative-provision',
        'Start date,End date,Tier\n2024-11-01,,1\n2024-11-01,2024-12-31,Tier 2\n2024-11-01,2024-12-30,2\n2025-01-01,,3',
      ).numbers,
    ).toEqual({ n_ap_tier_1: 1, n_ap_tier_2: 1, n_ap_tier_3: 0 });
    expect(
      counted(
        'early-language',
        'Start date,End date,Assessed,Expected level\n2024-12-01,,,\n2024-09-01,2024-12-10,yes,yes\n2024-09-01,2024-12-10,yes,no\n2024-09-01,2024-12-10,no,yes',
      ).numbers,
    ).toEqual({ n_el_supported: 1, n_el_assessed: 2, n_el_expected: 1 });
    expect(
      counted(
        'placements',
        'Plan date,List given,On list\n2024-12-01,y,y\n2024-12-01,y,n\n2024-12-01,n,y',
      ).numbers,
    ).toEqual({ n_placements_listed: 2, n_placements_from_list: 1 });
    expect(counted('panel', 'Panel date\n2024-12-01\n2024-12-31').numbers).toEqual({ n_panel: 2 });
  });
});
