import {
  foldEpisodes,
  judgeOverdue,
  momentsOfSpells,
  withinScope,
  type AlertRule,
  type OverdueSpell,
} from '#domain/judgement';
import type { Bench } from './bench.js';
import { recordChanges } from './record-changes.js';
import { isScheduled, judgedThrough, ruleOf, turnsOf, type RuleLine } from './rules-for-council.js';

/** A promise, a series of its own: when it was overdue, as each version of a rule counts. */
type Promised = {
  readonly seriesKey: string;
  readonly spellsOf: (rule: AlertRule) => readonly OverdueSpell[];
};

/**
 * Judges one promise at each moment since it was last judged at which a spell began or ended, or the rule changed; and now,
 * for what became known after a later moment had been judged.
 */
export async function judgeSpells(
  bench: Bench,
  line: RuleLine,
  { seriesKey, spellsOf }: Promised,
): Promise<void> {
  const { memory, programme, councilId, now, evaluations } = bench;
  const { programmeId } = programme.register;
  const series = { programmeId, councilId, ruleCode: line.code, seriesKey };
  let after = memory.judgedUpTo(series)?.getTime() ?? -Infinity;
  const before = after;
  const spells = new Map(line.versions.map(({ rule }) => [rule, spellsOf(rule)]));
  const changes = [...[...spells.values()].flatMap(momentsOfSpells), now].map((at) => at.getTime());
  const moments = [
    ...[...changes, ...turnsOf(line)].filter((at) => !isScheduled(line, null, at)),
    ...evaluations(line.code).filter((at) => isScheduled(line, null, at)),
  ].filter((at) => at > before && at <= now.getTime());
  for (const moment of [...new Set(moments)].sort((a, b) => a - b)) {
    const found = ruleOf(line, null, { after, at: moment });
    after = moment;
    if (!found) continue;
    const { rule, looks, turn } = found;
    const at = new Date(moment);
    const verdicts = looks ? withinScope(rule.scope, judgeOverdue(spells.get(rule) ?? [], at)) : [];
    const episodes = foldEpisodes(verdicts, rule);
    await recordChanges(bench, { rule, metric: null, series, episodes, at, turn });
  }
  const through = judgedThrough(line, null, { last: after, now: now.getTime() });
  if (moments.length > 0 && through) memory.setJudgedUpTo(series, through);
}
