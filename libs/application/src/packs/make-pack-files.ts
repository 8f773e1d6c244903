import type { PackEntry, PackFileKind } from '#domain/packs';
import type { Digests, LeftOut, PackFile, PackPainter, Turns } from '../ports/index.js';
import {
  readPackSeries,
  settingOf,
  type PackAsk,
  type PackSeries,
  type PackSeriesPorts,
} from './pack-series.js';
import { packTable } from './pack-table.js';

export type PackFilePorts = PackSeriesPorts & {
  readonly painter: PackPainter;
  readonly digests: Digests;
  readonly turns: Turns;
};

/** Councils whose figures are read in one statement. */
const COUNCILS = 8;

const MEDIA_TYPES: Readonly<Record<PackFileKind, string>> = {
  data: 'text/csv; charset=utf-8',
  chart: 'image/svg+xml',
  document: 'text/html; charset=utf-8',
};

/** A text as a file of a pack, with its digest. */
export function packFile(
  { digests }: Pick<PackFilePorts, 'digests'>,
  file: { readonly path: string; readonly kind: PackFileKind; readonly content: string },
): PackFile {
  const bytes = new TextEncoder().encode(file.content).length;
  return {
    ...file,
    mediaType: MEDIA_TYPES[file.kind],
    bytes,
    sha256: digests.ofText(file.content),
  };
}

/** A file without its text, as a manifest names it. */
export const entryOf = ({ path, kind, mediaType, bytes, sha256 }: PackFile): PackEntry => ({
  ...{ path, kind, mediaType, bytes, sha256 },
});

/** What was made of one series. */
export type MadeSeries = Pick<PackSeries, 'council' | 'metric'> & {
  readonly chart: string | null;
  readonly waiting: number;
  readonly demonstration: boolean;
};

export type MadeFiles = {
  readonly files: readonly PackFile[];
  readonly series: readonly MadeSeries[];
  readonly leftOut: readonly LeftOut[];
};

/**
 * The data and the charts of a pack, a file for each measure and council, by path: from the record alone, so that the same ask gives
 * the same bytes. A series without a figure has none. Other work comes between two councils.
 */
export async function makePackFiles(ports: PackFilePorts, ask: PackAsk): Promise<MadeFiles> {
  const setting = await settingOf(ports, ask);
  const files: PackFile[] = [];
  const series: MadeSeries[] = [];
  const leftOut: LeftOut[] = [];
  for (let at = 0; at < ask.councils.length; at += COUNCILS) {
    const councils = ask.councils.slice(at, at + COUNCILS);
    const read = await readPackSeries(ports, { ...ask, councils }, setting);
    leftOut.push(...read.leftOut);
    for (const one of read.series) {
      const { points } = one.assessed.series;
      const chart = points.length === 0 ? null : ports.painter.chart(one.assessed, ask.programme);
      const place = `${one.metric.code}/${one.council.key}`;
      const data = packTable(one);
      if (data !== null)
        files.push(packFile(ports, { path: `data/${place}.csv`, kind: 'data', content: data }));
      if (chart !== null)
        files.push(packFile(ports, { path: `charts/${place}.svg`, kind: 'chart', content: chart }));
      series.push({
        ...{ council: one.council, metric: one.metric, chart, waiting: one.waiting.length },
        demonstration: points.some(({ demonstration }) => demonstration),
      });
      await ports.turns.give();
    }
  }
  return { files: files.sort(byPath), series, leftOut };
}

export const byPath = (a: { readonly path: string }, b: { readonly path: string }): number =>
  a.path < b.path ? -1 : Number(a.path > b.path);
