import { ruleFaults, type AlertRule, type CheckedRule } from '#domain/judgement';
import type { Metric } from '#domain/metrics';
import { londonDay } from '#domain/periods';
import { storedCodes } from '../figures/stored-codes.js';
import type { Programme, RuleEvidence, Stores } from '../ports/index.js';

/** Checks a rule against its programme, and against the figures and plans that are on record. */
export async function checkRule(
  rule: AlertRule,
  of: { readonly programme: Programme; readonly stores: Stores; readonly now: Date },
): Promise<CheckedRule> {
  const { register, metrics, alertRules } = of.programme;
  const judged = metrics.filter(({ code }) => rule.metrics.includes(code));
  const evidence = await of.stores.alertRules.evidence({
    programmeId: register.programmeId,
    stored: [...new Set(judged.flatMap(storedCodes))],
  });
  return ruleFaults(rule, {
    ...{ register, metrics, today: londonDay(of.now) },
    others: alertRules.filter(({ code }) => code !== rule.code),
    withPlan: evidence.withPlan,
    withFigures: new Set(
      judged
        .filter((metric) => storedCodes(metric).some((code) => evidence.cases.has(code)))
        .map(({ code }) => code),
    ),
    mostCases: new Map(
      judged.flatMap((metric) => {
        const most = mostCases(metric, evidence);
        return most === null ? [] : [[metric.code, most] as const];
      }),
    ),
  });
}

/**
 * At least the most cases that any council has had: the sum over what is counted of the most of each, over a year for a flow
 * that is reported monthly. Null where it is not known.
 */
function mostCases(metric: Metric, { cases }: RuleEvidence): number | null {
  if (metric.type !== 'measure') return cases.get(metric.code)?.once ?? null;
  const { denominator, numerator, basis } = metric;
  const counted =
    denominator.kind === 'sum'
      ? denominator.sum.plus
      : denominator.kind === 'none'
        ? (numerator?.plus ?? [])
        : [];
  const each = counted.map((box) => cases.get(box));
  if (each.length === 0 || each.includes(undefined)) return null;
  return each.reduce((sum, one) => sum + ((basis === 'flow' ? one?.inTwelve : one?.once) ?? 0), 0);
}
