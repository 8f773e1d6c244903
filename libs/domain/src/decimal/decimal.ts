/** An exact decimal number as text: `-12.5`, no exponent, no trailing zeros, no `+`, `0` for zero. */
export type Decimal = string;
