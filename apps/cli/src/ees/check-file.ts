import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import {
  readScreenFile,
  screenDataFile,
  type EesReference,
  type ScreenFile,
  type Screened,
} from '#domain/ees';
import { readBytes } from './read-bytes.js';

/** Screens a data file with the metadata file beside it. A sentence where it cannot be read. */
export function checkFile(path: string, reference: EesReference): Screened | string {
  const data = fileAt(path);
  const beside = metadataOf(path);
  const metadata = beside === null ? null : fileAt(beside);
  if (typeof data === 'string') return data;
  if (typeof metadata === 'string') return metadata;
  return screenDataFile(data, metadata, reference);
}

function fileAt(path: string): ScreenFile | string {
  const bytes = readBytes(path);
  return typeof bytes === 'string'
    ? bytes
    : readScreenFile(basename(path).replace(/\.gz$/, ''), bytes);
}

/** The metadata of a data file: `x.meta.csv`, or what else is called `x.meta` or `x_meta`. */
function metadataOf(path: string): string | null {
  const stem = basename(path).replace(/(\.[a-z0-9]+)?(\.gz)?$/i, '');
  const expected = join(dirname(path), `${stem}.meta.csv`);
  if (existsSync(expected)) return expected;
  const other = readdirSync(dirname(path)).find((name) =>
    ['.meta.', '_meta.'].some((mark) => name.startsWith(`${stem}${mark}`)),
  );
  return other === undefined ? null : join(dirname(path), other);
}

/** The data files in a folder, at any depth, in order. */
export const dataFilesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.csv(\.gz)?$/.test(name) && !/\.meta\.csv(\.gz)?$/.test(name))
    .toSorted()
    .map((name) => join(folder, name));
