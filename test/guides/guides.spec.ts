import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SHOTS } from './shots.js';

const folder = join(dirname(fileURLToPath(import.meta.url)), '../../docs/guides');
const images = join(folder, 'images');
const guides = readdirSync(folder).filter((name) => name.endsWith('.md'));
const MOST_BYTES = 80_000;

const named = guides.flatMap((name) =>
  [...readFileSync(join(folder, name), 'utf8').matchAll(/\]\(images\/([\w-]+)\.png\)/g)].map(
    ([, image = '']) => image,
  ),
);

it('the guides show every picture that the command takes, and no other', () => {
  const taken = Object.keys(SHOTS).sort();
  expect([...new Set(named)].sort()).toEqual(taken);
  expect(readdirSync(images).sort()).toEqual(taken.map((name) => `${name}.png`));
});

it.each(Object.keys(SHOTS))('%s.png is small enough to be kept', (name) => {
  expect(statSync(join(images, `${name}.png`)).size).toBeLessThan(MOST_BYTES);
});

it.each(guides)('%s describes each of its pictures in words', (name) => {
  const text = readFileSync(join(folder, name), 'utf8');
  for (const [, words = ''] of text.matchAll(/!\[([^\]]*)\]/g))
    expect(words.length).toBeGreaterThan(20);
});
