import type { Page } from 'playwright-core';

/** What the page notes while somebody goes through it by the Tab key. */
type Notes = {
  readonly met: number[];
  readonly unseen: string[];
};
type Noting = typeof globalThis & { cpmNotes?: Notes };

/**
 * Prepares a page for the Tab key: finds what can be focused, notes what each looks like without focus, and listens. Answers how
 * many there are. Of a group of radio buttons the Tab key meets one.
 */
const prepare = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const looksOf = (element: Element, pseudo?: string): string => {
      const style = getComputedStyle(element, pseudo);
      return [
        ...[style.outlineStyle, style.outlineWidth, style.outlineColor, style.boxShadow],
        ...[style.backgroundColor, style.borderColor, style.borderWidth],
      ].join();
    };
    // The design system draws the focus of a radio button on the label after it.
    const looks = (element: Element): string => {
      const after = element.nextElementSibling;
      return looksOf(element) + (after ? looksOf(after, '::before') : '');
    };
    const groups = new Set<string>();
    const isOfNewGroup = (element: HTMLInputElement): boolean => {
      const group = `${element.form?.action} ${element.name}`;
      const checked = document.querySelector(`input[name="${element.name}"]:checked`);
      if (groups.has(group) || (checked && checked !== element)) return false;
      groups.add(group);
      return true;
    };
    const all = [
      ...document.querySelectorAll<HTMLElement>(
        'a[href], button, input, select, textarea, summary, [tabindex]',
      ),
    ].filter(
      (element) =>
        element.tabIndex >= 0 &&
        element.getClientRects().length > 0 &&
        getComputedStyle(element).visibility === 'visible' &&
        !element.matches(':disabled, svg *') &&
        (!(element instanceof HTMLInputElement) ||
          element.type !== 'radio' ||
          isOfNewGroup(element)),
    );
    const before = all.map(looks);
    const notes: Notes = { met: [], unseen: [] };
    (globalThis as Noting).cpmNotes = notes;
    document.addEventListener('focusin', ({ target }) => {
      const element = target as HTMLElement;
      const place = all.indexOf(element);
      notes.met.push(place);
      const { bottom, top, left, right } = element.getBoundingClientRect();
      const isInWindow = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
      if (!isInWindow || looks(element) === before[place])
        notes.unseen.push(element.outerHTML.slice(0, 160));
    });
    // The Tab key goes on from here, wherever the page has put the focus.
    const start = document.createElement('span');
    start.tabIndex = -1;
    document.body.prepend(start);
    start.focus();
    notes.met.length = 0;
    notes.unseen.length = 0;
    (globalThis as Noting & { cpmAll?: Element[] }).cpmAll = all;
    start.remove();
    return all.length;
  });

/** What is wrong with a page for somebody who has a keyboard alone: one line a fault. Hidden parts must be open. */
export async function keyboardFaultsOf(page: Page): Promise<readonly string[]> {
  const count = await prepare(page);
  for (let n = 0; n < count; n += 1) await page.keyboard.press('Tab');
  return page.evaluate(() => {
    const { cpmNotes, cpmAll = [] } = globalThis as Noting & { cpmAll?: Element[] };
    const { met = [], unseen = [] } = cpmNotes ?? {};
    const html = (place: number): string => cpmAll[place]?.outerHTML.slice(0, 160) ?? 'elsewhere';
    const isInMain = (place: number): boolean => cpmAll[place]?.closest('main') !== null;
    const inOrder = met.every((place, index) => place === index);
    const missed = cpmAll.map((_, place) => place).filter((place) => !met.includes(place));
    const skip = cpmAll[0]?.getAttribute('href') ?? '';
    return [
      ...missed.map((place) => `by keyboard: never reached: ${html(place)}`),
      ...(inOrder || missed.length > 0 ? [] : ['by keyboard: in another order than on the page']),
      ...(!document.querySelector('.govuk-service-navigation') ||
      (skip.startsWith('#') && document.querySelector(skip))
        ? []
        : ['by keyboard: no way past the navigation comes first']),
      ...(cpmAll.some((_, place) => isInMain(place)) || !document.querySelector('main a')
        ? []
        : ['by keyboard: nothing of the main part']),
      ...unseen.map((one) => `by keyboard: the focus is not seen: ${one}`),
    ];
  });
}
