import fc from 'fast-check';
import { readEesFile, type EesReading } from '../index.js';
import {
  COLUMNS,
  type Cells,
  WHOLE,
  ashby,
  brook,
  england,
  figure,
  kinds,
  la,
  mapping,
  northEast,
  read,
  register,
  sentences,
  table,
} from './small-file-for-spec.js';

describe('what is odd in a data file', () => {
  it('reads the other metrics where a column is missing, and names the nearest', () => {
    const columns = COLUMNS.map((name) => (name === 'plans_pc' ? 'plan_pc' : name));
    const result = readEesFile(table(WHOLE, columns), mapping, { register });
    if (!result.ok) throw new Error(result.error.sentence);
    expect(new Set(result.value.observations.map(({ metric }) => metric))).toEqual(
      new Set(['plans']),
    );
    expect(sentences(result.value)).toEqual([
      'The file has no column plans_pc (the nearest is plan_pc): in_time_pc is not read.',
    ]);
  });

  it('reads a column under its misspelt name and under the one that is meant', () => {
    const by = { ...mapping, misspelt: { plans_ps: 'plans_pc' } };
    const columns = COLUMNS.map((name) => (name === 'plans_pc' ? 'plans_ps' : name));
    const asPublished = table([], columns);
    const rows = table(WHOLE).rows;
    const result = readEesFile({ ...asPublished, rows }, by, { register });
    if (!result.ok) throw new Error(result.error.sentence);
    expect(result.value.observations).toEqual(read(WHOLE, by).observations);
    expect(kinds(result.value)).toEqual(['column-misspelt']);
    expect(kinds(read(WHOLE, by))).toEqual([]);
  });

  it('reads a period that breaks the rule of EES as the mapping says, and nothing without', () => {
    const odd = WHOLE.map((row) => ({ ...row, time_period: '202425' }));
    const by = { ...mapping, periods: { '202425 Calendar year': '2024 Calendar year' } };
    const reading = read(odd, by);
    expect(reading.observations[0]?.period).toMatchObject({
      start: '2024-01-01',
      end: '2025-01-01',
    });
    expect(sentences(reading)).toEqual([
      '"202425 Calendar year" as published is read as 2024 Calendar year, as the mapping says (4 rows).',
    ]);
    expect(read(odd).observations).toEqual([]);
    expect(kinds(read(odd))).toEqual(['period-unreadable']);
    const academic = read(odd, { ...mapping, timeIdentifier: 'Academic year' });
    expect(academic.observations[0]?.period).toMatchObject({ start: '2024-09-01' });
  });

  it('finds a council by its code on the day, its old code, its name, and the holder of a code that ended', () => {
    const nameOf = (cells: Cells): string | undefined =>
      read([ashby, { ...brook, ...cells }]).observations.find((o) => o.row === 3)?.area.council
        ?.name;
    expect(nameOf({ new_la_code: '', old_la_code: '802', la_name: '' })).toBe('Brook');
    expect(nameOf({ new_la_code: '', la_name: 'Brook Council' })).toBe('Brook');
    expect(nameOf({ new_la_code: 'E10000102', la_name: '' })).toBe('Brook');
    expect(nameOf({ new_la_code: 'E10000102', time_period: '2019' })).toBe('Brook');
    expect(nameOf({ new_la_code: 'E99999999', la_name: 'Nowhere' })).toBeUndefined();
  });

  it('tells a code published after its end, a code and a name that differ, and a council nobody is', () => {
    expect(
      sentences(read([england, northEast, ashby, { ...brook, new_la_code: 'E10000102' }])),
    ).toEqual([
      'E10000102 (Brook) ended on 1 April 2020 but names 1 row of later periods (2023 Calendar year): read as Brook.',
    ]);
    expect(sentences(read([...WHOLE.slice(0, 3), { ...brook, la_name: 'Ashby' }]))).toEqual([
      'Code and name are of different councils: Ashby (E06000102), read by the code as Brook (1 row).',
    ]);
    expect(kinds(read([ashby, brook, la('E99999999', 'Nowhere', {})]))).toEqual(['area-unknown']);
    const old = { time_period: '2020', new_la_code: 'E10000102' };
    expect(
      kinds(
        read([
          { ...ashby, ...old, new_la_code: 'E06000101' },
          { ...brook, ...old },
        ]),
      ),
    ).toEqual([]);
  });

  it('tells levels it does not take, regions it does not know, and councils without a row', () => {
    const school = { ...ashby, geographic_level: 'School' };
    const inner = {
      ...northEast,
      region_code: 'E13000001',
      region_name: 'Inner London',
      plans: 'x',
    };
    expect(sentences(read([ashby, school, inner]))).toEqual([
      'The level "School" is not taken: councils, regions and England are (1 row).',
      '2023 Calendar year: no row of Brook (1 council).',
      'The register has no region E13000001 Inner London: read for checking sums only (1 row).',
    ]);
  });

  it('tells totals of councils and of regions that do not add up', () => {
    expect(
      sentences(
        read([england, northEast, ashby, { ...brook, plans: '5', in_time: '2', plans_pc: '40' }]),
      ),
    ).toEqual([
      'plans: the councils do not add up to their region once (2023 Calendar year E12000001: 9, published 10).',
    ]);
    expect(
      sentences(read([{ ...england, plans: '11', plans_pc: '45.5' }, northEast, ashby, brook])),
    ).toEqual([
      'plans: the regions do not add up to England once (2023 Calendar year: 10, published 11).',
    ]);
  });

  it('takes repeated rows once where they agree and not at all where they contradict each other', () => {
    const agree = read([...WHOLE, ashby]);
    expect(agree.observations).toEqual(read(WHOLE).observations);
    expect(kinds(agree)).toContain('rows-repeated');
    const apart = read([ashby, brook, { ...ashby, plans: '5', plans_pc: '40' }]);
    expect(figure(apart, 'plans', 'Ashby')).toBeUndefined();
    expect(figure(apart, 'plans', 'Brook')).toBeDefined();
    expect(kinds(apart)).toContain('rows-contradict');
  });

  it('leaves the denominator out where the published counts do not make the published percentage', () => {
    const reading = read([ashby, { ...brook, plans_pc: '49.5' }]);
    expect(figure(reading, 'in_time_pc', 'Brook')).toMatchObject({
      value: '49.5',
      numerator: '3',
      denominator: null,
    });
    expect(kinds(reading)).toEqual(['value-not-from-its-parts']);
  });

  it('gives the same figures and says the same whatever the order of rows and columns', () => {
    const rows = [
      ...WHOLE,
      ashby,
      { ...brook, time_period: '2022' },
      { ...ashby, topic: 'Sex', part: 'Girls' },
    ];
    const plain = (reading: EesReading) => ({
      observations: reading.observations.map(({ row: _row, ...rest }) => rest),
      oddities: reading.oddities,
    });
    const expected = plain(read(rows));
    fc.assert(
      fc.property(
        fc.shuffledSubarray(rows, { minLength: rows.length }),
        fc.shuffledSubarray(COLUMNS, { minLength: COLUMNS.length }),
        (shuffled, columns) => {
          const result = readEesFile(table(shuffled, columns), mapping, { register });
          if (!result.ok) throw new Error(result.error.sentence);
          expect(plain(result.value)).toEqual(expected);
        },
      ),
    );
  });
});
