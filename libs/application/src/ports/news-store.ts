import type { Scope } from '#domain/access';
import type { Visit } from '#domain/visits';
import type { AlertRecord } from './alert-store.js';

/** When each person looked last; a person's own row and no other. */
export abstract class VisitStore {
  abstract ofActor(programmeId: number, actor: string): Promise<Visit | null>;
  /** A look that is older than the one on record changes nothing. */
  abstract save(programmeId: number, actor: string, visit: Visit): Promise<void>;
}

/** What came of figures: sent, sent again with other numbers, approved, answered without figures, taken back. */
export const FIGURES_NEWS = ['received', 'corrected', 'approval', 'answer', 'withdrawal'] as const;
/** What was said: by councils, by DfE in answer, and of milestones. */
export const SAID_NEWS = [
  'feedback',
  'feedback-answered',
  'milestone-planned',
  'milestone-done',
  'milestone-redated',
] as const;

export type FiguresNews = {
  readonly kind: (typeof FIGURES_NEWS)[number];
  readonly at: Date;
  readonly councilId: number;
  /** Null of an answer without figures. */
  readonly submissionId: string | null;
  /** Keys of the periods, in no order. */
  readonly periods: readonly string[];
  /** How many figures replaced others. */
  readonly corrected: number;
};

export type SaidNews = {
  readonly kind: (typeof SAID_NEWS)[number];
  readonly at: Date;
  readonly councilId: number;
  /** Of the feedback or the milestone. */
  readonly id: string;
  /** A milestone's title; null of feedback. */
  readonly title: string | null;
};

/** What is newer than a moment. Of each kind the newest, and how many there are. */
export type News = {
  /** By when they fired. */
  readonly opened: readonly AlertRecord[];
  readonly cleared: readonly AlertRecord[];
  readonly figures: readonly FiguresNews[];
  readonly said: readonly SaidNews[];
  /** How many there are of each kind, those that are not listed with them; a kind without any is 0. */
  readonly totals: Readonly<Record<NewsKind, number>>;
};

export type NewsKind = 'opened' | 'cleared' | FiguresNews['kind'] | SaidNews['kind'];

export type NewsQuery = {
  readonly programmeId: number;
  readonly councilIds: readonly number[];
  /** After this moment, and by `to`. */
  readonly from: Date;
  readonly to: Date;
  /** Of each kind at most so many. */
  readonly most: number;
};

export abstract class NewsReadModel {
  /** What is news in the scope: one statement for alerts, one for figures, one for what was said, each by an index on time. */
  abstract since(scope: Scope, query: NewsQuery): Promise<News>;
}
