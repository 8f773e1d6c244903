import { seriesFigure } from './series-figure.js';
import { seriesTable, shortTable } from './series-table.js';
import { drawnOf, figureOf, options, shown, USUAL } from './shown-for-spec.js';

describe('limits', () => {
  it('are cut off where no figure can be, and said to be', () => {
    const high = [98, 100, 70, 100, 96, 100, 75, 100, 99, 100, 72, 100, 97, 100];
    const series = shown(high);
    const { svg } = seriesFigure(series, { ...options, asKnownOn: null });
    expect(svg).toContain('Limits cut off at 0 and 100%');
    const { rows, notes } = seriesTable(series, 'rutland');
    expect(Number.parseFloat(rows[0]?.[4]?.text ?? '')).toBeGreaterThan(100);
    expect(notes?.join(' ')).toContain('above 100%');
  });

  it('know the number of cases where these are few', () => {
    const counts = USUAL.map((_, index) => [index % 3, 4 + (index % 5)] as const);
    const values = counts.map(([few, all]) => Math.round((few / all) * 1000) / 10);
    const { notes, svg } = figureOf(values, { counts });
    expect(notes.join(' ')).toContain('wider in months with fewer of them');
    expect(drawnOf(svg)('desc').text()).toContain('The limits move with the number of cases.');
  });

  it('stand once beneath a short table, and in every row of a whole one', () => {
    const series = shown(USUAL);
    const short = shortTable(series, 'rutland', 6);
    expect(short.rows).toHaveLength(6);
    expect(short.notes?.[0]).toMatch(
      /^Average 50\.3%, lower limit 4\d\.\d%, upper limit 5\d\.\d%\.$/,
    );
    expect(seriesTable(series, 'rutland').head.map(({ text }) => text)).toContain('Lower limit');
  });
});

describe('what happened meanwhile', () => {
  it('is a numbered line, named in the image or on its page', () => {
    const series = shown([...USUAL]);
    const own = seriesFigure(series, { ...options, asKnownOn: null });
    expect(own.svg).toContain('1: Multi-agency panels from 1 February 2024');
    const key = series.events.map((event) => ({ ...event, number: 3 }));
    const shared = seriesFigure(series, { ...options, asKnownOn: null, key });
    expect(shared.svg).toContain('>3</text>');
    expect(shared.svg).not.toContain('Multi-agency panels');
  });

  it('breaks line and limits where the definition changed', () => {
    const metric = { major: 2, validFrom: '2023-03-01' };
    const { svg } = figureOf(USUAL, { metric });
    const $ = drawnOf(svg);
    expect($.text()).toContain('Definition changed on 1 March 2023');
    expect($('path[stroke-width=2]')).toHaveLength(1);
    expect($('path[fill=none][stroke="#505a5f"]').attr('d')?.match(/m/g)).toHaveLength(2);
  });
});
