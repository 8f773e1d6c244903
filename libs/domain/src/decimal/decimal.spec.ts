import fc from 'fast-check';
import {
  addDecimals,
  compareDecimals,
  multiplyDecimals,
  parseDecimal,
  ratioOf,
  subtractDecimals,
} from './decimal.js';

/** Canonical decimals with up to `places` places. */
const decimals = (places = 4) =>
  fc
    .tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.integer({ min: 0, max: places }))
    .map(([digits, scale]) => {
      const text = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0');
      const plain = scale ? `${text.slice(0, -scale)}.${text.slice(-scale)}` : text;
      return parseDecimal(`${digits < 0n ? '-' : ''}${plain}`) ?? '';
    });

describe('an exact decimal', () => {
  it.each([
    ['6', '6'],
    ['007', '7'],
    ['+3', '3'],
    ['-0.50', '-0.5'],
    ['-0.0', '0'],
    ['1200.00', '1200'],
    ['0.1', '0.1'],
    ['9'.repeat(30), '9'.repeat(30)],
  ])('reads %p as %p', (text, plain) => expect(parseDecimal(text)).toBe(plain));

  it.each(['', ' 6', '1e3', '1,234', '.5', '5.', '--1', '0x1', 'NaN', '١', '9'.repeat(31)])(
    'does not read %p',
    (text) => expect(parseDecimal(text)).toBeNull(),
  );

  it('multiplies exactly, and back again by what it was multiplied with', () => {
    expect(multiplyDecimals('0.505', '100')).toBe('50.5');
    fc.assert(
      fc.property(decimals(), decimals(), (a, b) => {
        const product = multiplyDecimals(a, b);
        expect(product).toBe(multiplyDecimals(b, a));
        if (b !== '0') expect(ratioOf(product, b, 1, 4)).toBe(a);
      }),
    );
  });

  it('has one way of being written', () => {
    fc.assert(fc.property(decimals(), (a) => parseDecimal(a) === a));
  });

  it('adds and takes away exactly, in any order', () => {
    fc.assert(
      fc.property(fc.array(decimals(), { maxLength: 8 }), decimals(), (list, one) => {
        const sum = addDecimals(list);
        expect(addDecimals([...list].reverse())).toBe(sum);
        expect(subtractDecimals(addDecimals([...list, one]), one)).toBe(sum);
      }),
    );
    expect(addDecimals(['0.1', '0.2'])).toBe('0.3');
    expect(addDecimals([])).toBe('0');
  });

  it('orders as numbers do, also where text would not', () => {
    expect(compareDecimals('10', '9')).toBe(1);
    expect(compareDecimals('-10', '9.5')).toBe(-1);
    expect(compareDecimals('2.5', '2.50'.slice(0, 3))).toBe(0);
    fc.assert(
      fc.property(decimals(), decimals(), (a, b) => {
        const difference = subtractDecimals(a, b);
        expect(compareDecimals(a, b)).toBe(
          difference === '0' ? 0 : difference.startsWith('-') ? -1 : 1,
        );
      }),
    );
  });

  it.each<[Parameters<typeof ratioOf>, string]>([
    [['3', '4', 100, 1], '75'],
    [['1', '3', 100, 1], '33.3'],
    [['2', '3', 100, 1], '66.7'],
    [['1', '8', 100, 0], '13'],
    [['-1', '8', 100, 0], '-13'],
    [['0', '7', 100, 1], '0'],
    [['9', '90.5', 100, 2], '9.94'],
    [['1', '1000', 1, 0], '0'],
  ])('gives of %j (numerator, denominator, times, places): %s', (given, expected) =>
    expect(ratioOf(...given)).toBe(expected),
  );

  it('has no ratio of nothing', () => expect(ratioOf('0', '0', 100, 1)).toBeNull());

  it('rounds a ratio to the nearest, half away from zero', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -100_000, max: 100_000 }),
        fc.integer({ min: 1, max: 100_000 }),
        (n, d) => {
          const [numerator, denominator] = [BigInt(n) * 1000n, BigInt(d)];
          const tenths = BigInt((ratioOf(String(n), String(d), 100, 1) ?? '').replace('.', ''));
          const shown = ratioOf(String(n), String(d), 100, 1)?.includes('.')
            ? tenths
            : tenths * 10n;
          const error = 2n * (shown * denominator - numerator);
          expect(error <= denominator && error >= -denominator).toBe(true);
          if (error === denominator) expect(n).toBeGreaterThan(0);
          if (error === -denominator) expect(n).toBeLessThan(0);
        },
      ),
    );
  });
});
