// Hears that something newer is known and reads this same page again, without losing the reader's place.
const REGION = '[data-live]';
const news = document.getElementById('live-news');
let shownSeq = Number(document.querySelector(REGION)?.dataset.live ?? 0);
let wantedSeq = shownSeq;
let isReading = false;

const focusable = (region) => [
  ...region.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]'),
];
const openDetails = (region) =>
  [...region.querySelectorAll('details[open][id]')].map((details) => details.id);

function swap(region, fresh) {
  const place = focusable(region).indexOf(document.activeElement);
  const open = openDetails(region);
  const { scrollX, scrollY } = window;
  region.innerHTML = fresh.innerHTML;
  for (const id of open) document.getElementById(id)?.setAttribute('open', '');
  if (place >= 0) focusable(region)[place]?.focus({ preventScroll: true });
  window.scrollTo(scrollX, scrollY);
}

async function readAgain() {
  if (isReading) return;
  isReading = true;
  try {
    while (shownSeq < wantedSeq) {
      const aim = wantedSeq;
      // Not a look of the person: what is new to them stays new.
      const answer = await fetch(location.href, {
        headers: { accept: 'text/html', 'x-read-again': 'yes' },
      });
      // A session that has ended leads to the sign-in page: leave what is shown as it is.
      if (!answer.ok || answer.redirected) return;
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
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
