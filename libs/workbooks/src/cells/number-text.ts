/** As many digits as a spreadsheet keeps and shows of a number. */
const DIGITS = 15;

/** Nearly every number of a return. */
const SHOWN_AS_STORED = /^-?[1-9]\d{0,14}$/;

/**
 * A stored number (`0.30000000000000004`, `1E+21`) as a spreadsheet shows it at its longest: 15 significant digits in
 * plain decimals, no exponent, nothing needless at either end. `shift` moves the point to the right. Null for a text
 * that is no number.
 */
export function numberText(stored: string, shift = 0): string | null {
  const plain = stored.trim();
  if (shift === 0 && SHOWN_AS_STORED.test(plain)) return plain;
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(plain)) return null;
  const value = Number(plain);
  if (!Number.isFinite(value)) return null;
  if (value === 0) return '0';
  const [mantissa = '', exponent = '0'] = Math.abs(value)
    .toExponential(DIGITS - 1)
    .split('e');
  const digits = mantissa.replace('.', '').replace(/0+$/, '');
  const point = Number(exponent) + 1 + shift;
  const whole = point > 0 ? digits.slice(0, point).padEnd(point, '0') : '0';
  const rest = point > 0 ? digits.slice(point) : '0'.repeat(-point) + digits;
  return `${value < 0 ? '-' : ''}${whole}${rest === '' ? '' : `.${rest}`}`;
}
