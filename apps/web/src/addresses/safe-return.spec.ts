import { safeReturn } from './safe-return.js';

it.each([
  '/',
  '/overview',
  '/council/return/2024-12?council=rutland',
  '/metrics/a_b?known=2024-01-01',
])('returns to %s after sign-in', (to) => {
  expect(safeReturn(to)).toBe(to);
});

it.each([
  '//elsewhere',
  'https://elsewhere',
  '/\\elsewhere',
  '/a\nb',
  '',
  null,
  ['/a'],
  '/'.padEnd(600, 'a'),
])('never leads to %j', (to) => {
  expect(safeReturn(to)).toBe('/');
});
