import type {
  BackTest,
  BackTestedCouncil,
  BackTestEpisode,
  BackTestResult,
  BackTestStatus,
} from '#application/ports';

export type BackTestRow = {
  id: string;
  programme_id: number;
  status: BackTestStatus;
  rule: BackTest['rule'];
  beside: BackTest['beside'];
  as_known: BackTest['asKnown'];
  asked_at: Date;
  asked_by: string;
  done: number;
  councils: number;
  finished_at: Date | null;
  sentence: string | null;
  result: Kept<BackTestResult> | null;
};
export const BACK_TEST_COLUMNS = `id, programme_id, status, rule, beside, as_known, asked_at, asked_by, done, councils,
  finished_at, sentence, result`;

/** As JSON has it: moments are texts. */
type Kept<Of extends { readonly episodes: readonly BackTestEpisode[] }> = Omit<Of, 'episodes'> & {
  readonly episodes: readonly KeptEpisode[];
};
type KeptEpisode = Omit<BackTestEpisode, 'openedAt' | 'firedAt' | 'clearedAt' | 'steps'> & {
  readonly openedAt: string;
  readonly firedAt: string | null;
  readonly clearedAt: string | null;
  readonly steps: readonly (Omit<BackTestEpisode['steps'][number], 'at'> & {
    readonly at: string;
  })[];
};

export const toBackTest = (row: BackTestRow): BackTest => ({
  id: row.id,
  programmeId: row.programme_id,
  status: row.status,
  rule: row.rule,
  beside: row.beside,
  asKnown: row.as_known,
  askedAt: row.asked_at,
  askedBy: row.asked_by,
  done: row.done,
  of: row.councils,
  finishedAt: row.finished_at,
  sentence: row.sentence,
  result: row.result && { ...row.result, episodes: row.result.episodes.map(toEpisode) },
});

export const toBackTestedCouncil = (kept: Kept<BackTestedCouncil>): BackTestedCouncil => ({
  ...kept,
  episodes: kept.episodes.map(toEpisode),
});
export type KeptCouncil = Kept<BackTestedCouncil>;

const toEpisode = (kept: KeptEpisode): BackTestEpisode => ({
  ...kept,
  openedAt: new Date(kept.openedAt),
  firedAt: kept.firedAt === null ? null : new Date(kept.firedAt),
  clearedAt: kept.clearedAt === null ? null : new Date(kept.clearedAt),
  steps: kept.steps.map((step) => ({ ...step, at: new Date(step.at) })),
});
