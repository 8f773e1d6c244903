import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'session' })
export class SessionEntity {
  @PrimaryColumn({ name: 'digest', type: 'text' }) digest!: string;
  @Column({ name: 'persona', type: 'text' }) persona!: string;
  @Column({ name: 'csrf', type: 'text' }) csrf!: string;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  @Column({ name: 'expires_at', type: 'timestamptz' }) expiresAt!: Date;
}
