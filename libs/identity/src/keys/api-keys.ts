import { err, ok, refusal, type Refusal, type RefusalCode, type Result } from '#domain';
import {
  covers,
  endOfKeyDay,
  faultsOfNewKey,
  isLivingKey,
  isOverlapDay,
  KEY_LIMITS,
  scopeOf,
  type ApiKey,
  type KeyDeed,
  type KeyFault,
  type NewKeyTerms,
  type Reader,
} from '#domain/access';
import { londonDay } from '#domain/periods';
import type { Clock, ProgrammeSource, Stores, UnitOfWork } from '#application/ports';
import { newKeyText, type NewKeyText } from './key-text.js';

/** A key and its text, which cannot be read again. */
export type MadeKey = { readonly key: ApiKey; readonly text: string };

/** Why there is no key: the terms have faults that a form can show, or the deed is refused. */
export type NoKey =
  | { readonly kind: 'faults'; readonly faults: readonly KeyFault[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** `id` is the new key's, chosen by the asker: the same form sent twice makes one key. */
export type NewKeyRequest = {
  readonly reader: Reader;
  readonly id: string;
  readonly councilId: number;
  readonly terms: NewKeyTerms;
};

/** `overlapDay` is the last London day of the old key. The new one has its label and its deeds. */
export type ReplaceKeyRequest = {
  readonly reader: Reader;
  readonly id: string;
  readonly keyId: string;
  readonly lastDay: string;
  readonly overlapDay: string;
};

const MOST_LISTED = 50;

const refused = (code: RefusalCode) => err({ kind: 'refused' as const, refusal: refusal(code) });

/** The keys of councils' case-management systems: made, replaced and revoked by an approver or an administrator. */
export class ApiKeys {
  constructor(
    private readonly ports: { unitOfWork: UnitOfWork; programme: ProgrammeSource; clock: Clock },
  ) {}

  /** A council's keys, newest first, at most 50; none for readers who do not see them. */
  async ofCouncil(reader: Reader, councilId: number): Promise<readonly ApiKey[]> {
    const scope = scopeOf(reader);
    if (!covers(scope.seesKeys, councilId)) return [];
    const { register } = await this.ports.programme.current();
    return this.ports.unitOfWork.run(scope, ({ keys }) =>
      keys.ofCouncil(register.programmeId, councilId, MOST_LISTED),
    );
  }

  /** One key, for those who keep its council's; null for everybody else. */
  async one(reader: Reader, keyId: string): Promise<ApiKey | null> {
    if (!mayKeepKeys(reader)) return null;
    return this.ports.unitOfWork.run(scopeOf(reader), ({ keys }) => keys.find(keyId));
  }

  async make(request: NewKeyRequest): Promise<Result<MadeKey, NoKey>> {
    const { reader, councilId, terms } = request;
    const now = this.ports.clock.now();
    const scope = scopeOf(reader);
    if (!covers(scope.keepsKeys, councilId)) return refused('NOT_ALLOWED');
    const faults = faultsOfNewKey(terms, londonDay(now));
    if (faults.length > 0) return err({ kind: 'faults', faults });
    const { register } = await this.ports.programme.current();
    const fresh = newKeyText();
    const key = keyFrom(fresh, {
      id: request.id,
      programmeId: register.programmeId,
      councilId,
      label: terms.label,
      deeds: terms.deeds as readonly KeyDeed[],
      createdAt: now,
      createdBy: reader.actor,
      expiresAt: endOfKeyDay(terms.lastDay),
    });
    return this.ports.unitOfWork.run(scope, async (stores) => {
      const refusal = await add(stores, key, fresh.digest);
      if (refusal) return refused(refusal);
      await record(stores, reader, key, 'api key made', now);
      return ok({ key, text: fresh.text });
    });
  }

  /** A new key from an old one, which goes on working until the end of a day, so that a system can change over. */
  async replace(request: ReplaceKeyRequest): Promise<Result<MadeKey, NoKey>> {
    const { reader, keyId, lastDay, overlapDay } = request;
    const now = this.ports.clock.now();
    const scope = scopeOf(reader);
    if (!mayKeepKeys(reader)) return refused('NOT_ALLOWED');
    const today = londonDay(now);
    const fresh = newKeyText();
    return this.ports.unitOfWork.run(scope, async (stores) => {
      const old = await stores.keys.find(keyId);
      if (!old) return refused('NOT_FOUND');
      if (!isLivingKey(old, now)) return refused('KEY_ENDED');
      const { programmeId, councilId, label, deeds } = old;
      const faults = faultsOfNewKey({ label, deeds, lastDay }, today);
      if (!isOverlapDay(overlapDay, today))
        return err({ kind: 'faults', faults: [...faults, 'OVERLAP_DAY' as const] });
      if (faults.length > 0) return err({ kind: 'faults', faults });
      const key = keyFrom(fresh, {
        id: request.id,
        ...{ programmeId, councilId, label, deeds },
        createdAt: now,
        createdBy: reader.actor,
        expiresAt: endOfKeyDay(lastDay),
      });
      // It takes the old key's place among those that a council may have, unless another has taken it before.
      const refusal = await add(stores, key, fresh.digest, old.replacedBy === null ? 1 : 0);
      if (refusal) return refused(refusal);
      await stores.keys.replace(old.id, { id: key.id, expiresAt: endOfKeyDay(overlapDay) });
      await record(stores, reader, key, 'api key made', now, { replaces: old.publicId });
      await record(stores, reader, old, 'api key replaced', now, { overlapDay });
      return ok({ key, text: fresh.text });
    });
  }

  /** Ends a key at this moment: the next request that brings it is refused. */
  async revoke(request: { reader: Reader; keyId: string }): Promise<Result<ApiKey, Refusal>> {
    const { reader, keyId } = request;
    if (!mayKeepKeys(reader)) return err(refusal('NOT_ALLOWED'));
    const now = this.ports.clock.now();
    return this.ports.unitOfWork.run(scopeOf(reader), async (stores) => {
      const key = await stores.keys.find(keyId);
      if (!key) return err(refusal('NOT_FOUND'));
      if (!isLivingKey(key, now)) return err(refusal('KEY_ENDED'));
      await stores.keys.revoke(keyId, { actor: reader.actor, at: now });
      await record(stores, reader, key, 'api key revoked', now);
      return ok({ ...key, revokedAt: now, revokedBy: reader.actor });
    });
  }
}

const mayKeepKeys = (reader: Reader): boolean => {
  const { keepsKeys } = scopeOf(reader);
  return keepsKeys === 'all' || keepsKeys.length > 0;
};

const keyFrom = (
  { publicId }: NewKeyText,
  more: Omit<ApiKey, 'publicId' | 'lastUsedAt' | 'revokedAt' | 'revokedBy' | 'replacedBy'>,
): ApiKey => ({
  ...more,
  publicId,
  lastUsedAt: null,
  revokedAt: null,
  revokedBy: null,
  replacedBy: null,
});

async function add(
  { keys }: Stores,
  key: ApiKey,
  digest: string,
  places = 0,
): Promise<'TOO_MANY_KEYS' | 'KEY_SHOWN_ONCE' | null> {
  const living = await keys.countLiving(key.programmeId, key.councilId, key.createdAt);
  if (living - places >= KEY_LIMITS.livingKeys) return 'TOO_MANY_KEYS';
  return (await keys.insert(key, digest)) ? null : 'KEY_SHOWN_ONCE';
}

/** The audit row of a deed: what the key is called and may do, never the key or its digest. */
const record = (
  { audit }: Stores,
  { actor }: Reader,
  { id, programmeId, councilId, publicId, label, deeds, expiresAt }: ApiKey,
  ...[deed, at, more = {}]: [deed: string, at: Date, more?: Record<string, unknown>]
): Promise<void> =>
  audit.record({
    programmeId,
    at,
    actor,
    deed,
    councilId,
    subject: id,
    detail: { publicId, label, deeds, expiresAt: expiresAt.toISOString(), ...more },
  });
