import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { REFUSALS } from '#domain';
import { openPages, PERSONA_KEYS, type PageReader, type ReadPage } from '#testing/web';
import { everyVisit } from '../browser/states/pages-and-states.js';
import type { Visit } from '../browser/states/visit.js';
import { pseudo, translate } from './pseudo-language.js';
import { textsOf, textsOfData, untranslated } from './texts-of-pages.js';

const catalogue = join(dirname(fileURLToPath(import.meta.url)), '../../apps/web/src/words');

it('says a text in the pseudo-language, and leaves alone what it is given', () => {
  const words = translate({ of: (name: string) => `Figures of ${name}.`, mark: 'act', all: ['A'] });
  expect(pseudo('Save')).toBe('⟦Šáṽé⟧');
  expect(words.of('Rutland')).toBe('⟦Ƒíĝúŕéš óƒ Rutland.⟧');
  expect([words.mark, words.all]).toEqual(['act', ['⟦Á⟧']]);
});

/** What a visit shows: the page, or the answer to its form. */
async function visited(reader: PageReader, { at, press }: Visit): Promise<ReadPage> {
  const page = await reader.get(at);
  if (press === undefined) return page;
  const said = pseudo(press);
  const button = page.$('button').filter((_, one) => page.$(one).text().trim() === said);
  const form = button.first().closest('form[method=post]');
  const action = form.attr('action');
  if (action === undefined || form.attr('enctype') !== undefined) return page;
  return reader.post(action, { action: button.first().attr('value') ?? '' });
}

it('no page says a word that is not in the catalogue', async () => {
  // Before any page is made: what reads a word when it is loaded reads the translated one.
  for (const file of readdirSync(catalogue).filter((name) => name.endsWith('.words.ts'))) {
    const address = `../../apps/web/src/words/${file.replace(/\.ts$/, '.js')}`;
    const parts = (await import(address)) as Record<string, object>;
    for (const part of Object.values(parts)) translate(part);
  }
  for (const refusal of Object.values(REFUSALS)) translate(refusal);
  const { createWebApp } = await import('../../apps/web/src/web-app.js');
  const { refuseEverything } = await import('../browser/states/strained-pages.js');
  const pages = await openPages((parts) => {
    refuseEverything(parts.door);
    return createWebApp(parts);
  });
  const data = textsOfData(await pages.door.programme.current());
  const readers = new Map<string | null, PageReader>([[null, pages.newReader()]]);
  for (const [title, key] of PERSONA_KEYS) readers.set(title, await pages.signedIn(key));
  const missed = new Set<string>();
  const known = new Set<string>();
  const routes = new Set<string>();
  const read = new Set<string>();
  for (const { visit, shows } of everyVisit()) {
    const shown = shows.map((one) => one.replace(/: .*/, ''));
    for (const route of shown) routes.add(route);
    const reader = readers.get(visit.as);
    if (!reader) continue;
    const page = await visited(reader, visit);
    if (page.$('h1').length === 0) continue;
    if (page.status !== 404) for (const route of shown) read.add(route);
    // What is wrong with a rule is said in the language of rules, as the api says it.
    if (visit.at.startsWith('/alert-rules/'))
      page.$('.govuk-error-message, .govuk-error-summary__list').remove();
    for (const text of textsOf(page.$)) {
      if (known.has(text)) continue;
      known.add(text);
      const left = untranslated(text, data);
      if (/[A-Za-z]{3}/.test(left)) missed.add(`${shown[0]}: ${left} (in: ${text})`);
    }
  }
  await pages.close();
  expect([...missed]).toEqual([]);
  expect([...routes].filter((route) => !read.has(route))).toEqual([]);
}, 600_000);
