import type { Page } from 'playwright-core';
import { faultsOf, overflowOf } from '../open-browser.js';
import { keyboardFaultsOf } from './keyboard.js';
import type { Visit } from './visit.js';

/** A page read with scripts at a desk, and the same page read without them in the narrowest window. */
export type Windows = { readonly desk: Page; readonly plain: Page };

/** A desk, and what is left of it at 400%: 320 by 256 CSS pixels. */
export const DESK = { width: 1280, height: 1024 };
export const ZOOMED = { width: 320, height: 256 };
/** A sheet of A4 at 96 dots an inch, less its margins. */
const SHEET = { width: 718, height: 1047 };

/** What belongs to a screen alone, and is not on paper. */
const NOT_ON_PAPER =
  '.govuk-service-navigation, .govuk-phase-banner, .govuk-skip-link, .govuk-button, .govuk-back-link, .govuk-footer__inline-list, .cpm-who, .cpm-filter, .cpm-files';

/** Goes the way of a visit; afterwards the page is in the state that it is for. */
export async function go(page: Page, { at, follow, type, press }: Visit): Promise<void> {
  await page.goto(at);
  if (follow !== undefined) {
    const link = await page.locator(follow).first().getAttribute('href');
    await page.goto(link ?? '');
  }
  for (const [id, text] of Object.entries(type ?? {})) {
    const field = page.locator(`#${id}`);
    if ((await field.count()) > 0) await field.fill(text);
  }
  if (press !== undefined)
    await page.getByRole('button', { name: press, exact: true }).first().click();
}

const textOf = async (page: Page): Promise<string> =>
  ((await page.locator('main').textContent()) ?? '').replaceAll(/\s+/g, ' ').trim();

/** Texts that stand outside of what is seen of their box, so that a part of them is lost. */
const cutOff = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((element) => {
        const { overflowX, clip, display } = getComputedStyle(element);
        const isCut = overflowX === 'hidden' || overflowX === 'clip';
        const isSeen = element.clientWidth > 1 && display !== 'inline' && clip === 'auto';
        return isCut && isSeen && element.scrollWidth > element.clientWidth + 1;
      })
      .map((element) => element.outerHTML.slice(0, 160)),
  );

async function fitsIn(page: Page, where: string): Promise<readonly string[]> {
  const [over, cut] = [await overflowOf(page), await cutOff(page)];
  return [
    ...(over > 0 ? [`${where}: ${over} pixels too wide`] : []),
    ...cut.map((html) => `${where}: cut off: ${html}`),
  ];
}

async function faultsInPrint(page: Page): Promise<readonly string[]> {
  await page.setViewportSize(SHEET);
  await page.emulateMedia({ media: 'print' });
  const faults = [...(await fitsIn(page, 'in print'))];
  if (!(await page.locator('h1').first().isVisible())) faults.push('in print: no heading');
  const left = await page
    .locator(NOT_ON_PAPER)
    .evaluateAll((all) =>
      all
        .filter((one) => one.getClientRects().length > 0)
        .map((one) => one.getAttribute('class') ?? ''),
    );
  faults.push(...left.map((name) => `in print: ${name} is of no use on paper`));
  await page.emulateMedia({ media: null });
  await page.setViewportSize(ZOOMED);
  return faults;
}

/** Everything that is wrong with a page in the state of a visit: one line a fault, and none where all is well. */
export async function lookOver({ desk, plain }: Windows, visit: Visit): Promise<readonly string[]> {
  const faults: string[] = [];
  const heard = (line: string): void => void faults.push(`reports: ${line}`);
  const onError = (error: Error): void => heard(error.message);
  const onConsole = (message: { type(): string; text(): string }): void => {
    // A page that is meant to be refused is reported by the browser, too.
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text()))
      heard(message.text());
  };
  desk.on('pageerror', onError);
  desk.on('console', onConsole);

  await go(desk, visit);
  const text = await textOf(desk);
  const { says = '' } = visit;
  if (!text.includes(says)) faults.push(`does not say “${says}”`);
  faults.push(...(await fitsIn(desk, 'at 1280 pixels')));
  faults.push(...(await faultsOf(desk)).map((line) => `axe: ${line}`));
  faults.push(...(await keyboardFaultsOf(desk)));
  desk.off('pageerror', onError);
  desk.off('console', onConsole);

  await go(plain, visit);
  const plainText = await textOf(plain);
  const saysInstead = visit.needsScripts === true && (await plain.locator('noscript').count()) > 0;
  if (plainText !== text && !saysInstead) faults.push('without scripts: another text');
  faults.push(...(await fitsIn(plain, 'at 320 pixels and 400%')));
  faults.push(...(await faultsInPrint(plain)));
  return faults;
}
