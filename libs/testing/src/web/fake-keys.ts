import { err, ok, refusal, type Refusal, type Result } from '#domain';
import { covers, scopeOf, type ApiKey, type Reader } from '#domain/access';
import type { MadeKey, NewKeyRequest, NoKey, ReplaceKeyRequest } from '#identity';
import { councilNamed } from './a-programme.js';

/** The text of every key that the fake service makes. */
export const KEY_TEXT = `cpm_live_newkeyab_${'k'.repeat(43)}`;
const idOf = (n: number): string => `0190f0a0-0000-7000-8000-0000000000c${n}`;
/** A key that works, and one that was revoked. */
export const [KEY_ID, REVOKED_KEY_ID] = [idOf(1), idOf(4)];

const aKey = (n: number, over: Partial<ApiKey>): ApiKey => ({
  id: idOf(n),
  publicId: `rutland${n + 1}`,
  programmeId: 1,
  councilId: councilNamed('Rutland').id,
  label: `System ${n}`,
  deeds: ['send-figures'],
  createdAt: new Date('2024-12-01T10:00:00Z'),
  createdBy: 'Rutland SEND lead',
  expiresAt: new Date('2025-03-01T00:00:00Z'),
  lastUsedAt: new Date('2025-01-15T02:00:00Z'),
  revokedAt: null,
  revokedBy: null,
  replacedBy: null,
  ...over,
});

/** One key of each standing. */
const someKeys = (): readonly ApiKey[] => [
  aKey(1, { label: 'Nightly push' }),
  aKey(2, { label: 'Old ledger', expiresAt: new Date('2025-01-20T00:00:00Z'), lastUsedAt: null }),
  aKey(3, { expiresAt: new Date('2025-01-18T00:00:00Z'), replacedBy: 'rutland2' }),
  aKey(4, { revokedAt: new Date('2025-01-02T09:30:00Z'), revokedBy: 'Rutland SEND lead' }),
  aKey(5, { expiresAt: new Date('2025-01-01T00:00:00Z') }),
];

/** Rutland's keys in memory: what is made is not kept, and what is asked is remembered. */
export function fakeKeys() {
  const asked: object[] = [];
  const state: { problem: NoKey | null } = { problem: null };
  const answer = (request: object, key: Partial<ApiKey>): Result<MadeKey, NoKey> => {
    asked.push(request);
    return state.problem ? err(state.problem) : ok({ key: aKey(9, key), text: KEY_TEXT });
  };
  const apiKeys = {
    asked,
    state,
    ofCouncil: (reader: Reader, councilId: number) =>
      Promise.resolve(
        covers(scopeOf(reader).seesKeys, councilId)
          ? someKeys().filter((key) => key.councilId === councilId)
          : [],
      ),
    one: (reader: Reader, keyId: string) => {
      const key = someKeys().find(({ id }) => id === keyId);
      return Promise.resolve(key && covers(scopeOf(reader).keepsKeys, key.councilId) ? key : null);
    },
    make: ({ councilId, terms }: NewKeyRequest) =>
      Promise.resolve(answer({ councilId, ...terms }, { label: terms.label })),
    replace: ({ keyId, lastDay, overlapDay }: ReplaceKeyRequest) =>
      Promise.resolve(answer({ keyId, lastDay, overlapDay }, { label: 'Nightly push' })),
    revoke: ({ keyId }: { keyId: string }): Promise<Result<ApiKey, Refusal>> => {
      asked.push({ revoke: keyId });
      const key = someKeys().find(({ id }) => id === keyId);
      return Promise.resolve(key ? ok(key) : err(refusal('NOT_FOUND')));
    },
  };
  return { apiKeys };
}
