import { milestoneSpells } from '#domain/judgement';
import { testEndOf } from '#domain/register';
import type { Bench } from './bench.js';
import { judgeSpells } from './judge-spells.js';
import type { RuleLine } from './rules-for-council.js';

/** The rule on overdue milestones for one council: every milestone is a series of its own. */
export async function judgeMilestones(bench: Bench, line: RuleLine): Promise<void> {
  if (line.versions.every(({ rule }) => rule.condition.kind !== 'milestone-overdue')) return;
  const { stores, programme, councilId } = bench;
  const { register, holidays } = programme;
  const { programmeId } = register;
  for (const milestone of await stores.owed.milestones({ programmeId, councilId })) {
    const endsOn = testEndOf(register, milestone)?.on ?? null;
    await judgeSpells(bench, line, {
      seriesKey: `milestone ${milestone.id}`,
      spellsOf: ({ condition }) =>
        condition.kind === 'milestone-overdue'
          ? milestoneSpells(milestone, condition, { endsOn, holidays })
          : [],
    });
  }
}
