import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addresses } from '../addresses/addresses.js';
import { words } from './index.js';

const views = join(dirname(fileURLToPath(import.meta.url)), '../../views');
const templates = readdirSync(views, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.njk'))
  .map((name) => [name, readFileSync(join(views, name), 'utf8')] as const);

const lookUp = (root: object, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (at, step) =>
        typeof at === 'object' && at ? (at as Record<string, unknown>)[step] : undefined,
      root,
    );

describe('templates', () => {
  it.each(templates)('%s names only words and addresses that exist', (_, text) => {
    for (const [, path = ''] of text.matchAll(/\bw\.([a-zA-Z.]+)/g)) {
      expect([path, typeof lookUp(words, path)]).toEqual([path, 'string']);
    }
    for (const [, path = ''] of text.matchAll(/\bto\.([a-zA-Z]+)/g)) {
      expect([path, typeof lookUp(addresses, path)]).toEqual([path, 'string']);
    }
  });

  it.each(templates)('%s says nothing by itself: every word is in the catalogue', (_, text) => {
    const said = text
      .replaceAll(/\{#[\s\S]*?#\}|\{%[\s\S]*?%\}|\{\{[\s\S]*?\}\}/g, '')
      .replaceAll(/<[^>]*>/g, '')
      .replaceAll(/[^a-zA-Z]+/g, ' ');
    expect(said.trim()).toBe('');
  });

  it.each(templates)('%s carries no inline style and no inline script', (_, text) => {
    expect(text).not.toMatch(/style=|onclick=|<script>/);
  });
});

describe('the catalogue', () => {
  const everything = JSON.stringify(words);

  it.each(['outlier', 'failing', 'underperform', 'league', 'backlog', 'suppressed', 'N/A'])(
    'does without “%s”',
    (word) => {
      expect(everything.toLowerCase()).not.toContain(word.toLowerCase());
    },
  );
});
