/** An exact decimal number as text: `-12.5`, no exponent, no trailing zeros, no `+`, `0` for zero. */
export type Decimal = string;

const MOST_DIGITS = 30;

/** Reads a plain decimal (`12`, `-0.50`, `+3`); null for anything else, and for more than 30 digits. */
export function parseDecimal(text: string): Decimal | null {
  const match = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) return null;
  const [, sign = '', whole = '', part = ''] = match;
  if (whole.length + part.length > MOST_DIGITS) return null;
  return print({ digits: BigInt(`${sign === '-' ? '-' : ''}${whole}${part}`), scale: part.length });
}

type Scaled = { readonly digits: bigint; readonly scale: number };

function scaled(value: Decimal): Scaled {
  const point = value.indexOf('.');
  if (point < 0) return { digits: BigInt(value), scale: 0 };
  return {
    digits: BigInt(value.slice(0, point) + value.slice(point + 1)),
    scale: value.length - point - 1,
  };
}

function print({ digits, scale }: Scaled): Decimal {
  const negative = digits < 0n;
  const text = (negative ? -digits : digits).toString().padStart(scale + 1, '0');
  const whole = text.slice(0, text.length - scale);
  const part = text.slice(text.length - scale).replace(/0+$/, '');
  const plain = part ? `${whole}.${part}` : whole;
  return negative && plain !== '0' ? `-${plain}` : plain;
}

const to = (value: Scaled, scale: number): bigint =>
  value.digits * 10n ** BigInt(scale - value.scale);

/** −1, 0 or 1 as `a` is below, equal to or above `b`. */
export function compareDecimals(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const [x, y] = [scaled(a), scaled(b)];
  const scale = Math.max(x.scale, y.scale);
  const [left, right] = [to(x, scale), to(y, scale)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The exact sum; `0` for none. */
export function addDecimals(values: readonly Decimal[]): Decimal {
  const all = values.map(scaled);
  const scale = all.reduce((most, value) => Math.max(most, value.scale), 0);
  return print({ digits: all.reduce((sum, value) => sum + to(value, scale), 0n), scale });
}

/** `a − b`, exactly. */
export const subtractDecimals = (a: Decimal, b: Decimal): Decimal =>
  addDecimals([a, b.startsWith('-') ? b.slice(1) : b === '0' ? '0' : `-${b}`]);

/** The exact product. */
export function multiplyDecimals(a: Decimal, b: Decimal): Decimal {
  const [x, y] = [scaled(a), scaled(b)];
  return print({ digits: x.digits * y.digits, scale: x.scale + y.scale });
}

/**
 * `numerator / denominator × times`, rounded half away from zero to `decimals` places; null when the denominator is 0.
 */
export function ratioOf(
  numerator: Decimal,
  denominator: Decimal,
  times: number,
  decimals: number,
): Decimal | null {
  const [n, d] = [scaled(numerator), scaled(denominator)];
  if (d.digits === 0n) return null;
  const above = n.digits * BigInt(times) * 10n ** BigInt(d.scale + decimals);
  const below = d.digits * 10n ** BigInt(n.scale);
  const sign = above < 0n !== below < 0n ? -1n : 1n;
  const [up, down] = [above < 0n ? -above : above, below < 0n ? -below : below];
  return print({ digits: sign * ((2n * up + down) / (2n * down)), scale: decimals });
}
