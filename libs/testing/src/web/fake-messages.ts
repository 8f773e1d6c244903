import { err, ok, refusal } from '#domain';
import { covers, scopeOf, type Reader } from '#domain/access';
import { recipientsIn, type Gets } from '#application/alerts';
import type { DeadMessage, OutsideChannel, Subscription } from '#application/ports';
import { aProgramme, councilNamed } from './a-programme.js';

const idOf = (n: number): string => `0190f0a0-0000-7000-8000-0000000000e${n}`;
export const [SUBSCRIPTION_ID, DEAD_MESSAGE_ID] = [idOf(1), idOf(9)];
/** The secret of every webhook that the fake service makes. */
export const WEBHOOK_SECRET = 's'.repeat(43);

const aSubscription = (over: Partial<Subscription> = {}): Subscription => ({
  id: SUBSCRIPTION_ID,
  programmeId: 1,
  councilId: councilNamed('Rutland').id,
  recipient: `council ${councilNamed('Rutland').id}`,
  channel: 'email',
  address: 'send.team@rutland.example',
  createdAt: new Date('2024-12-01T10:00:00Z'),
  createdBy: 'Rutland SEND lead',
  endedAt: null,
  endedBy: null,
  alerts: true,
  digest: false,
  ...over,
});

const dead: readonly DeadMessage[] = [
  {
    id: DEAD_MESSAGE_ID,
    recipient: `council ${councilNamed('Rutland').id}`,
    channel: 'webhook',
    event: 'fired 2025-01-10T09:00:00.000Z',
    test: false,
    diedAt: new Date('2025-01-11T09:00:00Z'),
    tries: 12,
    detail: 'answered 500',
  },
];

/** Where Rutland's messages go, in memory: what is asked is remembered, and nothing else. */
export function fakeMessages() {
  const asked: object[] = [];
  const keepsAll = (reader: Reader): boolean => scopeOf(reader).keepsKeys === 'all';
  const keeps = (reader: Reader, councilId: number | null): boolean =>
    councilId === null ? keepsAll(reader) : covers(scopeOf(reader).keepsKeys, councilId);
  const subscriptions = {
    asked,
    choices: (reader: Reader) => {
      const tests = keepsAll(reader) || reader.roles.includes('dfe-analyst');
      return Promise.resolve(
        recipientsIn(aProgramme().register)
          .map((recipient) => ({ recipient, keeps: keeps(reader, recipient.councilId), tests }))
          .map((one) => ({
            ...one,
            keepsDigest:
              one.keeps || (one.recipient.key === 'dfe' && scopeOf(reader).grants === 'all'),
          }))
          .filter((one) => one.keeps || one.keepsDigest || tests),
      );
    },
    ofRecipient: (_: Reader, key: string) => {
      const one = aSubscription();
      return Promise.resolve(one.recipient === key ? [one] : []);
    },
    add: (request: {
      reader: Reader;
      recipient: string;
      channel: OutsideChannel;
      address: string;
      gets?: Gets;
    }) => {
      const { recipient, channel, address, gets = 'alerts' } = request;
      asked.push({ recipient, channel, address, ...(gets === 'alerts' ? {} : { gets }) });
      if (!address.includes('.')) return Promise.resolve(err(refusal('ADDRESS_WRONG')));
      const subscription = aSubscription({ recipient, channel, address });
      const secret = channel === 'webhook' ? WEBHOOK_SECRET : null;
      return Promise.resolve(ok({ subscription, secret }));
    },
    end: ({ reader, id }: { reader: Reader; id: string }) => {
      asked.push({ end: id });
      const one = aSubscription();
      const found = id === one.id && keeps(reader, one.councilId);
      return Promise.resolve(found ? ok(one) : err(refusal('NOT_FOUND')));
    },
    test: ({ recipient }: { reader: Reader; recipient: string }) => {
      asked.push({ test: recipient });
      return Promise.resolve(ok(DEAD_MESSAGE_ID));
    },
    dead: (reader: Reader) => Promise.resolve(keepsAll(reader) ? dead : []),
    sendAgain: ({ reader, id }: { reader: Reader; id: string }) => {
      asked.push({ again: id });
      const found = keepsAll(reader) && dead.some((one) => one.id === id);
      return Promise.resolve(found ? ok(null) : err(refusal('NOT_FOUND')));
    },
  };
  return { subscriptions };
}
