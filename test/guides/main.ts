import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, signIn } from '../browser/open-browser.js';
import { startService } from '../browser/start-service.js';
import { go } from '../browser/states/look-over.js';
import { SHOTS, type Shot } from './shots.js';

const FOLDER = join(process.cwd(), 'docs/guides/images');
const WINDOW = { width: 720, height: 460 };

/** A part of a page as high as the window, a quarter smaller than it is read. */
async function take(page: Page, { visit, from }: Shot): Promise<Buffer> {
  await page.setViewportSize(WINDOW);
  await go(page, visit);
  await page.evaluate((start) => {
    document.body.style.zoom = '0.75';
    document.querySelector(start)?.scrollIntoView({ block: 'start' });
  }, from ?? 'main');
  return page.screenshot({ animations: 'disabled', caret: 'hide' });
}

async function takeAll(browser: Browser, web: string): Promise<void> {
  const pages = new Map<string | null, Page>();
  for (const [name, shot] of Object.entries(SHOTS)) {
    const { as } = shot.visit;
    const page = pages.get(as) ?? (await signIn(browser, web, as)).page;
    pages.set(as, page);
    const picture = await take(page, shot);
    await writeFile(join(FOLDER, `${name}.png`), picture);
    process.stdout.write(`${name}.png: ${Math.round(picture.byteLength / 1000)} kB\n`);
  }
}

// The pictures of docs/guides, taken of the demonstration: `npm run guides`.
await mkdir(FOLDER, { recursive: true });
const service = await startService();
const browser = await openBrowser();
try {
  await takeAll(browser, service.web);
} finally {
  await browser.close();
  await service.stop();
}
