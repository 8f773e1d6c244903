import { parseValue, type ValueNode } from 'graphql';
import { DateScalar, DateTimeScalar, DecimalScalar } from './scalars.js';

const literal = (text: string): ValueNode => parseValue(text);

describe('Decimal', () => {
  const decimal = new DecimalScalar();

  it.each([
    ['12.50', '12.5'],
    ['100', '100'],
    ['0.000', '0'],
    ['-3.140', '-3.14'],
    ['12345678901234567890.10', '12345678901234567890.1'],
  ])('goes out as text without trailing zeros: %s is %s', (stored, shown) => {
    expect(decimal.serialize(stored)).toBe(shown);
  });

  it.each([
    ['"12.50"', '12.50'],
    ['12.50', '12.50'],
    ['6', '6'],
    ['-1', '-1'],
    ['"six"', 'six'],
  ])('comes in as %s and stays as it was sent', (sent, kept) => {
    expect(decimal.parseLiteral(literal(sent))).toBe(kept);
  });

  it('comes in as a JSON number, too', () => {
    expect([decimal.parseValue(6), decimal.parseValue(0.1)]).toEqual(['6', '0.1']);
  });

  it.each([true, null, {}, [1], Number.NaN, Number.POSITIVE_INFINITY, '1'.repeat(1_001)])(
    'is not %p',
    (sent) => {
      expect(() => decimal.parseValue(sent)).toThrow('A Decimal is a string or a number.');
    },
  );

  it('is no other literal', () => {
    expect(() => decimal.parseLiteral(literal('true'))).toThrow('A Decimal is');
  });
});

describe('DateTime', () => {
  const moment = new DateTimeScalar();

  it('is written in UTC, to the millisecond', () => {
    expect(moment.serialize(moment.parseValue('2025-01-15T09:00:00Z'))).toBe(
      '2025-01-15T09:00:00.000Z',
    );
  });

  it('is a day alone, too, and any offset', () => {
    const read = (text: string) => moment.serialize(moment.parseValue(text));
    expect(read('2025-01-15')).toBe('2025-01-15T00:00:00.000Z');
    expect(read('2024-07-01T09:00+01:00')).toBe('2024-07-01T08:00:00.000Z');
  });

  it.each([
    ...['yesterday', '', '5', '2025', '2025-13-01', '2025-02-30T09:00:00Z', 'x'.repeat(50)],
    ...['2025-01-15T09:00:00', 5, null],
  ])('is not %p', (sent) => {
    expect(() => moment.parseValue(sent)).toThrow('A DateTime is written like');
  });
});

describe('Date', () => {
  const day = new DateScalar();

  it('is a calendar day', () => {
    expect(day.parseLiteral(literal('"2024-02-29"'))).toBe('2024-02-29');
  });

  it.each(['2024-02-30', '2023-02-29', '2024-9-1', '2024-09', '202409', '', 20240901, null])(
    'is not %p',
    (sent) => {
      expect(() => day.parseValue(sent)).toThrow('A Date is written like');
    },
  );
});
