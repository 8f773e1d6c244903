import type { KnownCorrection, ListedPack, OpenedPack } from '#application/packs';
import { storedCodes } from '#application/figures';
import type { PageOf, Programme } from '#application/ports';
import type { Metric } from '#domain/metrics';
import { addresses } from '../../addresses/addresses.js';
import { figureWords } from '../../format/format-figure.js';
import { listOf } from '../../format/format-list.js';
import { formatPeriodKey } from '../../format/format-period.js';
import { formatMoment } from '../../format/format-time.js';
import { packWords as w } from '../../words/pack.words.js';
import { cell, linkCell, numberCell, type Cell, type Table } from '../tables.js';

const { page: p } = w;

/** Packs, newest first, each with its mark. */
export function presentPacks(page: PageOf<ListedPack>, mayMake: boolean) {
  return {
    title: w.title,
    section: 'packs' as const,
    make: mayMake ? addresses.newPack : null,
    empty: page.items.length === 0 ? (mayMake ? w.nothingMaker : w.nothingReader) : null,
    older: page.next === null ? null : addresses.packsAfter(page.next),
    table: {
      caption: w.listCaption,
      head: Object.values(w.head).map((text) => ({ text })),
      rows: page.items.map((one) => [
        {
          ...linkCell(one.title, addresses.pack(one.id)),
          note: w.councils(one.councils),
          wide: true,
        },
        { ...cell(w.corrected(one.corrected)), wide: true },
        { ...cell(formatMoment(one.asKnownAt)), wide: true },
        { ...cell(formatMoment(one.madeAt)), note: w.by(one.madeBy), wide: true },
      ]),
    },
  };
}

/** One pack: what it is, whether it is whole, what was corrected since, and its files. */
export function presentPack(
  { pack, manifest, differences, corrected, corrections }: OpenedPack,
  { programme, mayMake }: { programme: Programme; mayMake: boolean },
) {
  const titleOf = (code: string): string =>
    programme.metrics.find((metric) => metric.code === code)?.title ?? code;
  return {
    title: manifest.title,
    section: 'packs' as const,
    backLink: { href: addresses.packs, text: w.title },
    mark: corrected > 0 ? w.corrected(corrected) : null,
    lines: [
      [p.question, manifest.question],
      ...(manifest.note === '' ? [] : [[p.note, manifest.note]]),
      [p.made, `${formatMoment(pack.madeAt)} ${w.by(manifest.madeBy)}`],
      [p.known, formatMoment(pack.asKnownAt)],
      [p.order, pack.knownSeq.toLocaleString('en-GB')],
      [p.measures, listOf(manifest.measures.map(titleOf))],
      [w.form.councils, w.councils(manifest.councils.length)],
      [p.release, manifest.release],
      [p.checksum, pack.checksum],
      [
        p.verified,
        differences.length === 0 ? p.whole(manifest.entries.length) : p.damaged(differences.length),
      ],
    ].map(([name = '', value = '']) => ({ key: { text: name }, value: { text: value } })),
    damaged: differences.map(({ path, what }) => `${path} ${p.what[what]}`),
    print: addresses.packPrint(pack.id),
    archive: addresses.packArchive(pack.id),
    manifest: addresses.packManifest(pack.id),
    again: mayMake ? addresses.packAgain(pack.id) : null,
    since: corrected > 0 ? sinceOf(corrections, { programme, manifest, mayMake }) : null,
    cut: corrections.length < corrected ? p.sinceShort(corrections.length, corrected) : null,
    hidden: mayMake ? null : p.sinceHidden,
    filesSummary: p.filesShow(manifest.entries.length),
    files: {
      caption: p.files,
      head: Object.values(p.filesHead).map((text) => ({
        text,
        numeric: text === p.filesHead.bytes,
      })),
      rows: manifest.entries.map(({ path, kind, bytes, sha256 }) => [
        linkCell(path, addresses.packFile(pack.id, path)),
        cell(p.kinds[kind]),
        numberCell(bytes.toLocaleString('en-GB')),
        cell(sha256),
      ]),
    },
  };
}

type Around = Pick<OpenedPack, 'manifest'> & {
  readonly programme: Programme;
  readonly mayMake: boolean;
};

function sinceOf(corrections: readonly KnownCorrection[], around: Around): Table {
  const { after, ...short } = p.sinceHead;
  const { council, figure, period, before, known, why } = short;
  const heads = around.mayMake
    ? [council, figure, period, before, after, known, why]
    : [council, figure, period, before, known, why];
  return {
    caption: p.since,
    head: heads.map((text) => ({ text, numeric: text === before || text === after })),
    rows: corrections.map((one) => rowOf(one, around)),
  };
}

function rowOf(one: KnownCorrection, { programme, manifest, mayMake }: Around): readonly Cell[] {
  const council = programme.register.councils.find(({ id }) => id === one.councilId);
  const metric = programme.metrics.find(({ code }) => code === one.metric);
  const used = measuresWith(one.metric, manifest.measures, programme.metrics);
  return [
    cell(council?.name ?? ''),
    {
      ...cell(metric?.title ?? one.metric),
      note: used.length === 0 ? undefined : p.partOf(listOf(used)),
      wide: true,
    },
    cell(formatPeriodKey(one.period)),
    numberCell(saidOf(one.before, metric)),
    ...(mayMake && one.after
      ? [
          {
            ...numberCell(saidOf(one.after, metric)),
            note: one.approved ? p.approved : p.provisional,
          },
        ]
      : []),
    { ...cell(formatMoment(one.knownAt)), wide: true },
    {
      ...cell(one.reason ? w.reasons[one.reason.kind] : p.noReason),
      note: one.reason?.text ?? undefined,
      wide: true,
    },
  ];
}

/** The pack's measures that a stored figure is part of, other than itself. */
function measuresWith(
  code: string,
  measures: readonly string[],
  metrics: readonly Metric[],
): readonly string[] {
  return metrics
    .filter((metric) => measures.includes(metric.code) && metric.code !== code)
    .filter((metric) => storedCodes(metric).includes(code))
    .map(({ title }) => title);
}

function saidOf({ state, value }: KnownCorrection['before'], metric: Metric | undefined): string {
  if (state === 'withdrawn') return p.withdrawn;
  const unit = metric ?? { unit: 'count', decimals: 0 };
  return figureWords({ state, value, denominator: null }, unit);
}
