import {
  coversCouncil,
  type AlertRule,
  type Persistence,
  type RuleInForce,
  type Turn,
} from '#domain/judgement';
import type { Metric } from '#domain/metrics';
import type { Programme } from '../ports/index.js';

/** One rule through time, for one council: its versions in their order, each saying whether it looks at the council. */
export type RuleLine = {
  readonly code: string;
  readonly versions: readonly (RuleInForce & { readonly looks: boolean })[];
};

/** Every rule that was ever in force, as a council knows it. */
export function rulesForCouncil(programme: Programme, councilId: number): readonly RuleLine[] {
  const { register, ruleHistory } = programme;
  const key = register.councils.find(({ id }) => id === councilId)?.key ?? '';
  const partnerships = register.partnerships
    .filter(({ members }) => members.some((member) => member.councilId === councilId))
    .map(({ code }) => code);
  const lines = new Map<string, RuleLine['versions'][number][]>();
  for (const version of ruleHistory) {
    const { rule } = version;
    const looks = rule.enabled && coversCouncil(rule.scope, { key, partnerships });
    lines.set(rule.code, [...(lines.get(rule.code) ?? []), { ...version, looks }]);
  }
  return [...lines].map(([code, versions]) => ({ code, versions }));
}

/** What a rule was at a moment for one series: the version in force, whether it looked at the series, and what a change means. */
export type RuleAtMoment = {
  readonly rule: AlertRule;
  readonly looks: boolean;
  readonly turn: Turn;
};

/**
 * Null before the first version was in force. `metric`: null for the council's returns. `after`: the moment judged before,
 * in milliseconds since 1970, so that what changes can be put down to the rule where it changed in between.
 */
export function ruleOf(
  { versions }: RuleLine,
  metric: string | null,
  { after, at }: { readonly after: number; readonly at: number },
): RuleAtMoment | null {
  const found = versions.findLast(({ from }) => (from?.getTime() ?? -Infinity) <= at);
  if (!found) return null;
  const { rule, from } = found;
  const looks = found.looks && (metric === null || rule.metrics.includes(metric));
  const isNew = from !== null && from.getTime() > after;
  return { rule, looks, turn: !looks ? 'not-looked-at' : isNew ? 'rule-changed' : 'corrected' };
}

/** Whether a rule waits at a moment for its next time to be evaluated. */
export function isScheduled(line: RuleLine, metric: string | null, at: number): boolean {
  const found = ruleOf(line, metric, { after: at, at });
  return found !== null && found.looks && found.rule.schedule !== null;
}

/**
 * Up to when a series has been judged once the last of its moments was: up to now, unless its rule waits for its next time,
 * which is still to come. Null where nothing was judged yet. In milliseconds since 1970.
 */
export function judgedThrough(
  line: RuleLine,
  metric: string | null,
  { last, now }: { readonly last: number; readonly now: number },
): Date | null {
  if (last === now || !isScheduled(line, metric, now)) return new Date(now);
  return last > -Infinity ? new Date(last) : null;
}

/** The moments at which a new version began, in milliseconds since 1970. */
export const turnsOf = ({ versions }: RuleLine): readonly number[] =>
  versions.flatMap(({ from }) => (from === null ? [] : [from.getTime()]));

/** A yearly figure fires at once: two years would be too late. */
export const persistenceOf = (rule: AlertRule, metric: Metric): Persistence => ({
  forPeriods: metric.type === 'published' ? 1 : rule.forPeriods,
  keepFiringFor: rule.keepFiringFor,
});
