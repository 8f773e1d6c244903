import type { AssessmentKind, AssessmentRecord, AssessmentResult } from '#application/ports';

export type AssessmentRow = {
  metric: string;
  kind: AssessmentKind;
  subject: string;
  council_id: number | null;
  published: boolean;
  provisional: boolean;
  inputs_hash: string;
  options_version: number;
  result: AssessmentResult;
  assessed_at: Date;
  known_seq: string;
};

export const ASSESSMENT_COLUMNS =
  'metric, kind, subject, council_id, published, provisional, inputs_hash, options_version, result, assessed_at, known_seq';

export const toAssessment = (row: AssessmentRow): AssessmentRecord => ({
  metric: row.metric,
  kind: row.kind,
  subject: row.subject,
  councilId: row.council_id,
  published: row.published,
  provisional: row.provisional,
  inputsHash: row.inputs_hash,
  optionsVersion: row.options_version,
  result: row.result,
  assessedAt: row.assessed_at,
  knownSeq: Number(row.known_seq),
});
