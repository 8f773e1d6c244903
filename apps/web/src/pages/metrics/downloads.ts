import { addresses } from '../../addresses/addresses.js';
import { withQuery } from '../../addresses/with-query.js';
import { metricWords } from '../../words/metric.words.js';
import { knownOf, type FiguresFilter } from '../figures/figures-filter.js';

/** Files to be downloaded from a page: plain links, with the day that the page shows. */
export type Downloads = {
  readonly title: string;
  readonly intro: string;
  readonly links: readonly { readonly text: string; readonly href: string }[];
};

export const councilDownloads = (
  councilKey: string,
  code: string,
  filter: FiguresFilter,
): Downloads => ({
  title: metricWords.downloads,
  intro: metricWords.downloadsOfCouncil,
  links: [
    {
      text: metricWords.download.csv,
      href: withQuery(addresses.monthlyFile(councilKey, code), { known: knownOf(filter) }),
    },
  ],
});
