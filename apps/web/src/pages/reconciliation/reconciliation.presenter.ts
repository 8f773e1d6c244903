import type { ReconciledBox, Reconciliation } from '#application/figures';
import { subtractDecimals } from '#domain/decimal';
import type { ReturnDefinition } from '#domain/metrics';
import { MONTHS } from '#domain/periods';
import { addresses } from '../../addresses/addresses.js';
import { formatNumber } from '../../format/format-number.js';
import { reconciliationWords as words } from '../../words/reconciliation.words.js';
import { cell, numberCell, type Table } from '../tables.js';

const numberIn = (box: ReconciledBox, value: string | null) =>
  numberCell(value === null ? words.none : formatNumber(value, box.box));

/** `June 2025` for a day of it: when a publication is expected is known to the month. */
const monthOfDay = (day: string): string =>
  `${MONTHS[Number(day.slice(5, 7)) - 1] ?? ''} ${day.slice(0, 4)}`;

function saidOf(box: ReconciledBox): string {
  const { publication, gap, missing, published } = box;
  if (publication.kind === 'expected') return words.expected(monthOfDay(publication.on));
  if (published === null) return words.notPublished;
  if (missing.length === 12) return words.noMonths;
  if (gap === null) return words.missing(missing.map((month) => MONTHS[month - 1] ?? ''));
  if (gap.months === gap.published) return words.equal;
  return gap.wide ? words.apart : words.near;
}

const differenceOf = (box: ReconciledBox): string | null =>
  box.gap && box.sum !== null && box.published !== null
    ? subtractDecimals(box.sum, box.published)
    : null;

const summaryTable = (boxes: readonly ReconciledBox[]): Table => ({
  caption: words.summary,
  head: [
    { text: words.head.number },
    { text: words.head.sum, numeric: true },
    { text: words.head.published, numeric: true },
    { text: words.head.difference, numeric: true },
    { text: words.head.said },
  ],
  rows: boxes.map((box) => [
    cell(box.box.title),
    numberIn(box, box.sum),
    numberIn(box, box.published),
    numberIn(box, differenceOf(box)),
    { ...cell(saidOf(box)), note: box.provisional ? words.provisional : undefined },
  ]),
});

const monthTable = (boxes: readonly ReconciledBox[]): Table => ({
  caption: words.months,
  head: [
    { text: words.head.number },
    ...MONTHS.map((month) => ({ text: month.slice(0, 3), numeric: true })),
  ],
  rows: boxes.map((box) => [
    cell(box.box.title),
    ...box.months.map((value) => numberIn(box, value)),
  ]),
});

type Around = {
  readonly own: boolean;
  readonly years: readonly number[];
  readonly definition: Pick<ReturnDefinition, 'themes'>;
};

/** In the order of the form: "Of these" is said of the number above it. */
function asOnTheForm(
  boxes: readonly ReconciledBox[],
  { themes }: Around['definition'],
): readonly ReconciledBox[] {
  const order = themes.flatMap((theme) => theme.boxes);
  return boxes.toSorted((a, b) => order.indexOf(a.box.code) - order.indexOf(b.box.code));
}

/** A council's year: twelve months added up beside what is published, with what is known to set them apart. */
export function presentReconciliation(
  { council, year, ...all }: Reconciliation,
  { own, years, definition }: Around,
) {
  const boxes = asOnTheForm(all.boxes, definition);
  const page = (of: number): string =>
    own
      ? addresses.ownReconciliation(of, council.key)
      : addresses.councilReconciliation(council.key, of);
  return {
    title: words.title(council.name, year),
    section: own ? ('home' as const) : ('councils' as const),
    councilName: council.name,
    backLink: own
      ? { href: `${addresses.council}?council=${council.key}`, text: council.name }
      : { href: addresses.councilPage(council.key), text: council.name },
    summary: boxes.length > 0 ? summaryTable(boxes) : null,
    months: boxes.length > 0 ? monthTable(boxes) : null,
    notes: boxes
      .filter(({ note }) => note !== '')
      .map(({ box, publishedMetric, note }) => ({
        key: { text: box.title },
        value: { text: `${note} (${publishedMetric.title})` },
      })),
    years: years
      .filter((one) => one !== year)
      .map((one) => ({ text: String(one), href: page(one) })),
    prePublication: true,
  };
}
