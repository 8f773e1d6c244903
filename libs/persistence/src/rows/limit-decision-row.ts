import type { LimitDecision } from '#application/ports';
import type { RebaseGround } from '#domain/assessment';

export type DecisionRow = Omit<LimitDecision, 'what'> & {
  readonly kind: LimitDecision['what']['kind'];
  readonly points: number;
  readonly ground: RebaseGround;
};

export const DECISION_COLUMNS = `id, programme_id as "programmeId", council_id as "councilId", metric, kind,
  starts_on::text as "from", points, ground, reason, evidence, decided_at as "decidedAt", decided_by as by`;

export const toDecision = ({ kind, points, ground, ...row }: DecisionRow): LimitDecision => ({
  ...row,
  what: kind === 'rebase' ? { kind, ground } : { kind, points },
});
