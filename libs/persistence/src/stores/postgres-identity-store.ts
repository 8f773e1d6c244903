import { MoreThan, type DataSource } from 'typeorm';
import { IdentityStore } from '#application/ports';
import type { SessionRecord, TokenRecord } from '#application/ports';
import type { Role } from '#domain/access';
import { AccessTokenEntity } from '../entities/access-token.entity.js';
import { SessionEntity } from '../entities/session.entity.js';

export class PostgresIdentityStore extends IdentityStore {
  constructor(private readonly source: DataSource) {
    super();
  }

  async saveToken(token: TokenRecord): Promise<void> {
    await this.source.getRepository(AccessTokenEntity).insert(token);
  }

  async findToken(digest: string, now: Date): Promise<TokenRecord | null> {
    const row = await this.source
      .getRepository(AccessTokenEntity)
      .findOneBy({ digest, expiresAt: MoreThan(now) });
    return row && { ...row, role: row.role as Role };
  }

  async saveSession(session: SessionRecord): Promise<void> {
    await this.source.getRepository(SessionEntity).insert(session);
  }

  async findSession(digest: string, now: Date): Promise<SessionRecord | null> {
    return this.source.getRepository(SessionEntity).findOneBy({ digest, expiresAt: MoreThan(now) });
  }

  async endSession(digest: string): Promise<void> {
    await this.source.getRepository(SessionEntity).delete({ digest });
  }
}
