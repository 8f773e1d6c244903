import type { Browser } from 'playwright-core';
import { signIn } from '../open-browser.js';
import { DESK, ZOOMED, type Windows } from './look-over.js';

/** The windows of each persona at each service: opened once, with one signing-in for both. */
export class OpenWindows {
  private readonly open = new Map<string, Windows>();

  constructor(private readonly browser: Browser) {}

  async of(web: string, persona: string | null): Promise<Windows> {
    const key = `${web} ${persona ?? ''}`;
    const known = this.open.get(key);
    if (known) return known;
    const { context, page: desk } = await signIn(this.browser, web, persona);
    await desk.setViewportSize(DESK);
    const narrow = await this.browser.newContext({
      ...{ baseURL: web, viewport: ZOOMED, javaScriptEnabled: false },
      storageState: await context.storageState(),
    });
    const windows = { desk, plain: await narrow.newPage() };
    this.open.set(key, windows);
    return windows;
  }
}
