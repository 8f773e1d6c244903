import { aMetric, aMonth, aPoint, aProgramme, assessedSeries } from '#testing/web';
import { seriesTable } from './series-table.js';
import { showSeries } from './show-series.js';

const metric = aMetric({
  ...{ code: 'm', type: 'measure', title: 'Plans', unit: 'percent', decimals: 1 },
});
function tableOf(...points: ReturnType<typeof aPoint>[]) {
  const area = { kind: 'council', councilId: 1, code: 'E1', name: 'Rutland' } as const;
  const [assessed] = assessedSeries([{ metric, area, breakdown: 'Total', points }], {
    at: new Date('2025-01-15T12:00:00Z'),
  });
  if (!assessed) throw new Error('no series');
  return seriesTable(showSeries(assessed, { programme: aProgramme(), from: null }), 'rutland');
}

describe('seriesTable', () => {
  it('stands newest first, each figure with its cases and its history', () => {
    const { rows } = tableOf(
      aPoint({ period: aMonth('2024-11'), numerator: '1', denominator: '4', value: '25' }),
      aPoint({ period: aMonth('2024-12'), numerator: '3', denominator: '4', value: '75' }),
    );
    expect(rows[0]?.map(({ text }) => text)).toEqual([
      'December 2024',
      '75.0%',
      '3 of 4',
      '15 January 2025',
    ]);
    expect(rows[0]?.[0]?.href).toBe('/figures/rutland/m/2024-12');
  });

  it('has a row, without a history, for a month between two that nobody sent', () => {
    const { rows, notes } = tableOf(
      aPoint({ period: aMonth('2024-10') }),
      aPoint({ period: aMonth('2024-12') }),
    );
    expect(rows[1]?.map(({ text }) => text)).toEqual(['November 2024', 'Not reported', '–']);
    expect(rows[1]?.[0]?.href).toBeUndefined();
    expect(notes).toEqual(['Not reported: the council has not sent this yet.']);
  });

  it('explains beneath it the states that occur, and no others', () => {
    const { notes } = tableOf(
      aPoint({ period: aMonth('2024-11'), value: null, state: 'missing' }),
      aPoint({ value: null, denominator: '0', standing: 'provisional' }),
    );
    expect(notes).toEqual([
      'Not reported: the council has not sent this yet.',
      'No cases: there were no cases, so there is no percentage.',
      'Provisional: sent, not yet approved by the council.',
    ]);
    expect(tableOf(aPoint({})).notes).toEqual([]);
  });
});
