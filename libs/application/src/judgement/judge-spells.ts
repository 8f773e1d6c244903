import {
  foldEpisodes,
  judgeOverdue,
  momentsOfSpells,
  type AlertRule,
  type OverdueSpell,
} from '#domain/judgement';
import type { Bench } from './bench.js';
import { recordChanges } from './record-changes.js';

/**
 * Judges one promise, a series of its own, at each moment since it was last judged at which a spell began or ended; and now,
 * for what became known after a later moment had been judged.
 */
export async function judgeSpells(
  bench: Bench,
  rule: AlertRule,
  seriesKey: string,
  spells: readonly OverdueSpell[],
): Promise<void> {
  const { memory, programme, councilId, now } = bench;
  const { programmeId } = programme.register;
  const series = { programmeId, councilId, ruleCode: rule.code, seriesKey };
  const before = memory.judgedUpTo(series)?.getTime() ?? -Infinity;
  const moments = [...momentsOfSpells(spells), now]
    .map((at) => at.getTime())
    .filter((at) => at > before && at <= now.getTime());
  for (const moment of [...new Set(moments)].sort((a, b) => a - b)) {
    const at = new Date(moment);
    const episodes = foldEpisodes(judgeOverdue(spells, at), rule);
    await recordChanges(bench, { rule, metric: null, series, episodes, at });
  }
  if (moments.length > 0) memory.setJudgedUpTo(series, now);
}
