import type { BackTest, BackTestEpisode, Programme } from '#application/ports';
import {
  AsKnown,
  BackTestStatus,
  type BackTestEpisodeType,
  type BackTestType,
} from '../types/back-test.type.js';
import { STATES } from './alert.mapper.js';
import { periodOfKey } from './figure.mapper.js';
import { councilById, toMetric } from './register.mapper.js';
import { toPlainRule } from './rule.mapper.js';

const STATUSES = {
  waiting: BackTestStatus.WAITING,
  running: BackTestStatus.RUNNING,
  done: BackTestStatus.DONE,
  cancelled: BackTestStatus.CANCELLED,
  failed: BackTestStatus.FAILED,
};

export function toBackTest(one: BackTest, programme: Programme): BackTestType {
  const { result, beside } = one;
  return {
    id: one.id,
    rule: toPlainRule(one.rule, programme),
    asKnown: one.asKnown === 'now' ? AsKnown.NOW : AsKnown.AT_EACH_MOMENT,
    status: STATUSES[one.status],
    ...{ done: one.done, of: one.of, askedAt: one.askedAt, askedBy: one.askedBy },
    finishedAt: one.finishedAt,
    result: result && {
      ...result,
      firedByYear: [...result.firedByYear],
      compared: result.compared && beside && { ...result.compared, version: beside.version },
      episodes: result.episodes.map((episode) => toEpisode(episode, programme)),
    },
  };
}

function toEpisode(one: BackTestEpisode, programme: Programme): BackTestEpisodeType {
  const metric = programme.metrics.find(({ code }) => code === one.metric);
  return {
    council: councilById(one.councilId, programme.register),
    metric: metric ? toMetric(metric) : null,
    openedBy: periodOfKey(one.openedBy),
    openedAt: one.openedAt,
    firedBy: one.firedBy === null ? null : periodOfKey(one.firedBy),
    firedAt: one.firedAt,
    clearedBy: one.clearedBy === null ? null : periodOfKey(one.clearedBy),
    clearedAt: one.clearedAt,
    state: STATES[one.state],
    noData: one.noData,
    why: one.why,
  };
}
