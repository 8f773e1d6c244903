import { ApiKeyStore } from '#application/ports';
import type { ApiKey } from '#domain/access';
import type { SqlSession } from '../sql-session.js';

const KEYS = `select k.id, k.public_id as "publicId", k.programme_id as "programmeId", k.council_id as "councilId", k.label,
  k.deeds, k.created_at as "createdAt", k.created_by as "createdBy", k.expires_at as "expiresAt",
  k.last_used_at as "lastUsedAt", k.revoked_at as "revokedAt", k.revoked_by as "revokedBy",
  (select r.public_id from api_key r where r.id = k.replaced_by) as "replacedBy"
  from api_key k`;

export class PostgresApiKeyStore extends ApiKeyStore {
  constructor(private readonly sql: SqlSession) {
    super();
  }

  async insert(key: ApiKey, digest: string): Promise<boolean> {
    const added = await this.sql.one(
      `insert into api_key (id, programme_id, council_id, public_id, digest, label, deeds, created_at, created_by, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (id) do nothing returning id`,
      [
        key.id,
        key.programmeId,
        key.councilId,
        key.publicId,
        digest,
        key.label,
        key.deeds,
        key.createdAt,
        key.createdBy,
        key.expiresAt,
      ],
    );
    return added !== null;
  }

  ofCouncil(programmeId: number, councilId: number, most: number): Promise<readonly ApiKey[]> {
    return this.sql.rows<ApiKey>(
      `${KEYS} where k.programme_id = $1 and k.council_id = $2 order by k.created_at desc, k.id desc limit $3`,
      [programmeId, councilId, most],
    );
  }

  find(id: string): Promise<ApiKey | null> {
    return this.sql.one<ApiKey>(`${KEYS} where k.id = $1 for update of k`, [id]);
  }

  byDigest(digest: string): Promise<ApiKey | null> {
    return this.sql.one<ApiKey>(`${KEYS} where k.digest = $1`, [digest]);
  }

  async countLiving(programmeId: number, councilId: number, now: Date): Promise<number> {
    await this.sql.run(`select pg_advisory_xact_lock(hashtext('api_key'), $1)`, [councilId]);
    const found = await this.sql.one<{ n: number }>(
      `select count(*)::int as n from api_key
       where programme_id = $1 and council_id = $2 and revoked_at is null and replaced_by is null
         and expires_at > $3`,
      [programmeId, councilId, now],
    );
    return found?.n ?? 0;
  }

  async noteUse(id: string, hour: Date): Promise<void> {
    await this.sql.run(
      `update api_key set last_used_at = $2 where id = $1 and (last_used_at is null or last_used_at < $2)`,
      [id, hour],
    );
  }

  async replace(id: string, by: { id: string; expiresAt: Date }): Promise<void> {
    await this.sql.run(
      `update api_key set replaced_by = $2, expires_at = least(expires_at, $3) where id = $1`,
      [id, by.id, by.expiresAt],
    );
  }

  async revoke(id: string, by: { actor: string; at: Date }): Promise<void> {
    await this.sql.run(`update api_key set revoked_at = $2, revoked_by = $3 where id = $1`, [
      id,
      by.at,
      by.actor,
    ]);
  }
}
