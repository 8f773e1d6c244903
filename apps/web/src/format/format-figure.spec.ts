import { formatFigure } from './format-figure.js';
import { formatNumber } from './format-number.js';

const percent = { unit: 'percent', decimals: 1 } as const;
const figure = { value: '75', denominator: '4', state: 'value', standing: 'approved' } as const;

describe('formatFigure', () => {
  it.each([
    ['a number in its unit and decimals', figure, '75.0%'],
    ['a nought as a number', { ...figure, value: '0' }, '0.0%'],
    ['what is provisional', { ...figure, standing: 'provisional' as const }, '75.0% (provisional)'],
    ['nothing of nothing', { ...figure, value: null, denominator: '0' }, 'No cases'],
    ['what was not sent', { ...figure, value: null, state: 'missing' as const }, 'Not reported'],
    ['what is not asked', { ...figure, value: null, state: 'z' as const }, 'Not applicable'],
    ['what cannot be produced', { ...figure, value: null, state: 'x' as const }, 'Not available'],
    ['what is protected', { ...figure, value: null, state: 'c' as const }, 'Too few to show'],
    ['what rounds to nothing', { ...figure, value: null, state: 'low' as const }, 'Rounds to 0'],
  ])('says %s in its own words', (_, given, words) => {
    expect(formatFigure(given, percent)).toBe(words);
  });

  it('never calls a state provisional', () => {
    const missing = { ...figure, value: null, state: 'missing', standing: 'provisional' } as const;
    expect(formatFigure(missing, percent)).toBe('Not reported');
  });
});

describe('formatNumber', () => {
  it.each([
    ['1204', { unit: 'count', decimals: 0 }, '1,204'],
    ['12.1', { unit: 'per100', decimals: 2 }, '12.10 per 100'],
    ['-1204.5', { unit: 'pounds', decimals: 2 }, '-£1,204.50'],
  ] as const)('writes %s in British form', (value, metric, words) => {
    expect(formatNumber(value, metric)).toBe(words);
  });
});
