import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { REFUSALS } from '#domain';
import { textPageWords } from '../../apps/web/src/words/text-page.words.js';
import { isRunning, textsOf } from './running-text.js';
import { readingAge } from './reading-age.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const catalogue = join(root, 'apps/web/src/words');
const MOST = 14;

/** The words of the glossary, and the titles of measures. */
const terms = [
  ...[...readFileSync(join(root, 'docs/glossary.md'), 'utf8').matchAll(/^\| ([^|]+?) +\|/gm)]
    .map(([, term = '']) => term)
    .slice(2),
  ...readdirSync(join(root, 'programmes/send-ap/metrics')).flatMap((name) =>
    [
      ...readFileSync(join(root, 'programmes/send-ap/metrics', name), 'utf8').matchAll(
        /"title": "([^"]+)"/g,
      ),
    ].map(([, title = '']) => title),
  ),
  ...['Department for Education', 'GOV.UK Design System', 'Web Content Accessibility Guidelines'],
];

const files = await Promise.all(
  readdirSync(catalogue)
    .filter((name) => name.endsWith('.words.ts'))
    .map(async (name) => {
      const address = `../../apps/web/src/words/${name.replace(/\.ts$/, '.js')}`;
      const parts = (await import(address)) as Record<string, unknown>;
      return [name, textsOf(Object.values(parts)).filter(isRunning)] as const;
    }),
);
const textPages = Object.entries(textPageWords).map(
  ([name, page]) => [`the page ${name}`, textsOf(page).filter(isRunning)] as const,
);
const guides = readdirSync(join(root, 'docs/guides'))
  .filter((name) => name.endsWith('.md'))
  .map((name) => {
    const text = readFileSync(join(root, 'docs/guides', name), 'utf8')
      .replaceAll(/^```[\s\S]*?^```$/gm, '')
      .replaceAll(/!\[[^\]]*\]\([^)]*\)|^#.*$/gm, '');
    const paragraphs = text
      .split(/\n\n|\n(?=\d\. |- )/)
      .map((one) => one.replaceAll(/[`*_]|\]\([^)]*\)|\[/g, ''));
    return [name, paragraphs.filter(isRunning)] as const;
  });
const refusals = Object.values(REFUSALS).flatMap(({ message, fix }) => [message, fix]);

it('counts as the formula does', () => {
  // 13 words in 2 sentences, 15 syllables.
  const text = 'The cat sat on the mat. A dog was under the table then.';
  expect(readingAge([text], [])).toBeCloseTo((0.39 * 13) / 2 + (11.8 * 15) / 13 - 15.59 + 5, 6);
  expect(readingAge(['An idempotency key is a word.'], ['idempotency key'])).toBeLessThan(5);
});

it.each(
  [...files, ...textPages, ...guides, ['refusals', refusals] as const].filter(
    ([, texts]) => texts.length > 2,
  ),
)('what %s says can be read at the age of 14', (_, texts) => {
  expect(readingAge(texts, terms)).toBeLessThanOrEqual(MOST);
});
