import type { AssessedSeries } from '#application/assessments';
import {
  PackPainter,
  type PackDocument,
  type PaintedPart,
  type Programme,
} from '#application/ports';
import { addresses } from '../addresses/addresses.js';
import { formatMoment } from '../format/format-time.js';
import { imageOf, takenPicture } from '../pages/figures/chart-files.js';
import { chartsOf } from '../pages/figures/improvement-figure.js';
import { seriesFigure } from '../pages/figures/series-figure.js';
import { showSeries } from '../pages/figures/show-series.js';
import { PageRenderer } from '../render/page-renderer.js';
import { packWords as w } from '../words/pack.words.js';
import { siteWords } from '../words/site.words.js';
import { DOCUMENT_STYLE } from './document-style.js';

/**
 * Draws evidence packs by what the pages draw their own charts with. A chart says when the newest of its figures was known, and the
 * path of its page, without a host and without the pack: so it changes with its figures alone.
 */
export class PagePackPainter extends PackPainter {
  private readonly renderer = new PageRenderer();

  override chart(assessed: AssessedSeries, programme: Programme): string | null {
    const { metric, area, points } = assessed.series;
    const shown = showSeries(assessed, { programme, from: null });
    const { register } = programme;
    const council = register.councils.find(
      ({ id }) => area.kind === 'council' && id === area.councilId,
    );
    const chartOf = chartsOf(council?.key ?? '', '');
    const { title, chart } = seriesFigure(shown, {
      ...{ id: metric.code, heading: metric.title, chartOf },
      ...{ size: 'wide', range: null, asKnownOn: null },
    });
    const newest = Math.max(...points.map(({ knownAt }) => knownAt.getTime()));
    return imageOf(takenPicture({ title, chart, series: shown.series }), {
      address: chartOf(metric),
      asKnown: w.chart.newest(formatMoment(new Date(newest))),
    });
  }

  override document({ manifest, demonstration, measures }: PackDocument): string {
    const { title, question, note, id, release, knownSeq } = manifest;
    const model = {
      ...{ title, question, note, programme: manifest.programme, style: DOCUMENT_STYLE },
      labels: [
        siteWords.managementInformation,
        ...(demonstration
          ? [`${siteWords.demonstrationTag} ${siteWords.demonstration(null)}`]
          : []),
      ],
      lines: [
        w.document.made(manifest.madeBy, formatMoment(new Date(manifest.madeAt))),
        w.document.known(
          formatMoment(new Date(manifest.asKnownAt)),
          knownSeq.toLocaleString('en-GB'),
        ),
        w.document.rule,
        w.document.address(id),
        w.document.release(release),
      ],
      address: addresses.pack(id),
      measures: measures.map(({ metric, parts }, n) => ({
        ...{ id: metric.code, title: metric.title, why: metric.why },
        definition: w.document.definition(`${metric.major}.${metric.minor}`),
        councils: parts.map((part, m) => partOf(part, `${n}-${m}`)),
      })),
    };
    return this.renderer.render('pack-document', { layout: {}, model });
  }
}

/** Many images stand in one document, where a name may stand but once. */
const partOf = ({ council, chart, waiting }: PaintedPart, place: string) => ({
  name: council,
  chart: chart?.replaceAll(/\bimage-(title|desc)\b/g, `image-${place}-$1`),
  waiting: waiting === 0 ? null : w.document.waiting(waiting),
});
