import { EXPORT_FORMATS } from '#application/exports';
import { addresses } from '../../addresses/addresses.js';
import { metricWords } from '../../words/metric.words.js';
import type { FiguresFilter } from '../figures/figures-filter.js';

/** Files to be downloaded from a page: plain links, with the day that the page shows. */
export type Downloads = {
  readonly title: string;
  readonly intro: string;
  readonly links: readonly { readonly text: string; readonly href: string }[];
};

const on = (href: string, { known, asKnownOn }: FiguresFilter): string =>
  asKnownOn === null ? href : `${href}?known=${encodeURIComponent(known)}`;

export const metricDownloads = (code: string, filter: FiguresFilter): Downloads => ({
  title: metricWords.downloads,
  intro: metricWords.downloadsIntro,
  links: EXPORT_FORMATS.map((format) => ({
    text: metricWords.download[format],
    href: on(addresses.metricFile(code, format), filter),
  })),
});

export const councilDownloads = (
  councilKey: string,
  code: string,
  filter: FiguresFilter,
): Downloads => ({
  title: metricWords.downloads,
  intro: metricWords.downloadsOfCouncil,
  links: [
    { text: metricWords.download.csv, href: on(addresses.monthlyFile(councilKey, code), filter) },
  ],
});
