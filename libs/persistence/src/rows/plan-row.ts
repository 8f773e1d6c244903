import type { AgreedPlan } from '#domain/assessment';

export type PlanRow = {
  council_id: number;
  metric: string;
  version: number;
  status: AgreedPlan['status'];
  interpolation: AgreedPlan['interpolation'];
  tolerance: string;
  points: { from: string; value: number }[];
  agreed_on: string | null;
  note: string;
};

export const planColumns = (alias: string): string =>
  `${['council_id', 'metric', 'version', 'status', 'interpolation', 'tolerance', 'points', 'note'].map((c) => `${alias}.${c}`).join(', ')}, ${alias}.agreed_on::text as agreed_on`;

export const toPlan = (row: PlanRow): AgreedPlan => ({
  councilId: row.council_id,
  metric: row.metric,
  version: row.version,
  status: row.status,
  interpolation: row.interpolation,
  tolerance: Number(row.tolerance),
  points: row.points,
  agreedOn: row.agreed_on,
  note: row.note,
});
