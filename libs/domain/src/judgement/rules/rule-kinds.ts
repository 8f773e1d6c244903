import { answerOverdue } from './kinds/answer-overdue.js';
import { backlogBuilding } from './kinds/backlog-building.js';
import { gainWithSideEffect } from './kinds/gain-with-side-effect.js';
import { gettingWorse } from './kinds/getting-worse.js';
import { milestoneOverdue } from './kinds/milestone-overdue.js';
import { offTrajectory } from './kinds/off-trajectory.js';
import { planBand } from './kinds/plan-band.js';
import { publishedFloor } from './kinds/published-floor.js';
import { returnMissing } from './kinds/return-missing.js';
import { targetUnlikely } from './kinds/target-unlikely.js';
import { unlikeTheOthers } from './kinds/unlike-the-others.js';
import type { AlertCondition } from '../judgement-types.js';
import type { Parameter } from './parameter.js';
import type { ConditionKind, ConditionOf, RuleKind } from './rule-kind.js';

/** Every kind of condition that a rule can have, in the order in which they are offered. */
const RULE_KINDS: { readonly [Kind in ConditionKind]: RuleKind<ConditionOf<Kind>> } = {
  'return-missing': returnMissing,
  'off-trajectory': offTrajectory,
  'plan-band': planBand,
  'target-unlikely': targetUnlikely,
  'getting-worse': gettingWorse,
  'backlog-building': backlogBuilding,
  'gain-with-side-effect': gainWithSideEffect,
  'unlike-the-others': unlikeTheOthers,
  'published-floor': publishedFloor,
  'milestone-overdue': milestoneOverdue,
  'answer-overdue': answerOverdue,
};

export const CONDITION_KINDS = Object.keys(RULE_KINDS) as readonly ConditionKind[];

export const isConditionKind = (value: unknown): value is ConditionKind =>
  CONDITION_KINDS.some((kind) => kind === value);

/** A kind by its name. */
export const ruleKind = <Kind extends ConditionKind>(kind: Kind): RuleKind<ConditionOf<Kind>> =>
  RULE_KINDS[kind];

/** The kind of a condition, ready to be asked about that condition. */
export const kindOf = (condition: AlertCondition): RuleKind<AlertCondition> =>
  ruleKind<ConditionKind>(condition.kind);

/** The parameters of a kind, by name, in the order in which they are asked. */
export const parametersOf = (kind: ConditionKind): readonly (readonly [string, Parameter])[] =>
  Object.entries<Parameter>(ruleKind(kind).parameters);

/** A condition with every parameter as it is first offered. */
export function firstCondition(kind: ConditionKind): AlertCondition {
  const offered = parametersOf(kind).map(([name, { initial }]) => [name, initial] as const);
  // The table has a parameter for every field of the kind: its type says so.
  return { kind, ...Object.fromEntries(offered) } as AlertCondition;
}
