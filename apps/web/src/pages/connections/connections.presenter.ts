import { isLivingKey, standingOfKey, type ApiKey } from '#domain/access';
import type { Council } from '#domain/register';
import { keyName } from '#identity';
import { addresses } from '../../addresses/addresses.js';
import { formatDay, formatMoment, formatTime } from '../../format/format-time.js';
import { connectionWords as w } from '../../words/connection.words.js';
import { cell, linkCell, tagCell, type Table } from '../tables.js';

const HOUR = 3_600_000;

/** The last day on which a key works: it ends at the midnight after it. */
export const lastDayOf = ({ expiresAt }: Pick<ApiKey, 'expiresAt'>): string =>
  formatDay(new Date(expiresAt.getTime() - 1));

/** Keys that end within 14 days with nothing in their place, each in a sentence. */
export const endingKeys = (keys: readonly ApiKey[], now: Date): readonly string[] =>
  keys
    .filter((key) => standingOfKey(key, now) === 'ending')
    .map((key) => w.endsSoon(key.label, lastDayOf(key)));

/** When a key was last used, to the hour: no more is kept. */
export function lastUse({ lastUsedAt }: ApiKey): string {
  if (!lastUsedAt) return w.neverUsed;
  const to = new Date(lastUsedAt.getTime() + HOUR);
  return w.used(formatTime(lastUsedAt), formatTime(to), formatDay(lastUsedAt));
}

function tableOf(keys: readonly ApiKey[], now: Date, what: 'living' | 'ended', keeps: boolean) {
  const acts = keeps && what === 'living';
  const { head } = w;
  const table: Table = {
    caption: w[what],
    head: [
      ...[head.key, head.may, head.standing, head.lastDay, head.used, head.by],
      ...(acts ? [head.replace, head.revoke] : []),
    ].map((text) => ({ text })),
    rows: keys.map((key) => [
      { text: key.label, note: keyName(key.publicId) },
      cell(key.deeds.map((deed) => w.deeds[deed]).join(', ')),
      tagCell(w.standings[standingOfKey(key, now)]),
      {
        text: lastDayOf(key),
        note:
          key.revokedAt && key.revokedBy
            ? w.revokedBy(key.revokedBy, formatMoment(key.revokedAt))
            : undefined,
      },
      cell(lastUse(key)),
      cell(w.madeBy(key.createdBy, formatDay(key.createdAt))),
      ...(acts
        ? [
            linkCell(w.replaceLink, addresses.replaceKey(key.id), key.label),
            linkCell(w.revokeLink, addresses.revokeKey(key.id), key.label),
          ]
        : []),
    ]),
  };
  return keys.length > 0 ? table : null;
}

/** The keys of a council's systems, for those who see them; `council` is null until one is chosen among several. */
export function presentConnections(about: {
  readonly council: Council | null;
  readonly choices: readonly Council[];
  readonly keys: readonly ApiKey[];
  readonly keeps: boolean;
  readonly now: Date;
}) {
  const { council, choices, keys, keeps, now } = about;
  const living = keys.filter((key) => isLivingKey(key, now));
  const ended = keys.filter((key) => !isLivingKey(key, now));
  return {
    title: council ? w.titleOf(council.name) : w.title,
    section: 'connections' as const,
    ...(council ? { councilName: council.name } : {}),
    choices:
      choices.length > 1
        ? choices.map(({ key, name }) => ({
            value: key,
            text: name,
            selected: key === council?.key,
          }))
        : null,
    chosen: council !== null,
    ending: endingKeys(keys, now),
    makeHref: council && keeps ? addresses.newKey(council.key) : null,
    living: tableOf(living, now, 'living', keeps),
    ended: tableOf(ended, now, 'ended', keeps),
  };
}
