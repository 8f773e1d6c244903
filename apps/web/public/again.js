// Looks every few seconds at a page that waits for work. Where no scripts run, a link does it.
import { readPage, swap } from '/assets/swap.js';

const EVERY_MS = 5000;
const region = document.querySelector('[data-again]');

async function lookAgain() {
  const fresh = (await readPage().catch(() => null))?.getElementById(region.id);
  if (fresh && fresh.innerHTML !== region.innerHTML) swap(region, fresh);
  if (!fresh || 'again' in fresh.dataset) setTimeout(lookAgain, EVERY_MS);
}

if (region) setTimeout(lookAgain, EVERY_MS);
