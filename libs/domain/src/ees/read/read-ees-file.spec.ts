import { readEesFile, recogniseEesFile, type EesMapping } from '../index.js';
import {
  COLUMNS,
  type Cells,
  WHOLE,
  ashby,
  brook,
  figure,
  kinds,
  mapping,
  read,
  register,
  sentences,
  table,
} from './small-file-for-spec.js';

describe('a data file of Explore education statistics', () => {
  it('becomes figures of councils, regions and England, without anything odd where nothing is', () => {
    const reading = read(WHOLE);
    expect(reading.oddities).toEqual([]);
    expect(reading.observations).toHaveLength(8);
    expect(figure(reading, 'in_time_pc', 'Brook')).toMatchObject({
      row: 5,
      value: '50',
      numerator: '3',
      denominator: '6',
      state: 'value',
      symbol: null,
      breakdown: 'Total',
      period: { timePeriod: '2023', timeIdentifier: 'Calendar year' },
    });
  });

  it.each([
    ['c', 'c', 'c'],
    ['low', 'low', 'low'],
    ['k', 'low', 'k'],
    ['z', 'z', 'z'],
    ['x', 'x', 'x'],
    ['u', 'x', 'u'],
    [':', 'x', ':'],
    ['', 'x', null],
  ])('understands the symbol %p as %p and keeps it as sent', (sent, state, symbol) => {
    const reading = read([{ ...ashby, plans: sent, plans_pc: sent }, brook]);
    expect(figure(reading, 'plans', 'Ashby')).toMatchObject({ value: null, state, symbol });
    expect(kinds(reading)).not.toContain('cell-unreadable');
  });

  it('takes a cell that is neither a number nor a symbol as not available, and says so', () => {
    const reading = read([{ ...ashby, plans: 'about 4' }, brook]);
    expect(figure(reading, 'plans', 'Ashby')).toMatchObject({ value: null, state: 'x' });
    expect(sentences(reading)).toContainEqual(
      'plans: neither a number nor a known symbol, taken as not available: 2023 Calendar year Ashby "about 4" (1 cell).',
    );
  });

  it('holds the filters at their totals, and checks that the parts add up to them', () => {
    const part = (name: string, plans: string): Cells => ({
      ...ashby,
      topic: 'Sex',
      part: name,
      plans,
    });
    const good = read([...WHOLE, part('Girls', '1'), part('Boys', '3')]);
    expect(good.observations).toEqual(read(WHOLE).observations);
    expect([good.rowsNotHeld, good.oddities]).toEqual([2, []]);
    expect(sentences(read([...WHOLE, part('Girls', '1'), part('Boys', '4')]))).toEqual([
      'plans: the parts of "Sex" do not add up to the total once (2023 Calendar year E06000101: 5, published 4).',
    ]);
    expect(read([...WHOLE, part('Girls', '1'), part('Boys', 'c')]).oddities).toEqual([]);
  });

  it('keeps one filter by a value map, and says which values the map does not have', () => {
    const kept = { column: 'part', breakdowns: { All: 'Total', Girls: 'girls' } };
    const by = { ...mapping, hold: { topic: 'All' }, keep: kept, parts: undefined };
    const reading = read(
      [
        ...WHOLE,
        { ...ashby, part: 'Girls', plans: '1', in_time: '', plans_pc: '' },
        { ...ashby, part: 'Other' },
      ],
      by,
    );
    expect(
      reading.observations
        .filter((o) => o.metric === 'plans' && o.area.council?.name === 'Ashby')
        .map(({ breakdown, value }) => [breakdown, value]),
    ).toEqual([
      ['Total', '4'],
      ['girls', '1'],
    ]);
    expect(sentences(reading)).toEqual([
      'The mapping has no breakdown for "Other" in part: not taken (1 row).',
    ]);
  });

  it('refuses a file with a filter that the mapping says nothing of', () => {
    const columns = [...COLUMNS, 'sex'];
    const rows = [
      { ...ashby, sex: 'Girls' },
      { ...ashby, sex: 'Boys' },
    ];
    const byWords = readEesFile(table(rows, columns), mapping, { register });
    expect(byWords).toMatchObject({ ok: false, error: { code: 'FILTER_NOT_HELD' } });
    const metadata = {
      columns: ['col_name', 'col_type'],
      rows: [{ row: 2, cells: ['in_time', 'Filter'] }],
    };
    const byMetadata = readEesFile(table(WHOLE), mapping, { register, metadata });
    expect(byMetadata).toMatchObject({ ok: false, error: { code: 'FILTER_NOT_HELD' } });
  });

  it('refuses a file without the columns of place, or without a row at the total', () => {
    const without = COLUMNS.filter((name) => name !== 'new_la_code');
    expect(readEesFile(table(WHOLE, without), mapping, { register })).toMatchObject({
      error: { code: 'COLUMN_MISSING', sentence: 'The file has no column new_la_code.' },
    });
    expect(readEesFile(table([{ ...ashby, part: 'Boys' }]), mapping, { register })).toMatchObject({
      error: { sentence: 'No row has topic = "All" and part = "All".' },
    });
  });

  it('works a rate out where none is published, sums several columns, and scales a share', () => {
    const by = (indicator: EesMapping['indicators'][number]): EesMapping => ({
      ...mapping,
      indicators: [indicator],
    });
    const rate = { metric: 'm', numerator: ['in_time'], denominator: ['plans', 'in_time'] };
    expect(figure(read([ashby, brook], by(rate)), 'm', 'Brook')).toMatchObject({
      value: '33.3',
      denominator: '9',
    });
    expect(figure(read([ashby, { ...brook, plans: 'c' }], by(rate)), 'm', 'Brook')).toMatchObject({
      value: null,
      state: 'c',
      symbol: 'c',
      numerator: '3',
    });
    const share = { metric: 'm', value: 'plans_pc', scale: '100' };
    expect(
      figure(read([ashby, { ...brook, plans_pc: '0.505' }], by(share)), 'm', 'Brook')?.value,
    ).toBe('50.5');
  });
});

describe('the mapping of a file', () => {
  const other = { ...mapping, series: 'other', recogniseTimeIdentifier: 'Academic year' };
  const calendar = { ...mapping, recogniseTimeIdentifier: 'Calendar year' };
  const chosen = (mappings: readonly EesMapping[], columns = COLUMNS) => {
    const result = recogniseEesFile(table(WHOLE, columns), mappings);
    return result.ok ? result.value.series : result.error.sentence;
  };

  it('is the one whose columns the file has, or whose time identifier where two have the same', () => {
    expect(chosen([mapping])).toBe('plans');
    expect(chosen([other, calendar])).toBe('plans');
    expect(chosen([mapping, calendar])).toBe(
      'The columns fit plans and plans: their mappings must say what tells them apart.',
    );
  });

  it('is none where a column is missing, and says which was nearest', () => {
    const columns = COLUMNS.filter((name) => name !== 'plans_pc');
    expect(chosen([mapping], columns)).toBe(
      'No mapping fits. plans is nearest, but the file has no column plans_pc.',
    );
    expect(chosen([other])).toBe(
      'No mapping has the columns and the time identifier of this file.',
    );
  });
});
