import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const own = join(dirname(fileURLToPath(import.meta.url)), '../../public');
const govuk = join(
  dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json')),
  'dist/govuk',
);

export type Asset = { readonly body: string; readonly type: string; readonly tag: string };

/**
 * The design system's style without what belongs to GOV.UK alone: its typeface may only be used on that site, and
 * neither may its crest. Arial, the next of its own fonts, is used instead.
 */
const withoutReservedMarks = (css: string): string =>
  css
    .replaceAll(/@font-face\{[^}]*\}/g, '')
    .replaceAll(/"?GDS Transport"?,/g, '')
    .replaceAll(/url\(\/assets\/images\/govuk-crest\.svg\)/g, 'none');

const asIs = (text: string): string => text;
const css = 'text/css; charset=utf-8';
const js = 'text/javascript; charset=utf-8';
const FILES = [
  ['govuk.css', join(govuk, 'govuk-frontend.min.css'), css, withoutReservedMarks],
  ['govuk.js', join(govuk, 'govuk-frontend.min.js'), js, asIs],
  ['app.css', join(own, 'app.css'), css, asIs],
  ['board.css', join(own, 'board.css'), css, asIs],
  ['start.js', join(own, 'start.js'), js, asIs],
  ['live.js', join(own, 'live.js'), js, asIs],
  ['again.js', join(own, 'again.js'), js, asIs],
  ['swap.js', join(own, 'swap.js'), js, asIs],
  ['counting-rules.js', join(own, 'counting-rules.js'), js, asIs],
  ['counting.js', join(own, 'counting.js'), js, asIs],
  ['favicon.svg', join(own, 'favicon.svg'), 'image/svg+xml', asIs],
] as const;

/** Every file that a page may ask for, read once. Nothing else on the disk can be asked for. */
export async function readAssets(): Promise<ReadonlyMap<string, Asset>> {
  const entries = FILES.map(async ([name, path, type, change]) => {
    const body = change(await readFile(path, 'utf8'));
    const tag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`;
    return [name, { body, type, tag }] as const;
  });
  return new Map(await Promise.all(entries));
}
