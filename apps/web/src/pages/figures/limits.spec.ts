import { seriesFigure } from './series-figure.js';
import { limitNotes, outlookNotes } from './reading-notes.js';
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

  it('are not estimated where nearly all figures are the same', () => {
    const { marks, notes, svg } = figureOf([...USUAL.map(() => 0), 3, 0, 0, 0]);
    expect(notes).toContain(
      'What is usual cannot be estimated, because nearly all figures are the same.',
    );
    expect(marks).toEqual([]);
    expect(svg).not.toContain('Upper limit');
  });

  it('are not shown where the reader cannot see all that they rest on', () => {
    const { series, assessed } = shown(USUAL);
    expect(limitNotes(series, { ...assessed, isWithheld: true })).toEqual([
      'What is usual is not shown: it rests on figures or decisions that you cannot see.',
    ]);
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

describe('what is to come', () => {
  /** Thirteen months to be measured against, and eight after them. */
  const falling = [...USUAL.slice(0, 13), 40, 38, 36, 34, 32, 30, 28, 26];

  it('says what the off-track rules see, and that it is not an alert', () => {
    const { notes } = figureOf(falling, { plan: 60, planEnds: '2025-06-01' });
    expect(notes.join(' ')).toContain('Worse than its own baseline, January 2023 to January 2024.');
    expect(notes.join(' ')).toContain('alerts follow approved figures');
  });

  it.each([
    ['unlikely', 'Reaching the agreed plan of 60.0% by 1 June 2025: unlikely.'],
    ['too early to tell', 'Reaching the agreed plan of 60.0% by 1 June 2025: too early to tell.'],
  ] as const)(
    'says in words how likely the agreed plan is to be reached by its end: %s',
    (words, said) => {
      const { series, assessed, plan } = shown(falling, { plan: 60, planEnds: '2025-06-01' });
      const { offTrack } = assessed.assessment;
      const model = { mean: 60, se: 1, df: 20, p: 0.2 };
      const chance = { holt: model, drift: model, pMet: 0.2, words };
      const assessment = { ...assessed.assessment, offTrack: offTrack && { ...offTrack, chance } };
      expect(outlookNotes(series, { ...assessed, assessment }, plan)[0]).toBe(said);
    },
  );
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
