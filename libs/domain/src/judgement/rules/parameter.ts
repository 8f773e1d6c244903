import { MONTHS } from '../../periods/index.js';
import { counted } from './rule-words.js';

type Named = {
  /** What it is, in the words of a form. */
  readonly label: string;
  readonly hint?: string;
};

/** A number within bounds, both included; `unit` is what one of it is. */
export type NumberParameter = Named & {
  readonly type: 'number';
  readonly unit: string;
  readonly least: number;
  readonly most: number;
  readonly whole: boolean;
  readonly initial: number;
  /** Why nothing less, or nothing more, makes sense. */
  readonly because?: { readonly less?: string; readonly more?: string };
};
export type TimeParameter = Named & { readonly type: 'time'; readonly initial: string };
export type MetricParameter = Named & { readonly type: 'metric'; readonly initial: string };
export type MetricsParameter = Named & {
  readonly type: 'metrics';
  readonly initial: readonly string[];
};
/** A number for some metrics. */
export type AmountsParameter = Named & {
  readonly type: 'amounts';
  readonly initial: Readonly<Record<string, number>>;
};
/** Months of the year for some metrics. */
export type MonthsParameter = Named & {
  readonly type: 'months';
  readonly initial: Readonly<Record<string, readonly string[]>>;
};
/** Another metric for some metrics. */
export type PairsParameter = Named & {
  readonly type: 'pairs';
  readonly initial: Readonly<Record<string, string>>;
};

export type Parameter =
  | NumberParameter
  | TimeParameter
  | MetricParameter
  | MetricsParameter
  | AmountsParameter
  | MonthsParameter
  | PairsParameter;

/** The parameter that a value of this type is typed by. */
export type ParameterFor<Value> = Value extends number
  ? NumberParameter
  : Value extends string
    ? TimeParameter | MetricParameter
    : Value extends readonly string[]
      ? MetricsParameter
      : Value extends Readonly<Record<string, number>>
        ? AmountsParameter
        : Value extends Readonly<Record<string, readonly string[]>>
          ? MonthsParameter
          : PairsParameter;

/** How many metrics, or lines of a parameter by metric, a rule takes. */
const MOST_METRICS = 100;

export type Fault = { readonly message: string; readonly fix: string };

/** What is wrong with a value of a parameter, and what to do; null where it can be read. */
export function faultOfValue(parameter: Parameter, value: unknown): Fault | null {
  switch (parameter.type) {
    case 'number':
      return faultOfNumber(parameter, value);
    case 'time':
      return typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value)
        ? null
        : fault(parameter, 'is not a time of day', 'Give hours and minutes, such as 17:00.');
    case 'metric':
      return isText(value) ? null : fault(parameter, 'is not named', 'Choose one measure.');
    case 'metrics':
      return isListOf(value, isText)
        ? null
        : fault(parameter, 'is not a list of measures', 'Give the code of each measure.');
    case 'amounts':
      return isRecordOf(value, (one) => typeof one === 'number' && one >= 0 && Number.isFinite(one))
        ? null
        : fault(parameter, 'cannot be read', 'Give a measure and a number of 0 or more on a line.');
    case 'months':
      return isRecordOf(value, (one) => isListOf(one, isMonthName))
        ? null
        : fault(parameter, 'cannot be read', 'Give a measure and names of months on a line.');
    case 'pairs':
      return isRecordOf(value, isText)
        ? null
        : fault(parameter, 'cannot be read', 'Give a measure and what it is a part of on a line.');
  }
}

/** What is wrong with a number, for a parameter and for the numbers that every rule has. */
export function faultOfNumber(of: NumberParameter, value: unknown): Fault | null {
  const { least, most, whole, unit, because } = of;
  const kind = whole ? 'a whole number' : 'a number';
  const fix = `Give ${kind} from ${least} to ${unit === '%' ? `${most}%` : unit === '' ? most : counted(most, unit)}.`;
  if (typeof value !== 'number' || !Number.isFinite(value) || (whole && !Number.isInteger(value)))
    return fault(of, `is not ${kind}`, fix);
  if (value < least)
    return fault(of, `is too low${because?.less === undefined ? '' : `: ${because.less}`}`, fix);
  return value > most
    ? fault(of, `is too high${because?.more === undefined ? '' : `: ${because.more}`}`, fix)
    : null;
}

const fault = ({ label }: Named, problem: string, fix: string): Fault => ({
  message: `“${label}” ${problem}.`,
  fix,
});

const MOST_CHARACTERS = 100;
export const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '' && value.length <= MOST_CHARACTERS;
const isMonthName = (value: unknown): boolean => MONTHS.some((month) => month === value);

/** A list of different values, each of which passes. */
export const isListOf = (value: unknown, passes: (one: unknown) => boolean): boolean =>
  Array.isArray(value) &&
  value.length <= MOST_METRICS &&
  value.every(passes) &&
  new Set(value).size === value.length;

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isRecordOf = (value: unknown, passes: (one: unknown) => boolean): boolean =>
  isRecord(value) &&
  Object.keys(value).length <= MOST_METRICS &&
  Object.entries(value).every(([key, one]) => isText(key) && passes(one));
