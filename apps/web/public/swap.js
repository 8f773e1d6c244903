// Puts a newer text of a part of the page in its place, without losing the reader's.
const focusable = (region) => [
  ...region.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]'),
];
const openDetails = (region) =>
  [...region.querySelectorAll('details[open][id]')].map((details) => details.id);

export function swap(region, fresh) {
  const place = focusable(region).indexOf(document.activeElement);
  const open = openDetails(region);
  const { scrollX, scrollY } = window;
  region.innerHTML = fresh.innerHTML;
  for (const id of open) document.getElementById(id)?.setAttribute('open', '');
  if (place >= 0) focusable(region)[place]?.focus({ preventScroll: true });
  window.scrollTo(scrollX, scrollY);
}

/** This page as the service has it now; null when it cannot be had, or the session has ended and leads elsewhere. */
export async function readPage() {
  // Not a look of the person: what is new to them stays new.
  const answer = await fetch(location.href, {
    headers: { accept: 'text/html', 'x-read-again': 'yes' },
  });
  if (!answer.ok || answer.redirected) return null;
  return new DOMParser().parseFromString(await answer.text(), 'text/html');
}
