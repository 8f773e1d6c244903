import type { FigureRevision } from '#application/figures';
import type { PackUse } from '#application/ports';
import type { Metric } from '#domain/metrics';
import type { Council } from '#domain/register';
import { addresses } from '../../addresses/addresses.js';
import { figureWords } from '../../format/format-figure.js';
import { formatMoment } from '../../format/format-time.js';
import { historyWords } from '../../words/history.words.js';
import { returnWords } from '../../words/return.words.js';
import { cell, linkCell, numberCell, type Table } from '../tables.js';

export type FigureHistory = {
  readonly council: Council;
  readonly metric: Metric;
  /** Metrics by code: a measure's history is that of its boxes. */
  readonly metrics: readonly Metric[];
  readonly period: string;
  /** Newest first. */
  readonly revisions: readonly FigureRevision[];
  /** Evidence packs that have the figure, newest first. */
  readonly packs: readonly PackUse[];
  readonly backHref: string;
};

function said(revision: FigureRevision, metrics: readonly Metric[]): string {
  const { state } = revision;
  if (state === 'withdrawn') return historyWords.withdrawn;
  return figureWords(
    { ...revision, state },
    metrics.find(({ code }) => code === revision.metric) ?? { unit: 'count', decimals: 0 },
  );
}

function whyOf(revision: FigureRevision, isFirst: boolean): string {
  const { reason, withdrawal, state } = revision;
  if (withdrawal) {
    const words = state === 'withdrawn' ? historyWords.taken : historyWords.restored;
    return words(withdrawal.by, withdrawal.reason);
  }
  if (!reason) return isFirst ? historyWords.first : historyWords.noReason;
  return `${returnWords.reasonKinds[reason.kind] ?? reason.kind}. ${reason.text}`;
}

function approvalOf({ standing, approvedAt, approvedBy, state }: FigureRevision): string {
  if (state === 'withdrawn') return '–';
  if (standing === 'published') return historyWords.published;
  return approvedAt && approvedBy !== null
    ? historyWords.approvedBy(approvedBy, formatMoment(approvedAt))
    : historyWords.notApproved;
}

function tableOf({ revisions, metrics }: FigureHistory): Table {
  const { head } = historyWords;
  return {
    caption: historyWords.caption,
    head: [
      { text: head.known },
      { text: head.what },
      { text: head.before, numeric: true },
      { text: head.figure, numeric: true },
      { text: head.who },
      { text: head.why },
      { text: head.approved },
    ],
    rows: revisions.map((revision, index) => {
      const before = revisions.slice(index + 1).find(({ metric }) => metric === revision.metric);
      return [
        cell(formatMoment(revision.knownAt)),
        cell(revision.label),
        numberCell(before ? said(before, metrics) : '–'),
        numberCell(said(revision, metrics)),
        revision.standing === 'published'
          ? cell(revision.receivedBy)
          : linkCell(revision.receivedBy, addresses.receipt(revision.submissionId)),
        { ...cell(whyOf(revision, !before)), note: revision.comment ?? undefined },
        cell(approvalOf(revision)),
      ];
    }),
  };
}

/** The history of one figure: old and new, who, when and why. Nothing was ever written over. */
export function presentHistory(history: FigureHistory) {
  const { council, metric, period, revisions } = history;
  return {
    title: historyWords.title(metric.title, council.name, period),
    councilName: council.name,
    backLink: { href: history.backHref, text: council.name },
    table: revisions.length > 0 ? tableOf(history) : null,
    packs: history.packs.map(({ id, title, isEarlier }) => ({
      ...{ href: addresses.pack(id), title },
      says: isEarlier ? historyWords.pack.earlier : historyWords.pack.same,
    })),
    prePublication: metric.prePublication,
  };
}
