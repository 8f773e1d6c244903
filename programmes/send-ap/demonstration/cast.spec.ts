import {
  between,
  countable,
  figure,
  inTime,
  json,
  months,
  rowsOf,
  share,
  stands,
  total,
  waiting,
} from './demonstration-for-spec.js';

const taking = json<{ council: string; reform: string; from: string; to: string | null }[]>(
  'demonstration',
  'participation.json',
);
const partnerships = json<{ members: { council: string; role: string }[] }[]>('partnerships.json');
const y2022 = months(2022);
const y2023 = months(2023);
const y2024 = months(2024);
const percents = (council: string, over: readonly string[]): readonly number[] =>
  over.map((month) => inTime(council, [month])).filter((value) => !Number.isNaN(value));
const twelveTo = (month: string): readonly string[] => {
  const all = months(2021, 2024);
  const at = all.indexOf(month);
  return all.slice(at - 11, at + 1);
};
/** Both rates of a council before a month and from it on, in one year and the one before. */
const aroundMonth = (month: string) => ({
  before: between('2023-07', month).slice(0, -1),
  since: between(month, '2024-12'),
});

describe('What the months of the cast show', () => {
  it('Barnet: a flat line near 100, inside narrow limits', () => {
    expect(percents('barnet', months(2023, 2024))).toEqual(Array(24).fill(100));
    expect(Math.min(...percents('barnet', months(2021, 2022)))).toBeGreaterThan(90);
  });

  it('Calderdale: a slow drift inside the limits of its year before, its lowest month November 2024', () => {
    const p = inTime('calderdale', y2023) / 100;
    const yearly = [y2022, y2023, y2024].map((year) => inTime('calderdale', year));
    expect(yearly).toEqual([...yearly].sort((a, b) => b - a));
    const z = y2024.map((month) => {
      const n = countable('calderdale', [month]);
      return (inTime('calderdale', [month]) / 100 - p) / Math.sqrt((p * (1 - p)) / n);
    });
    expect(Math.min(...z)).toBeGreaterThan(-3);
    expect(z.indexOf(Math.min(...z))).toBe(10);
    // Two of three months beyond two thirds of the way to the limit: a mark to watch.
    expect(z.slice(8, 11).filter((one) => one < -2).length).toBeGreaterThanOrEqual(2);
  });

  it('Stockton-on-Tees: falls from March 2024, while far fewer requests are refused and more are assessed', () => {
    expect(inTime('stockton-on-tees', between('2023-01', '2024-02'))).toBeGreaterThan(99);
    const [spring, summer, autumn] = [
      ['2024-03', '2024-06'],
      ['2024-07', '2024-09'],
      ['2024-10', '2024-12'],
    ].map(([from = '', to = '']) => inTime('stockton-on-tees', between(from, to)));
    expect(spring).toBeLessThan(95);
    expect(summer).toBeLessThan(70);
    expect(autumn).toBeLessThan(50);
    const refused = (over: readonly string[]): number =>
      share('stockton-on-tees', 'n_refused', { of: 'n_decisions', over });
    expect(refused(y2023)).toBeGreaterThan(18);
    expect(Math.max(...y2024.map((month) => refused([month])))).toBeLessThan(10);
    expect(total('stockton-on-tees', 'n_assessments', y2024)).toBeGreaterThan(
      total('stockton-on-tees', 'n_assessments', y2023),
    );
  });

  it('Portsmouth: children waiting grow from summer 2022, 0 of 15 in time in January 2023, many old plans in 2024', () => {
    expect(figure('portsmouth', 'n_plans_20wk', '2023-01')).toBe(0);
    expect(countable('portsmouth', ['2023-01'])).toBe(15);
    expect(inTime('portsmouth', y2022)).toBeGreaterThan(89);
    const grew = between('2022-05', '2023-02').map((month) => waiting('portsmouth', month));
    expect(grew).toEqual([...grew].sort((a, b) => a - b));
    // Three times the plans of a month, and more each month: from autumn 2022 in a look back, and in January 2023.
    for (const month of ['2022-11', '2022-12', '2023-01', '2023-02']) {
      const monthly = total('portsmouth', 'n_plans', twelveTo(month).slice(6)) / 6;
      expect([month, waiting('portsmouth', month) > 3 * monthly]).toEqual([month, true]);
    }
    expect(waiting('portsmouth', '2022-08')).toBeLessThan(
      (3 * total('portsmouth', 'n_plans', between('2022-03', '2022-08'))) / 6,
    );
    expect(total('portsmouth', 'n_plans', y2024)).toBeGreaterThan(
      2 * total('portsmouth', 'n_plans', y2023),
    );
    expect(Math.max(...twelveTo('2024-12').map((m) => inTime('portsmouth', [m])))).toBeLessThan(12);
    expect(
      share('portsmouth', 'n_decisions_6wk', { of: 'n_decisions', over: y2024.slice(0, 3) }),
    ).toBeGreaterThan(
      share('portsmouth', 'n_decisions_6wk', { of: 'n_decisions', over: y2024.slice(9) }) + 30,
    );
  });

  it.each(['leeds', 'west-sussex'])(
    '%s: the share in time stays under 12%% while fewer children wait',
    (council) => {
      for (const month of between('2023-12', '2024-12'))
        expect(inTime(council, twelveTo(month))).toBeLessThan(12);
      expect(Math.max(...percents(council, y2024))).toBeLessThan(13);
      expect(waiting(council, '2024-12')).toBeLessThan(0.75 * waiting(council, '2024-03'));
      const quarters = ['2024-03', '2024-06', '2024-09', '2024-12'].map((m) => waiting(council, m));
      expect(quarters).toEqual([...quarters].sort((a, b) => b - a));
    },
  );

  it('Bradford: better in 2024, and neither refusals nor children waiting move against it', () => {
    const quarters = [0, 3, 6, 9].map((i) => inTime('bradford', y2024.slice(i, i + 3)));
    expect(quarters).toEqual([...quarters].sort((a, b) => a - b));
    expect(inTime('bradford', y2024) - inTime('bradford', y2023)).toBeGreaterThan(15);
    const refused = [y2023, y2024].map((over) =>
      share('bradford', 'n_refused', { of: 'n_decisions', over }),
    );
    expect(Math.abs((refused[1] ?? 0) - (refused[0] ?? 0))).toBeLessThan(2);
    expect(waiting('bradford', '2024-12')).toBeLessThan(waiting('bradford', '2023-12'));
  });

  it('Central Bedfordshire: the share in time and refusals both rise from April 2024', () => {
    const { before, since } = aroundMonth('2024-04');
    expect(
      inTime('central-bedfordshire', since) - inTime('central-bedfordshire', before),
    ).toBeGreaterThan(10);
    const refused = [before, since].map((over) =>
      share('central-bedfordshire', 'n_refused', { of: 'n_decisions', over }),
    );
    expect((refused[1] ?? 0) - (refused[0] ?? 0)).toBeGreaterThan(10);
    expect(total('central-bedfordshire', 'n_mediation', y2024)).toBeGreaterThan(
      2 * total('central-bedfordshire', 'n_mediation', y2023),
    );
  });

  it('Brighton and Hove: a step in February 2024, the month its panel began', () => {
    const { before, since } = aroundMonth('2024-02');
    expect(inTime('brighton-and-hove', before)).toBeLessThan(88);
    expect(Math.min(...percents('brighton-and-hove', since))).toBeGreaterThan(94);
    expect(
      taking.find(
        (one) => one.council === 'brighton-and-hove' && one.reform === 'multi-agency-panels',
      )?.from,
    ).toBe('2024-02-01');
  });

  it('Hartlepool: twelve months together improve, quarter by quarter of 2024', () => {
    const pooled = ['2023-12', '2024-03', '2024-06', '2024-09', '2024-12'].map((month) =>
      inTime('hartlepool', twelveTo(month)),
    );
    expect(pooled).toEqual([...pooled].sort((a, b) => a - b));
    expect(pooled[0]).toBeCloseTo(44.3, 1);
    expect(pooled[4]).toBeCloseTo(74.6, 1);
  });

  it('Rutland: about four plans a month, and months between 25% and 100%', () => {
    const values = percents('rutland', y2024);
    expect([Math.min(...values), Math.max(...values)]).toEqual([25, 100]);
    expect(Math.max(...y2024.map((month) => countable('rutland', [month])))).toBeLessThan(10);
  });

  it('Leicester: 2023 cannot be produced, November 2024 is not sent, and withdrawals are many', () => {
    for (const month of y2023) expect(stands('leicester', 'n_plans', month)).toBe('x');
    expect(
      rowsOf('sending.csv').some((s) => s['council'] === 'leicester' && s['what'] === '2024-11'),
    ).toBe(false);
    expect(share('leicester', 'n_withdrawn', { of: 'n_requests', over: y2024 })).toBeGreaterThan(
      30,
    );
  });

  it('Luton and Swindon: December 2024 is not there, and Swindon has said why', () => {
    const december = rowsOf('sending.csv').filter((s) => s['what'] === '2024-12');
    for (const council of ['luton', 'swindon'])
      expect(december.some((s) => s['council'] === council)).toBe(false);
    expect(
      json<{ council: string; kind: string; month?: string }[]>(
        'demonstration',
        'answers.json',
      ).find((answer) => answer.council === 'swindon'),
    ).toMatchObject({ kind: 'not-available', month: '2024-12' });
  });

  it('Calderdale: requests of September 2024 came as 490, and stood so on 15 October', () => {
    expect(figure('calderdale', 'n_requests', '2024-09')).toBe(49);
    const [correction] = json<{ council: string; from: number; sentAt: string }[]>(
      'demonstration',
      'corrections.json',
    ).filter((one) => one.council === 'calderdale');
    expect(correction).toMatchObject({ from: 490, sentAt: '2024-10-16T13:05Z' });
    const sent = rowsOf('sending.csv').find(
      (s) => s['council'] === 'calderdale' && s['what'] === '2024-09',
    );
    expect((sent?.['sentAt'] ?? '') < '2024-10-15').toBe(true);
    expect(sent?.['approvedAt']).toBe('');
  });

  it('Oldham: exceptions switch on in February 2024, over a third of plans by April, and one quarter is corrected', () => {
    const exceptions = (over: readonly string[]): number =>
      share('oldham', 'n_exceptions', { of: 'n_plans', over });
    expect(exceptions(between('2023-01', '2024-01'))).toBeLessThan(7);
    expect(Math.min(...between('2024-02', '2024-12').map((m) => exceptions([m])))).toBeGreaterThan(
      20,
    );
    expect(exceptions(between('2024-02', '2024-04'))).toBeGreaterThan(100 / 3);
    expect(
      json<{ council: string; month: string }[]>('demonstration', 'corrections.json')
        .filter((one) => one.council === 'oldham')
        .map((one) => one.month),
    ).toEqual(['2024-04', '2024-04', '2024-05', '2024-05', '2024-06', '2024-06']);
  });

  it('Stockton-on-Tees: nine of ten reviews decided in time, beside 2,442 plans', () => {
    expect([
      total('stockton-on-tees', 'n_reviews', y2024),
      total('stockton-on-tees', 'n_reviews_4wk', y2024),
    ]).toEqual([10, 9]);
    expect(figure('stockton-on-tees', 'n_caseload', '2024-12')).toBe(2442);
  });

  it('Bradford: 33.6 suspensions per 100 pupils by July, 4 in September, 15.0 in December 2024: worse than December 2023', () => {
    const pupils = new Map(
      rowsOf('prefilled.csv')
        .filter((r) => r['council'] === 'bradford' && r['name'] === 'pupils_with_plan_on_roll')
        .map((r) => [r['timePeriod'], Number(r['value'])]),
    );
    const rate = (month: string, year: string): number =>
      (100 * figure('bradford', 'n_suspensions_ytd', month)) / (pupils.get(year) ?? NaN);
    expect(rate('2024-07', '202324')).toBeCloseTo(33.6, 1);
    expect(Math.round(rate('2024-09', '202425'))).toBe(4);
    expect(rate('2024-12', '202425')).toBeCloseTo(15.0, 1);
    expect(rate('2023-12', '202324')).toBeCloseTo(12.1, 1);
  });

  it('Telford and Wrekin: plans on the template are asked for until July 2024, and not after', () => {
    const asked = y2024.map(
      (month) => stands('telford-and-wrekin', 'n_template', month) !== undefined,
    );
    expect(asked).toEqual(y2024.map((month) => month <= '2024-07'));
  });

  it('Two partnerships share their lead, and have so few members that a total would give the other away', () => {
    const joint = partnerships.filter((p) => p.members.every((m) => m.role === 'joint-lead'));
    expect(joint.map((p) => p.members.map((m) => m.council))).toEqual([
      ['leicester', 'leicestershire', 'rutland'],
      ['gloucestershire', 'swindon'],
    ]);
  });

  it('Manchester: the share in time and refusals both rise in 2024', () => {
    expect(inTime('manchester', y2024) - inTime('manchester', y2023)).toBeGreaterThan(10);
    const refused = [y2023, y2024].map((over) =>
      share('manchester', 'n_refused', { of: 'n_decisions', over }),
    );
    expect((refused[1] ?? 0) - (refused[0] ?? 0)).toBeGreaterThan(10);
  });
});
