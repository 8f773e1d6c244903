import { KEY_DEEDS, type ApiKey, type KeyFault } from '#domain/access';
import { addDays, type Day } from '#domain/periods';
import type { Council } from '#domain/register';
import { keyName, type MadeKey, type NoKey } from '#identity';
import { addresses } from '../../addresses/addresses.js';
import { formatDate } from '../../format/format-time.js';
import { connectionWords as w } from '../../words/connection.words.js';
import { lastDayOf, lastUse } from './connections.presenter.js';
import { OVERLAPS, TERMS, type TypedKey } from './typed-key.js';

export type KeyForm = {
  readonly council: Council;
  /** The key to be replaced; null for a new one. */
  readonly old: ApiKey | null;
  readonly typed: TypedKey;
  /** The id that the new key will have: sending the form twice makes one key. */
  readonly id: string;
  readonly problem: NoKey | null;
  readonly today: Day;
};

const PLACES: Readonly<Record<KeyFault, string>> = {
  LABEL: 'label',
  DEEDS: 'deeds',
  LAST_DAY: 'term',
  OVERLAP_DAY: 'overlap',
};

function errorsOf(problem: NoKey | null) {
  if (!problem) return null;
  const items =
    problem.kind === 'faults'
      ? problem.faults.map((fault) => ({ text: w.faults[fault], href: `#${PLACES[fault]}` }))
      : [{ text: `${problem.refusal.message} ${problem.refusal.fix}`, href: '#make' }];
  return { title: w.form.errors, items };
}

/** What to say at one field, as the design system's parts take it; false where nothing is wrong. */
const faultAt = (problem: NoKey | null, fault: KeyFault): { text: string } | false =>
  problem?.kind === 'faults' && problem.faults.includes(fault) ? { text: w.faults[fault] } : false;

const aroundOf = (council: Council) => ({
  section: 'connections' as const,
  councilName: council.name,
  backLink: { href: addresses.connectionsOf(council.key), text: w.title },
});

/** The form that makes a key, or one in the place of another. */
export function presentKeyForm({ council, old, typed, id, problem, today }: KeyForm) {
  return {
    ...aroundOf(council),
    title: old ? w.form.replaceTitle : w.form.newTitle,
    hasErrors: problem !== null,
    errors: errorsOf(problem),
    action: old ? addresses.replaceKey(old.id) : addresses.newKey(council.key),
    id,
    replaces: old ? w.form.replaces(old.label, keyName(old.publicId)) : null,
    label: { value: typed.label, error: faultAt(problem, 'LABEL') },
    deeds: {
      error: faultAt(problem, 'DEEDS'),
      items: KEY_DEEDS.map((deed, index) => ({
        id: index === 0 ? 'deeds' : `deeds-${index + 1}`,
        name: deed,
        value: 'yes',
        text: w.deeds[deed],
        hint: { text: w.deedHints[deed] },
        checked: typed.deeds.includes(deed),
      })),
    },
    term: {
      error: faultAt(problem, 'LAST_DAY'),
      items: TERMS.map((count) => ({
        value: String(count),
        text: w.form.terms(count, formatDate(addDays(today, count))),
        checked: typed.term === String(count),
      })),
      other: typed.term === 'day',
      day: [
        { name: 'day', label: w.form.day, classes: 'govuk-input--width-2', value: typed.day },
        { name: 'month', label: w.form.month, classes: 'govuk-input--width-2', value: typed.month },
        { name: 'year', label: w.form.year, classes: 'govuk-input--width-4', value: typed.year },
      ].map((item) => ({ ...item, attributes: { maxlength: '4' } })),
    },
    overlap: old && {
      error: faultAt(problem, 'OVERLAP_DAY'),
      items: OVERLAPS.map((count) => ({
        value: String(count),
        text: w.form.overlaps(count, formatDate(addDays(today, count))),
        checked: typed.overlap === String(count),
      })),
    },
    send: old ? w.form.replace : w.form.make,
  };
}

/** The one page that shows a key. */
export const presentMadeKey = (council: Council, { text, key }: MadeKey, old: ApiKey | null) => ({
  ...aroundOf(council),
  title: w.made.title,
  key: text,
  rows: [
    [w.head.key, `${key.label} (${keyName(key.publicId)})`],
    [w.head.may, key.deeds.map((deed) => w.deeds[deed]).join(', ')],
    [w.head.lastDay, lastDayOf(key)],
  ].map(([name, value]) => ({ key: { text: name }, value: { text: value } })),
  steps: w.made.steps,
  old: old && w.made.oldUntil(keyName(old.publicId), lastDayOf(old)),
  backHref: addresses.connectionsOf(council.key),
});

/** Asks before a key is revoked. */
export const presentRevoking = (council: Council, key: ApiKey) => ({
  ...aroundOf(council),
  title: w.revoke.title(key.label),
  body: w.revoke.body(keyName(key.publicId)),
  used: w.revoke.used(lastUse(key)),
  action: addresses.revokeKey(key.id),
  keepHref: addresses.connectionsOf(council.key),
});
