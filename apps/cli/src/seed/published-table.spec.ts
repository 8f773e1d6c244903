import { publishedTable } from './published-table.js';

const year = { timePeriod: '2024', timeIdentifier: 'Calendar year' };
const autumn = { timePeriod: '202324', timeIdentifier: 'Autumn term' };
const spring = { timePeriod: '202324', timeIdentifier: 'Spring term' };
const cells = (...given: Parameters<typeof publishedTable>) =>
  publishedTable(...given).rows.map((row) => row.cells.join(','));

describe('a published file', () => {
  it('is taken as it stands when it is long, without the periods of other days', () => {
    const row = { council: 'E1', measure: 'm', numerator: '1', denominator: '4', value: '25' };
    expect(
      cells(
        [
          { ...row, time_period: '2024' },
          { ...row, time_period: '2023' },
        ],
        [year],
      ),
    ).toEqual(['E1,2024,Calendar year,m,1,4,25,']);
  });

  it('has a figure for each filled cell when it is wide', () => {
    const row = { council: 'E1', time_period: '2024', m: '25', n: '', o: 'x' };
    expect(cells([row], [year])).toEqual([
      'E1,2024,Calendar year,m,,,25,',
      'E1,2024,Calendar year,o,,,x,',
    ]);
  });

  it('tells the terms of a year apart by the row’s own identifier', () => {
    const row = { council: 'E1', time_period: '202324', m: '1' };
    const rows = [
      { ...row, time_identifier: 'Autumn term' },
      { ...row, time_identifier: 'Spring term' },
      { ...row, time_identifier: 'Summer term' },
    ];
    expect(cells(rows, [autumn, spring])).toEqual([
      'E1,202324,Autumn term,m,,,1,',
      'E1,202324,Spring term,m,,,1,',
    ]);
  });
});
