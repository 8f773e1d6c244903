import { formatPeriodKey } from './format-period.js';
import { countOf, listOf } from './format-list.js';

it.each([
  ['2024 December', 'December 2024'],
  ['2023 Calendar year', '2023'],
  ['202324 Academic year', '2023 to 2024 academic year'],
  ['2023 Autumn term', '2023 autumn term'],
])('says the period %s as %s', (key, words) => {
  expect(formatPeriodKey(key)).toBe(words);
});

it('lists names as a sentence does, and counts with the right word', () => {
  expect(listOf(['Leicester', 'Luton'])).toBe('Leicester and Luton');
  expect([countOf(1, 'alert', 'alerts'), countOf(1200, 'alert', 'alerts')]).toEqual([
    '1 alert',
    '1,200 alerts',
  ]);
});
