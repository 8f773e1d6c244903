import { parseTtl } from './parse-ttl.js';

describe('a time to live', () => {
  it.each([
    ['45s', 45],
    ['30m', 1_800],
    ['1h', 3_600],
    ['7d', 604_800],
    ['90d', 7_776_000],
  ])('reads %s', (text, seconds) => {
    expect(parseTtl(text)).toBe(seconds);
  });

  it.each(['', '0h', '91d', '2161h', '1', 'h', '1.5h', '-1h', '1 h', '1w', '1h30m', '9999999s'])(
    'refuses "%s"',
    (text) => {
      expect(parseTtl(text)).toBeNull();
    },
  );
});
