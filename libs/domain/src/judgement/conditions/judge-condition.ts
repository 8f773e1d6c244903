import { periodKey } from '../../periods/index.js';
import type { AlertCondition, Verdict } from '../judgement-types.js';
import type { Watched } from '../watched-series.js';
import { judgeBacklogBuilding } from './backlog-building.js';
import { judgeGettingWorse, judgeOffTrajectory } from './cumulative-sum.js';
import { judgeGainWithSideEffect } from './gain-with-side-effect.js';
import { judgePlanBand } from './plan-band.js';
import { judgePublishedFloor } from './published-floor.js';
import { judgeTargetUnlikely } from './target-unlikely.js';
import { judgeUnlikeTheOthers } from './unlike-the-others.js';

/**
 * What a condition says of each period of a series, oldest first. Figures that came more than 45 days late open nothing: a
 * late return is an alert of its own, and a backfill is history. Returns, milestones
 * and answers are judged one by one, by functions of their own.
 */
export function judgeCondition(condition: AlertCondition, watched: Watched): readonly Verdict[] {
  return verdictsOf(condition, watched).map((verdict): Verdict =>
    verdict.kind === 'breach' && watched.series.late.has(periodKey(verdict.period))
      ? { ...verdict, kind: 'hold', reason: `${verdict.reason} It came too late to open an alert.` }
      : verdict,
  );
}

function verdictsOf(condition: AlertCondition, watched: Watched): readonly Verdict[] {
  const { series, beside } = watched;
  switch (condition.kind) {
    case 'published-floor':
      return judgePublishedFloor(series.input.points, condition);
    case 'plan-band':
      return judgePlanBand(series, condition);
    case 'off-trajectory':
      return judgeOffTrajectory(series, condition);
    case 'getting-worse':
      return judgeGettingWorse(series, condition);
    case 'target-unlikely':
      return judgeTargetUnlikely(series, condition);
    case 'backlog-building':
      return judgeBacklogBuilding(series, beside(condition.outflow), condition);
    case 'gain-with-side-effect':
      return judgeGainWithSideEffect(watched, condition);
    case 'unlike-the-others':
      return judgeUnlikeTheOthers(watched);
    case 'return-missing':
    case 'milestone-overdue':
    case 'answer-overdue':
      return [];
  }
}

/** The metrics beside a series that a condition looks at. */
export function looksBeside(
  condition: AlertCondition,
  metric: Watched['series']['metric'],
): readonly string[] {
  switch (condition.kind) {
    case 'backlog-building':
      return [condition.outflow];
    case 'gain-with-side-effect':
      return metric.balancedBy.map((one) => one.metric);
    case 'unlike-the-others': {
      const whole = condition.partOf[metric.code];
      return whole === undefined ? [] : [whole];
    }
    case 'published-floor':
    case 'plan-band':
    case 'off-trajectory':
    case 'getting-worse':
    case 'target-unlikely':
    case 'return-missing':
    case 'milestone-overdue':
    case 'answer-overdue':
      return [];
  }
}
