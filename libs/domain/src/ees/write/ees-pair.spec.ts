import type { Metric } from '../../metrics/index.js';
import { register } from '../read/small-file-for-spec.js';
import { eesPair } from './ees-pair.js';
import { cells, council, figure, given, metric, none, number, pairOf } from './given-for-spec.js';
import { brokenRules } from './guidance-for-spec.js';
import { snakeCase } from './indicator-columns.js';
import type { EesFigure } from './written.js';

describe('a data file and its metadata for Explore Education Statistics', () => {
  it('has time, place and indicators in order, and a row for whoever should have one', () => {
    const pair = pairOf([figure(council(1), '2024-01', number('52.5'))]);
    expect(pair.data).toEqual({
      name: 'plans_in_time_pc.csv',
      columns: [
        ...['time_period', 'time_identifier', 'geographic_level', 'country_code', 'country_name'],
        ...['region_code', 'region_name', 'old_la_code', 'new_la_code', 'la_name'],
        'plans_in_time_percent',
      ],
      rows: [
        [
          ...['2024', 'January', 'Local authority', 'E92000001', 'England', 'E12000001'],
          ...['North East', '801', 'E06000101', 'Ashby', '52.5'],
        ],
        [
          ...['2024', 'January', 'Local authority', 'E92000001', 'England', 'E12000001'],
          ...['North East', '802', 'E06000102', 'Brook', 'x'],
        ],
      ],
    });
    expect(pair.metadata.rows).toEqual([
      ['plans_in_time_percent', 'Indicator', 'Plans in time', '', '%', '1', '', ''],
    ]);
  });

  it.each<[string, EesFigure, string]>([
    ['a number exactly, with all of its decimals', number('6.188512'), '6.188512'],
    ['a number below nothing', number('-2.23'), '-2.23'],
    ['a large number without commas', number('1234567'), '1234567'],
    ['nothing, as 0', number('0'), '0'],
    ['0 of 0 cases as not applicable', { ...none, state: 'value' }, 'z'],
    ['not applicable', { ...none, state: 'z' }, 'z'],
    ['not available', { ...none, state: 'x' }, 'x'],
    ['what has not come as not available', { ...none, state: 'missing' }, 'x'],
    ['suppressed', { ...none, state: 'c' }, 'c'],
    ['what rounds to 0', { ...none, state: 'low', symbol: 'k' }, 'low'],
    ['low reliability as it was published', { ...none, state: 'x', symbol: 'u' }, 'u'],
    ['an obsolete symbol by its new one', { ...none, state: 'x', symbol: ':' }, 'x'],
  ])('writes %s', (_what, what, cell) => {
    const pair = pairOf([figure(council(1), '2024-01', what)], { expected: [] });
    expect(cells(pair, 'plans_in_time_percent')).toEqual([[cell]]);
    expect(brokenRules(pair)).toEqual([]);
  });

  it('has the counts behind a rate, and their own reason where there is none', () => {
    const pair = pairOf(
      [
        figure(council(1), '2024-01', { ...number('50'), numerator: '1', denominator: '2' }),
        figure(council(2), '2024-01', {
          ...none,
          numerator: '0',
          denominator: '0',
          state: 'value',
        }),
        figure(council(1), '2024-02', number('50')),
        figure(council(2), '2024-02', { ...none, numerator: '3', state: 'c' }),
      ],
      { expected: [] },
    );
    expect(pair.data.columns.slice(-3)).toEqual([
      'plans_in_time_percent',
      'plans_in_time_numerator_count',
      'plans_in_time_denominator_count',
    ]);
    expect(cells(pair, ...pair.data.columns.slice(-3))).toEqual([
      ['50', '1', '2'],
      ['z', '0', '0'],
      ['50', 'x', 'x'],
      ['c', '3', 'c'],
    ]);
    expect(brokenRules(pair)).toEqual([]);
  });

  it('says not applicable where the metric does not apply, and has no row of a council that was not yet, or no longer', () => {
    const [ashby, brook] = register.councils;
    if (!ashby || !brook) throw new Error('the register has two');
    const ended = { ...ashby, id: 3, name: 'Old Ashby', endedOn: '2024-02-01' };
    const later = {
      ...{ ...ashby, id: 4, name: 'New Ashby' },
      codes: [{ kind: 'ons' as const, code: 'E06000104', validFrom: '2024-03-01', validTo: null }],
    };
    const pair = pairOf(
      [1, 2, 3].map((n) => figure(council(1), `2024-0${n}`, number('1'))),
      {
        register: { ...register, councils: [ashby, brook, ended, later] },
        expected: [1, 2, 3, 4],
        applies: (id) => id !== 2,
      },
    );
    const rows = cells(pair, 'time_identifier', 'la_name', 'plans_in_time_percent');
    expect(rows.map((row) => row.join(' '))).toEqual([
      ...['January Ashby 1', 'January Brook z', 'January Old Ashby x'],
      ...['February Ashby 1', 'February Brook z'],
      ...['March Ashby 1', 'March Brook z', 'March New Ashby x'],
    ]);
  });

  it('names a council by the codes that it had in the period', () => {
    const pair = pairOf(
      ['2019 Calendar year', '2021 Calendar year'].map((when) =>
        figure(council(2), when, number('1')),
      ),
      { metric: { ...metric, type: 'published' }, expected: [] },
    );
    expect(cells(pair, 'time_period', 'new_la_code', 'old_la_code')).toEqual([
      ['2019', 'E10000102', '802'],
      ['2021', 'E06000102', '802'],
    ]);
  });

  it('has England and regions above the councils, where their figures were published', () => {
    const year = '2023 Calendar year';
    const published = { metric: { ...metric, type: 'published' } as const, expected: [1] };
    const pair = pairOf(
      [
        figure({ level: 'National' }, year, number('3')),
        figure({ level: 'Regional', code: 'E12000001' }, year, number('2')),
        figure(council(1), year, number('1')),
      ],
      published,
    );
    expect(cells(pair, 'geographic_level', 'region_code', 'la_name')).toEqual([
      ['National', '', ''],
      ['Regional', 'E12000001', ''],
      ['Local authority', 'E12000001', 'Ashby'],
    ]);
    const alone = pairOf([figure({ level: 'National' }, year, number('3'))], {
      ...published,
      expected: [],
    });
    expect(alone.data.columns).toHaveLength(6);
    for (const one of [pair, alone]) expect(brokenRules(one)).toEqual([]);
  });

  it('has one kind of period, the newest figure’s, and counts what that leaves out', () => {
    const published = { metric: { ...metric, type: 'published' } as const };
    const figures = ['202223 Academic year', '202324 Autumn term', '202324 Spring term'].map(
      (when) => figure(council(1), when, number('1')),
    );
    const pair = pairOf(figures, published);
    expect(new Set(cells(pair, 'time_identifier').flat())).toEqual(
      new Set(['Autumn term', 'Spring term']),
    );
    expect(pair.leftOut).toBe(1);
    expect(brokenRules(pair)).toEqual([]);
  });

  it('has every month between the first and the last of what is asked for each month, and of yearly figures none between', () => {
    const figures = ['2024-01', '2024-04'].map((when) => figure(council(1), when, number('1')));
    const months = (type: Metric['type']) =>
      cells(pairOf(figures, { metric: { ...metric, type }, expected: [] }), 'time_identifier');
    expect(months('measure').flat()).toEqual(['January', 'April']);
    const expected = pairOf(figures, { expected: [1] });
    expect(cells(expected, 'time_identifier', 'plans_in_time_percent').flat()).toEqual([
      ...['January', '1', 'February', 'x', 'March', 'x', 'April', '1'],
    ]);
  });

  it('is called demonstration in its name and its label where a figure is invented', () => {
    const pair = pairOf([figure(council(1), '2024-01', number('1'))], { demonstration: true });
    expect([pair.data.name, pair.metadata.name]).toEqual([
      'plans_in_time_pc_demonstration.csv',
      'plans_in_time_pc_demonstration.meta.csv',
    ]);
    expect(pair.metadata.rows[0]?.[2]).toBe('Plans in time (demonstration data)');
  });

  it.each([
    ['n_requests', 'count', 'requests_count'],
    ['tribunal_appeal_rate_v1', 'percent', 'tribunal_appeal_v1_percent'],
    ['absence_sen_support_pc', 'percent', 'absence_special_needs_support_percent'],
    ['suspensionsYtd', 'per100', 'suspensions_ytd_rate'],
    ['budget', 'pounds', 'budget_sum'],
    [`${'long_'.repeat(20)}name`, 'count', `${'long_'.repeat(8)}long_count`.slice(0, 50)],
  ] as const)('calls the indicator of %s (%s) %s', (code, unit, name) => {
    const pair = pairOf([figure(council(1), '2024-01', number('1'))], {
      metric: { ...metric, code, unit },
    });
    expect(pair.data.columns.at(-1)).toBe(name);
  });

  it('cuts a title that EES would not take', () => {
    const title =
      'How many children waited for a decision of the council, counted by the month of it';
    const pair = pairOf([figure(council(1), '2024-01', number('1'))], {
      metric: { ...metric, title },
    });
    expect(pair.metadata.rows[0]?.[2]).toBe(
      'How many children waited for a decision of the council, counted by the month of',
    );
    expect(snakeCase('1 Ärger mit%%')).toBe('rger_mit');
  });

  it('is nothing where there is no figure', () => {
    expect(eesPair(given([]))).toBeNull();
  });
});
