import type { ImportPreview, PublishedImport } from '#application/ports';
import type { Metric } from '#domain/metrics';
import type { Register } from '#domain/register';
import { addresses } from '../../addresses/addresses.js';
import { formatPeriodKey } from '../../format/format-period.js';
import { formatDate, formatMoment } from '../../format/format-time.js';
import { publishedWords as w } from '../../words/published.words.js';
import { cell, numberCell, type Table } from '../tables.js';

type Known = {
  readonly register: Register;
  readonly metrics: readonly Metric[];
  readonly mayConfirm: boolean;
};

/** One upload: what it would change while it waits, what it came to afterwards. */
export function presentImport(one: PublishedImport, known: Known) {
  const { status, preview } = one;
  const isWaiting = status === 'previewed';
  const hasNews = preview !== null && preview.counts.new + preview.counts.changed > 0;
  return {
    title: w.fileTitle(one.fileName),
    section: 'published' as const,
    backLink: { href: addresses.published, text: w.back },
    status: w.statuses[status],
    lines: linesOf(one),
    sentence: one.sentence,
    again:
      status === 'received' || status === 'confirmed'
        ? {
            text: status === 'received' ? w.waiting : w.importing,
            href: addresses.publishedImport(one.id),
          }
        : null,
    done: one.outcome && one.outcome.periods.length > 0 ? doneTable(one.outcome) : null,
    preview: preview && status !== 'imported' ? presentPreview(preview, known) : null,
    nothingNew: isWaiting && !hasNews,
    confirm: isWaiting && hasNews && known.mayConfirm ? addresses.confirmImport(one.id) : null,
  };
}

function linesOf(one: PublishedImport): readonly string[] {
  const size = w.size((one.bytes / 1_000_000).toFixed(1));
  return [
    w.uploaded(one.uploadedBy, formatMoment(one.uploadedAt), size),
    w.publishedOn(formatDate(one.publishedOn)),
    ...(one.confirmedBy !== null && one.confirmedAt !== null
      ? [`${w.confirmedBy(one.confirmedBy, formatMoment(one.confirmedAt))}.`]
      : []),
    ...(one.status === 'previewed' ? [w.expires(formatMoment(one.expiresAt))] : []),
    ...(one.status === 'expired' ? [w.expired] : []),
  ];
}

function presentPreview(preview: ImportPreview, known: Known) {
  const { counts } = preview;
  return {
    lines: [
      w.what.mapping(preview.title, preview.series),
      w.what.rows(preview.rows, preview.rowsNotHeld),
      w.what.figures(preview.councilFigures, preview.seriesCount, preview.areaFigures),
    ],
    counts: {
      caption: w.what.caption,
      head: [
        { text: w.what.head.period },
        ...(['new', 'changed', 'same'] as const).map((kind) => ({
          text: w.what.head[kind],
          numeric: true,
        })),
      ],
      rows: [
        ...preview.periods.map((one) => [formatPeriodKey(one.period), one] as const),
        [w.what.all, counts] as const,
      ].map(([name, one]) => [
        cell(name),
        ...[one.new, one.changed, one.same].map((count) => numberCell(String(count))),
      ]),
    } satisfies Table,
    largest: preview.largest.length > 0 ? largestTable(preview, known) : null,
    oddities: [...preview.skipped.map(w.skipped), ...preview.oddities],
    findings: preview.findings.length > 0 ? findingsTable(preview) : null,
  };
}

function largestTable({ largest }: ImportPreview, { register, metrics }: Known): Table {
  const names = new Map(register.councils.map(({ id, name }) => [id, name]));
  const titles = new Map(metrics.map(({ code, title }) => [code, title]));
  const { head } = w.largest;
  return {
    caption: w.largest.caption,
    head: [
      ...[head.council, head.measure, head.period].map((text) => ({ text })),
      ...[head.before, head.after].map((text) => ({ text, numeric: true })),
    ],
    rows: largest.map((one) => [
      cell(names.get(one.councilId) ?? ''),
      cell(titles.get(one.metric) ?? one.metric),
      cell(formatPeriodKey(one.period)),
      numberCell(one.before),
      numberCell(one.after),
    ]),
  };
}

function findingsTable({ findings, moreFindings }: ImportPreview): Table {
  const { head, fault, advice, whole, more, caption, note } = w.findings;
  return {
    caption,
    head: [head.what, head.place, head.fix].map((text) => ({ text })),
    rows: findings.map((one) => [
      { text: one.message, note: one.isFault ? fault : advice },
      cell(one.place || whole),
      cell(one.fix),
    ]),
    notes: [note, ...(moreFindings > 0 ? [more(moreFindings)] : [])],
  };
}

const doneTable = ({ periods }: NonNullable<PublishedImport['outcome']>): Table => ({
  caption: w.done.caption,
  head: [{ text: w.done.head.period }, { text: w.done.head.taken, numeric: true }],
  rows: periods.map(({ period, accepted, received }) => [
    cell(formatPeriodKey(period)),
    numberCell(w.done.taken(accepted, received)),
  ]),
});
