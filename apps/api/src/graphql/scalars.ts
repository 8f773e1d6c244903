import { CustomScalar, Scalar } from '@nestjs/graphql';
import { GraphQLError, Kind, type ValueNode } from 'graphql';
import { parseDecimal } from '#domain/decimal';

const wrong = (what: string): GraphQLError =>
  new GraphQLError(what, { extensions: { code: 'BAD_USER_INPUT' } });

/** A day alone, or with a time and its offset: without one, a time would mean the server's. */
const MOMENT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2}))?$/;

/** Whether a text is a day of the calendar; 30 February is none. */
function isDay(text: string): boolean {
  const at = new Date(/^\d{4}-\d{2}-\d{2}$/.test(text) ? text : Number.NaN);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** Marks a field as an exact decimal: text out, text or number in. */
export class DecimalText {}

@Scalar('Decimal', () => DecimalText)
export class DecimalScalar implements CustomScalar<string, string> {
  description =
    'An exact decimal number: a string out, without trailing zeros; a string or a JSON number in.';

  /** Input stays as it was sent: the rules say what is wrong with it, in the sender's words. */
  parseValue(value: unknown): string {
    if (typeof value === 'string' && value.length <= 1_000) return value;
    if (typeof value === 'number' && Number.isFinite(value)) return String(value);
    throw wrong('A Decimal is a string or a number.');
  }

  parseLiteral(node: ValueNode): string {
    if (node.kind === Kind.STRING || node.kind === Kind.INT || node.kind === Kind.FLOAT)
      return this.parseValue(node.value);
    throw wrong('A Decimal is a string or a number.');
  }

  serialize(value: unknown): string {
    return parseDecimal(String(value)) ?? String(value);
  }
}

/** Marks a field as a moment. */
export class Moment {}

@Scalar('DateTime', () => Moment)
export class DateTimeScalar implements CustomScalar<string, Date> {
  description =
    'A moment, as ISO 8601: 2025-01-15T09:00:00.000Z. A day alone is its first moment in UTC.';

  parseValue(value: unknown): Date {
    const text = typeof value === 'string' && MOMENT.test(value) ? value : '';
    const at = new Date(isDay(text.slice(0, 10)) ? text : Number.NaN);
    if (Number.isNaN(at.getTime())) throw wrong('A DateTime is written like 2025-01-15T09:00:00Z.');
    return at;
  }

  parseLiteral(node: ValueNode): Date {
    return this.parseValue(node.kind === Kind.STRING ? node.value : null);
  }

  serialize(value: unknown): string {
    return value instanceof Date ? value.toISOString() : String(value);
  }
}

/** Marks a field as a calendar day. */
export class DayText {}

@Scalar('Date', () => DayText)
export class DateScalar implements CustomScalar<string, string> {
  description = 'A calendar day in Europe/London: 2024-09-01. Intervals are half-open.';

  parseValue(value: unknown): string {
    if (typeof value === 'string' && isDay(value)) return value;
    throw wrong('A Date is written like 2024-09-01.');
  }

  parseLiteral(node: ValueNode): string {
    return this.parseValue(node.kind === Kind.STRING ? node.value : null);
  }

  serialize(value: unknown): string {
    return String(value);
  }
}
