import { milestoneSpells, type AlertRule } from '#domain/judgement';
import { testEndOf } from '#domain/register';
import type { Bench } from './bench.js';
import { judgeSpells } from './judge-spells.js';

/** The rule on overdue milestones for one council: every milestone is a series of its own. */
export async function judgeMilestones(bench: Bench, rule: AlertRule): Promise<void> {
  const { condition } = rule;
  if (condition.kind !== 'milestone-overdue') return;
  const { stores, programme, councilId } = bench;
  const { register, holidays } = programme;
  const { programmeId } = register;
  for (const milestone of await stores.owed.milestones({ programmeId, councilId })) {
    const endsOn = testEndOf(register, milestone)?.on ?? null;
    const spells = milestoneSpells(milestone, condition, { endsOn, holidays });
    await judgeSpells(bench, rule, `milestone ${milestone.id}`, spells);
  }
}
