import { answerSpells, planSpells, type AlertRule } from '#domain/judgement';
import type { Bench } from './bench.js';
import { judgeSpells } from './judge-spells.js';

/**
 * The rule on overdue answers for one council: every piece of feedback, and every alert that somebody acknowledged, is a
 * series of its own. Alerts come last, since figures may just have ended one.
 */
export async function judgeAnswers(bench: Bench, rule: AlertRule): Promise<void> {
  const { condition } = rule;
  if (condition.kind !== 'answer-overdue') return;
  const { stores, programme, councilId } = bench;
  const { holidays, register } = programme;
  const of = { programmeId: register.programmeId, councilId };
  for (const feedback of await stores.owed.feedback(of))
    await judgeSpells(
      bench,
      rule,
      `feedback ${feedback.id}`,
      answerSpells(feedback, condition, holidays),
    );
  for (const alert of await stores.owed.acknowledged({ ...of, notOf: rule.code }))
    await judgeSpells(bench, rule, `plan ${alert.id}`, planSpells(alert, condition, holidays));
}
