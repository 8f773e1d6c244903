import { answerSpells, planSpells } from '#domain/judgement';
import type { Bench } from './bench.js';
import { judgeSpells } from './judge-spells.js';
import type { RuleLine } from './rules-for-council.js';

/**
 * The rule on overdue answers for one council: every piece of feedback, and every alert that somebody acknowledged, is a
 * series of its own. Alerts come last, since figures may just have ended one.
 */
export async function judgeAnswers(bench: Bench, line: RuleLine): Promise<void> {
  if (line.versions.every(({ rule }) => rule.condition.kind !== 'answer-overdue')) return;
  const { stores, programme, councilId } = bench;
  const { holidays, register } = programme;
  const of = { programmeId: register.programmeId, councilId };
  for (const feedback of await stores.owed.feedback(of))
    await judgeSpells(bench, line, {
      seriesKey: `feedback ${feedback.id}`,
      spellsOf: ({ condition }) =>
        condition.kind === 'answer-overdue' ? answerSpells(feedback, condition, holidays) : [],
    });
  for (const alert of await stores.owed.acknowledged({ ...of, notOf: line.code }))
    await judgeSpells(bench, line, {
      seriesKey: `plan ${alert.id}`,
      spellsOf: ({ condition }) =>
        condition.kind === 'answer-overdue' ? planSpells(alert, condition, holidays) : [],
    });
}
