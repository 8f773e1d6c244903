import type { Service } from '#composition';
import { addDays, londonDay } from '#domain/periods';
import { resolveCouncil } from '#domain/register';
import {
  KEY_DEEDS,
  KEY_LIMITS,
  standingOfKey,
  type ApiKey,
  type KeyFault,
  type Reader,
} from '#domain/access';
import { keyName, type MadeKey, type NoKey } from '#identity';
import type { Result } from '#domain';
import type { Command, CommandInput } from './command.js';
import { readOptions } from './options.js';
import { withService } from './running-service.js';

/** Whoever runs commands beside the service administers it. */
const OPERATOR: Reader = {
  actor: 'administrator, command line',
  roles: ['admin'],
  councilIds: [],
  memberIds: [],
  partnership: null,
};

const { days, overlapDays, labelCharacters } = KEY_LIMITS;
const FAULTS: Readonly<Record<KeyFault, string>> = {
  LABEL: `--label names the system, in one line of 1 to ${labelCharacters} characters.`,
  DEEDS: `--deeds is one or both of: ${KEY_DEEDS.join(',')}.`,
  LAST_DAY: `--days is a number from ${days.least} to ${days.most}.`,
  OVERLAP_DAY: `--overlap-days is a number from 0 to ${overlapDays}.`,
};

type Values = Readonly<Record<string, string | undefined>>;
type Deed = (at: {
  readonly service: Service;
  readonly values: Values;
  readonly councilId: number;
  readonly say: CommandInput['say'];
}) => Promise<number>;

/** `key`: the keys of a council's systems, for whoever runs the service. */
export const key: Command = {
  name: 'key',
  summary: 'Make, list, replace or revoke the API keys of a council’s systems',
  usage: [
    `key make --council <code or name> --label <text> [--deeds ${KEY_DEEDS.join(',')}] [--days ${days.usual}]`,
    '       key list --council <code or name>',
    `       key replace --council <code or name> --key <cpm_live_…> [--days ${days.usual}] [--overlap-days 7]`,
    '       key revoke --council <code or name> --key <cpm_live_…>',
    'The last line of "make" and "replace" is the key. It is shown once.',
  ].join('\n'),
  run: async (input) => {
    const text = { type: 'string' } as const;
    const { values, positionals } = readOptions(
      input.args,
      { council: text, label: text, deeds: text, days: text, key: text, 'overlap-days': text },
      key.usage,
    );
    const deed = DEEDS[positionals[0] ?? ''];
    if (!deed || positionals.length > 1)
      return fault(input.say, `Say what to do: ${Object.keys(DEEDS).join(', ')}.`);
    return withService(input, async (service) => {
      const { register } = await service.programme.current();
      const today = londonDay(service.clock.now());
      const council = resolveCouncil(register, values.council ?? '', today);
      if (!council.ok)
        return fault(input.say, '--council is a code or name of a council, such as E06000017.');
      return deed({ service, values, councilId: council.value.id, say: input.say });
    });
  },
};

const make: Deed = async ({ service, values, councilId, say }) => {
  const made = await service.apiKeys.make({
    reader: OPERATOR,
    id: service.ids.newId(),
    councilId,
    terms: {
      label: values['label'] ?? '',
      deeds: (values['deeds'] ?? KEY_DEEDS.join(',')).split(','),
      lastDay: dayAfter(service, values['days'] ?? String(days.usual)),
    },
  });
  return tell(say, made);
};

const list: Deed = async ({ service, councilId, say }) => {
  const now = service.clock.now();
  const keys = await service.apiKeys.ofCouncil(OPERATOR, councilId);
  for (const one of keys) say(lineOf(one, now));
  if (keys.length === 0) say('No keys.');
  return 0;
};

const replace: Deed = async ({ service, values, councilId, say }) => {
  const old = await named(service, councilId, values['key']);
  if (!old) return fault(say, UNKNOWN);
  const made = await service.apiKeys.replace({
    reader: OPERATOR,
    id: service.ids.newId(),
    keyId: old.id,
    lastDay: dayAfter(service, values['days'] ?? String(days.usual)),
    overlapDay: dayAfter(service, values['overlap-days'] ?? '7'),
  });
  return tell(say, made);
};

const revoke: Deed = async ({ service, values, councilId, say }) => {
  const old = await named(service, councilId, values['key']);
  if (!old) return fault(say, UNKNOWN);
  const done = await service.apiKeys.revoke({ reader: OPERATOR, keyId: old.id });
  say(done.ok ? `Revoked ${keyName(old.publicId)}.` : `${done.error.message} ${done.error.fix}`);
  return done.ok ? 0 : 1;
};

const DEEDS: Readonly<Record<string, Deed>> = { make, list, replace, revoke };
const UNKNOWN = '--key is the name of one of the council’s keys, such as cpm_live_7kq2xm4a.';

async function named(service: Service, councilId: number, name = ''): Promise<ApiKey | undefined> {
  const keys = await service.apiKeys.ofCouncil(OPERATOR, councilId);
  return keys.find(({ publicId }) => keyName(publicId) === name);
}

/** The London day so many days on; no day when the number is none. */
const dayAfter = (service: Service, count: string): string =>
  /^\d{1,3}$/.test(count) ? addDays(londonDay(service.clock.now()), Number(count)) : '';

const lineOf = (one: ApiKey, now: Date): string =>
  [
    keyName(one.publicId),
    standingOfKey(one, now),
    `until ${one.expiresAt.toISOString()}`,
    one.lastUsedAt ? `used ${one.lastUsedAt.toISOString().slice(0, 13)}h` : 'never used',
    one.deeds.join(','),
    one.label,
  ].join('  ');

function tell(say: CommandInput['say'], made: Result<MadeKey, NoKey>): number {
  if (made.ok) {
    say(made.value.text);
    return 0;
  }
  const { error } = made;
  if (error.kind === 'faults') {
    for (const one of error.faults) say(FAULTS[one]);
    return 2;
  }
  return fault(say, `${error.refusal.message} ${error.refusal.fix}`);
}

function fault(say: CommandInput['say'], sentence: string): number {
  say(sentence);
  return 2;
}
