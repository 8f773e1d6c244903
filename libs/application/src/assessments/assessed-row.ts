import type { BandAssessment, FunnelAssessment, SeriesAssessment } from '#domain/assessment';
import type { AssessmentRecord } from '../ports/index.js';

/** An assessment as it is kept, of one kind of subject. */
export type Assessed<Result> = Omit<AssessmentRecord, 'result'> & { readonly result: Result };
export type AssessedRow = Assessed<SeriesAssessment>;

export const isOfSeries = (record: AssessmentRecord): record is AssessedRow =>
  'chart' in record.result;
export const isFunnel = (record: AssessmentRecord): record is Assessed<FunnelAssessment> =>
  'funnel' in record.result;
export const isBand = (record: AssessmentRecord): record is Assessed<BandAssessment> =>
  'periods' in record.result;
