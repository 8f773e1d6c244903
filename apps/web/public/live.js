// Hears that something newer is known and reads this same page again, without losing the reader's place.
import { readPage, swap } from '/assets/swap.js';

const REGION = '[data-live]';
const news = document.getElementById('live-news');
let shownSeq = Number(document.querySelector(REGION)?.dataset.live ?? 0);
let wantedSeq = shownSeq;
let isReading = false;

async function readAgain() {
  if (isReading) return;
  isReading = true;
  try {
    while (shownSeq < wantedSeq) {
      const aim = wantedSeq;
      const page = await readPage();
      if (!page) return;
      for (const region of document.querySelectorAll(REGION)) {
        const fresh = page.getElementById(region.id);
        if (fresh) swap(region, fresh);
        if (news) news.textContent = region.dataset.liveWords;
      }
      shownSeq = aim;
    }
  } catch {
    // The next event, or a reload by hand, shows what was missed.
  } finally {
    isReading = false;
  }
}

const source = new EventSource('/live');
source.addEventListener('known', (event) => {
  wantedSeq = Math.max(wantedSeq, Number(event.data));
  void readAgain();
});
source.addEventListener('ended', () => source.close());
