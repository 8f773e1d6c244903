import { createHash } from 'node:crypto';
import { Injectable, NotFoundException } from '@nestjs/common';
import { scopeOf, type Reader } from '#domain/access';
import { renderPng } from '../../charts/render-png.js';
import { formatMoment } from '../../format/format-time.js';
import { DownloadedFile } from '../../http/download.js';
import { ServiceDoor } from '../../service-door.js';
import { filesWords } from '../../words/files.words.js';
import {
  csvOf,
  imageOf,
  takenLines,
  takenSeries,
  type Taken,
  type TakenAway,
  type TakenFrom,
} from './chart-files.js';

/** Where people find the pages, without a slash at the end. */
export abstract class PagesOrigin {
  abstract readonly origin: string;
}

/** Painted images that are kept, some 250 kB each. */
const MOST_KEPT = 64;

export type Asked = {
  /** One of `CHART_FILES`. */
  readonly file: string;
  readonly reader: Reader;
  /** The page that the file stands beside, with its query. */
  readonly page: string;
  /** The day that the page speaks of, in words; null for today. */
  readonly asKnownOn: string | null;
};

/** Sends what is taken away from a page: a chart as an image, or its table. */
@Injectable()
export class ChartSender {
  /** By what is painted; the one that was not asked for longest is first. */
  private readonly kept = new Map<string, Promise<Uint8Array>>();

  constructor(
    private readonly door: ServiceDoor,
    private readonly pages: PagesOrigin,
  ) {}

  /** One series with its chart. Nothing to draw is not found. */
  send(taken: TakenAway, asked: Asked): Promise<DownloadedFile> {
    return this.sendTaken(takenSeries(taken), asked);
  }

  /** Nothing to draw is not found. */
  async sendTaken(taken: Taken, asked: Asked): Promise<DownloadedFile> {
    const from = await this.takenFrom(asked);
    const name = nameOf(...taken.name);
    if (asked.file === 'table.csv')
      return csvFile(name, csvOf(taken.table, takenLines(taken.figures, from)));
    const svg = imageOf(taken, from);
    if (svg === null) throw new NotFoundException();
    return asked.file === 'chart.svg'
      ? new DownloadedFile({ fileName: `${name}.svg`, type: 'image/svg+xml', content: [svg] })
      : new DownloadedFile({
          ...{ fileName: `${name}.png`, type: 'image/png' },
          content: [await this.painted(svg)],
        });
  }

  /** The address of a page as it is written on what is taken from it, and as of when it was. */
  async takenFrom({ reader, page, asKnownOn }: Omit<Asked, 'file'>): Promise<TakenFrom> {
    const address = `${this.pages.origin}${page}`;
    if (asKnownOn !== null) return { address, asKnown: filesWords.asKnownOn(asKnownOn) };
    const { register } = await this.door.programme.current();
    const { knownAt } = await this.door.figures.latest(scopeOf(reader), register.programmeId);
    const moment = formatMoment(knownAt ?? this.door.clock.now());
    return { address, asKnown: filesWords.asKnown(moment) };
  }

  private painted(svg: string): Promise<Uint8Array> {
    const key = createHash('sha256').update(svg).digest('hex');
    const image = this.kept.get(key) ?? renderPng(svg);
    this.kept.delete(key);
    this.kept.set(key, image);
    const [oldest] = this.kept.keys();
    if (this.kept.size > MOST_KEPT && oldest !== undefined) this.kept.delete(oldest);
    // One that could not be painted is tried again.
    image.catch(() => this.kept.delete(key));
    return image;
  }
}

const csvFile = (name: string, content: string): DownloadedFile =>
  new DownloadedFile({
    ...{ fileName: `${name}.csv`, type: 'text/csv; charset=utf-8' },
    content: [content],
  });

/** A name of letters, digits and dashes. */
const nameOf = (...parts: readonly string[]): string =>
  parts
    .join('-')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
