import type { Metric } from '../../metrics/metric.js';
import type { AlertCondition } from '../judgement-types.js';
import type { NumberParameter, ParameterFor } from './parameter.js';

export type ConditionKind = AlertCondition['kind'];
export type ConditionOf<Kind extends ConditionKind> = Extract<AlertCondition, { kind: Kind }>;

/** What a metric has to be known by, for a rule to be written about it. */
export type RuleMetric = Pick<
  Metric,
  | 'code'
  | 'type'
  | 'title'
  | 'unit'
  | 'basis'
  | 'direction'
  | 'balancedBy'
  | 'denominator'
  | 'validTo'
>;

/** What a kind's phrase is made with. */
export type Phrasing = {
  /** “for 2 months ”, with a space after it; empty where once is enough. */
  readonly lasting: string;
  /** “with at least 60 cases in the last 12 months”, with a comma before it; empty for a minimum of none. */
  readonly withCases: (minimum: number) => string;
  /** The title of a metric, in quotation marks. */
  readonly titleOf: (metric: string) => string;
  /** The codes of those of the rule's metrics that pass. */
  readonly codes: readonly string[];
};

/** A kind's part of the sentence: `when` it holds and what clears it, as clauses; more, as sentences without a stop. */
export type Phrase = {
  readonly when: string;
  readonly clear: string;
  readonly more?: readonly string[];
};

/** Something wrong with a condition: at which parameter, what, and what to do. */
export type ConditionFault = {
  readonly parameter: string;
  readonly message: string;
  readonly fix: string;
};

/**
 * One kind of condition: what it is called, its parameters, what it says, and what it can judge. The one place from which a
 * rule of this kind is read, checked, typed and put in words.
 */
export type RuleKind<Condition extends AlertCondition> = {
  readonly title: string;
  readonly about: string;
  readonly parameters: {
    readonly [Name in Exclude<keyof Condition, 'kind'>]: ParameterFor<Condition[Name]>;
  };
  /** What the periods of months are called: quarters where months are pooled. */
  readonly period: 'month' | 'quarter';
  readonly takesMetrics: boolean;
  readonly phrase: (condition: Condition, phrasing: Phrasing) => Phrase;
  /** Why it cannot judge a metric; null where it can. */
  readonly cannotJudge: (metric: RuleMetric, condition: Condition) => string | null;
  /** What cannot be true of the parameters together. */
  readonly faults: (condition: Condition) => readonly ConditionFault[];
};

/** The fewest cases that are judged: the same in every kind that asks for some. */
export const minimumCases = (initial: number): NumberParameter => ({
  ...{ type: 'number', label: 'Fewest cases', unit: 'case', least: 0, most: 100_000 },
  ...{ whole: true, initial },
  hint: 'Cases in the last 12 months; of a number at a point in time or a yearly figure, its own.',
});

/** A confidence, as a share. */
export const confidence: NumberParameter = {
  ...{ type: 'number', label: 'Confidence of the exact interval', unit: '', whole: false },
  ...{ least: 0.5, most: 0.999, initial: 0.95 },
  hint: 'As a share: 0.95 is 95%.',
};

export const isMonthly = ({ type }: RuleMetric): boolean => type === 'measure';
export const NOT_MONTHLY = 'it is published yearly, which is too seldom for this kind of rule';
export const NO_DIRECTION = 'neither more nor less of it is better';
