import type { SeriesView } from '#application/figures';
import { aMetric, aMonth, aPoint, monthAt } from '#testing/web';
import { findingSentences } from './finding-sentence.js';

const seriesOf = (over: Partial<SeriesView>): SeriesView => ({
  metric: aMetric({ type: 'measure', unit: 'percent', decimals: 1 }),
  area: { kind: 'council', councilId: 1, code: 'E1', name: 'Rutland' },
  breakdown: 'Total',
  points: [],
  ...over,
});
const findingSentence = (...of: Parameters<typeof findingSentences>) =>
  findingSentences(...of).join(' ');
const share = (address: string, value: string | null, over = {}) =>
  aPoint({ period: aMonth(address), numerator: '3', denominator: '4', value, ...over });
const year = Array.from({ length: 13 }, (_, index) =>
  aPoint({
    period: monthAt(11 + index),
    numerator: '3',
    denominator: '4',
    value: String(60 + index),
  }),
);

describe('findingSentences', () => {
  it('says the cases before the percentage, and the year before', () => {
    expect(findingSentence(seriesOf({ points: year }))).toBe(
      'Rutland: 3 of 4, or 72.0%, in December 2024. A year before: 60.0%.',
    );
  });

  it('says what is unusual first, except for silence', () => {
    const unusual = 'Above the upper limit in May 2024: unusually high, an improvement.';
    expect(findingSentences(seriesOf({ points: year }), { unusual })[0]).toBe(unusual);
    const silent = findingSentences(seriesOf({ points: year }), { unusual, expected: monthAt(24) });
    expect(silent.slice(0, 2)).toEqual(['Rutland has not reported January 2025.', unusual]);
  });

  it('says a published count of each January with its month', () => {
    const metric = aMetric({ type: 'published' });
    const points = [share('2024-01', '340', { numerator: null, denominator: null })];
    expect(findingSentence(seriesOf({ metric, points }))).toBe('Rutland: 340 in January 2024.');
  });

  it('names silence before the last figure', () => {
    const sentence = findingSentence(seriesOf({ points: year }), { expected: monthAt(24) });
    expect(sentence).toMatch(/^Rutland has not reported January 2025\. Rutland: 3 of 4/);
    expect(findingSentence(seriesOf({}), { expected: monthAt(24) })).toBe(
      'Rutland has not reported January 2025.',
    );
  });

  it('does not call a council silent that is not asked', () => {
    const metric = aMetric({ type: 'measure', askedOf: 'panels' });
    expect(findingSentence(seriesOf({ metric }), { expected: monthAt(24) })).toBe(
      'Rutland is not testing this reform.',
    );
  });

  it('compares a cumulative figure with the same point of last year, and says that it starts again', () => {
    const metric = aMetric({
      type: 'measure',
      unit: 'per100',
      decimals: 1,
      basis: 'cumulative-academic',
    });
    expect(findingSentence(seriesOf({ metric, points: year }))).toBe(
      'Rutland has had 72.0 per 100 since September. At this point last year: 60.0 per 100. Counts start again each September.',
    );
  });

  it('says the plan only when it is agreed, and provisional when it is', () => {
    const plan = {
      councilId: 1,
      metric: 'm',
      version: 1,
      interpolation: 'step' as const,
      tolerance: 5,
      points: [{ from: '2024-01-01', value: 90 }],
      agreedOn: null,
      note: '',
    };
    const points = [...year.slice(0, 12), share('2024-12', '75', { standing: 'provisional' })];
    const agreed = findingSentence(seriesOf({ points }), { plan: { ...plan, status: 'agreed' } });
    expect(agreed).toContain('This is provisional.');
    expect(agreed).toContain('The agreed plan was 90.0%.');
    const proposed = findingSentence(seriesOf({ points }), {
      plan: { ...plan, status: 'proposed' },
    });
    expect(proposed).not.toContain('plan');
  });

  it('says a state instead of a number', () => {
    const points = [...year, share('2025-01', null, { state: 'x' })];
    expect(findingSentence(seriesOf({ points }))).toBe('Rutland, January 2025: not available.');
  });
});
