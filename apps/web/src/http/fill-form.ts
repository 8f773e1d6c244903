import { load, type Cheerio, type CheerioAPI } from 'cheerio';
import type { KeptForm } from '#identity';

type Element = ReturnType<CheerioAPI>[number];
type Control = Cheerio<Element>;

const ANYWHERE = 'http://pages';
const samePlace = (one: string | undefined, other: string): boolean =>
  one !== undefined && new URL(one, ANYWHERE).href === new URL(other, ANYWHERE).href;

/**
 * A page with what was typed in its form again, under a notice. Null where the page has no such form, or nothing was typed. Every
 * field that is there is filled, hidden ones too, so that the form says what its page said when it was opened; its token is the
 * page's own.
 */
export function fillForm(html: string, kept: KeptForm, notice: Notice): string | null {
  const $ = load(html);
  const form = formOf($, kept);
  if (!form) return null;
  let isTyped = false;
  for (const element of form.find('input[name], textarea[name], select[name]').toArray()) {
    const control = $(element);
    const name = control.attr('name') ?? '';
    const typed = kept.fields[name];
    const isHidden = control.attr('type') === 'hidden';
    if (name === 'csrf' || (typed === undefined && !isChoice(control))) continue;
    fill(control, [typed ?? []].flat());
    if (isHidden || [typed ?? []].flat().every((text) => text === '')) continue;
    isTyped = true;
    control.closest('details').attr('open', '');
  }
  if (!isTyped) return null;
  $('#main-content').prepend(bannerOf(notice));
  return $.html();
}

/** A heading and a sentence, in words of the catalogue. */
export type Notice = { readonly title: string; readonly text: string };

const isChoice = (control: Control): boolean =>
  ['radio', 'checkbox'].includes(control.attr('type') ?? '');

/** The form that is sent to where it was sent; of several, the one whose hidden fields say the same. */
function formOf($: CheerioAPI, { action, fields }: KeptForm): Control | null {
  const likeness = (form: Control): number =>
    form
      .find('input[type=hidden]')
      .toArray()
      .filter((field) => $(field).val() === fields[$(field).attr('name') ?? '']).length;
  const [found] = $('form[method=post]')
    .toArray()
    .map((element) => $(element))
    .filter((form) =>
      [
        form,
        ...form
          .find('[formaction]')
          .toArray()
          .map((button) => $(button)),
      ].some((one) => samePlace(one.attr('formaction') ?? one.attr('action'), action)),
    )
    .sort((a, b) => likeness(b) - likeness(a));
  return found ?? null;
}

function fill(control: Control, typed: readonly string[]): void {
  if (isChoice(control)) {
    if (typed.includes(control.attr('value') ?? '')) control.attr('checked', '');
    else control.removeAttr('checked');
  } else if (control.is('textarea')) control.text(typed.at(-1) ?? '');
  else if (control.is('select')) {
    control.find('option').removeAttr('selected');
    for (const option of control.find('option').toArray()) {
      const one = control.find(option);
      if (typed.includes(one.attr('value') ?? '')) one.attr('selected', '');
    }
  } else control.attr('value', typed.at(-1) ?? '');
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const bannerOf = ({ title, text }: Notice): string =>
  `<div class="govuk-notification-banner" role="region" aria-labelledby="kept-title" data-module="govuk-notification-banner">` +
  `<div class="govuk-notification-banner__header"><h2 class="govuk-notification-banner__title" id="kept-title">${escaped(title)}</h2></div>` +
  `<div class="govuk-notification-banner__content"><p class="govuk-notification-banner__heading">${escaped(text)}</p></div></div>`;
