import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { readEnvironment } from '#platform/config';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The Chromium to use: `CHROMIUM_PATH`, or the first on the PATH. */
function chromiumPath(): string {
  const { CHROMIUM_PATH: given, PATH: path = '' } = readEnvironment();
  const found = path
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
    .find((candidate) => existsSync(candidate));
  const chosen = given ?? found;
  if (!chosen) throw new Error('No Chromium on the PATH: install one, or set CHROMIUM_PATH.');
  return chosen;
}

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumPath(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

export type Look = {
  readonly width: number;
  readonly scripts: boolean;
};

/** Signs in as a persona, named by its title, in a window of its own. */
export async function signIn(
  browser: Browser,
  web: string,
  persona: string | null,
  look: Look = { width: 1280, scripts: true },
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({
    baseURL: web,
    viewport: { width: look.width, height: 900 },
    javaScriptEnabled: look.scripts,
  });
  const page = await context.newPage();
  if (persona !== null) {
    await page.goto('/sign-in');
    await page.locator('form', { hasText: persona }).getByRole('button').click();
  }
  return { context, page };
}

type Violation = { readonly id: string; readonly nodes: readonly { readonly html: string }[] };

/** What axe finds on a page, with every hidden part opened first: one line a fault. */
export async function faultsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  // Through the debugging channel, which the page's own policy for scripts does not bind.
  const violations = await page.evaluate<readonly Violation[]>(
    `(() => { ${axe}; return axe.run(document).then((found) => found.violations); })()`,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
}

/** How many pixels a page is wider than its window. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
