import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Deliveries, and figures with their history. A revision is keyed by its cell and its acceptance; the acceptance takes
 * its `known_seq` as the last statement of the transaction (docs/adr/0009-known-seq-belongs-to-the-acceptance.md).
 */
export class Intake1763976000002 implements MigrationInterface {
  readonly name = 'Intake1763976000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table knowledge (
        programme_id int primary key references programme, last_seq bigint not null default 0,
        last_known_at timestamptz not null default '-infinity');

      create table submission (
        id uuid primary key, programme_id int not null references programme,
        council_id int references council, channel text not null, source text not null, mode text not null,
        status text not null, received_at timestamptz not null, received_by text not null,
        received_count int not null, accepted_count int not null, body_digest text not null, comment text,
        file_name text, published_on date, demonstration boolean not null, acceptance_id bigint);
      create index submission_by_council on submission (programme_id, council_id, received_at desc, id desc);
      create index submission_to_check on submission (received_at) where status in ('received', 'validating');
      create index submission_by_digest on submission (programme_id, council_id, body_digest);
      create table submission_payload (
        submission_id uuid not null references submission, council_id int, n int not null, format text not null,
        bytes bytea not null, primary key (submission_id, n));
      create table finding (
        submission_id uuid not null references submission, council_id int, n int not null, code text not null,
        rule_version int not null, severity text not null, scope text not null, row_number int, column_name text,
        value text, message text not null, fix text not null, about_council int, metric text, period text,
        opened_at timestamptz not null, primary key (submission_id, n));
      create table idempotency_key (
        programme_id int not null, council_id int not null, operation text not null, key text not null,
        body_digest text not null, submission_id uuid not null, created_at timestamptz not null,
        primary key (programme_id, council_id, operation, key));
      create index idempotency_key_age on idempotency_key (created_at);

      create table acceptance (
        id bigint generated always as identity primary key, programme_id int not null references programme,
        council_id int references council, kind text not null, submission_id uuid references submission,
        actor text not null, accepted_at timestamptz not null, known_seq bigint, known_at timestamptz,
        promoted boolean not null default true, unique (programme_id, known_seq));
      create index acceptance_to_promote on acceptance (known_at) where not promoted;
      create index acceptance_by_submission on acceptance (submission_id);

      create table revision (
        programme_id int not null, metric text not null, major int not null, council_id int not null,
        breakdown text not null, period text not null, acceptance_id bigint not null references acceptance,
        minor int not null, period_start date not null, period_end date not null, numerator numeric,
        denominator numeric, value numeric, state text not null, symbol text, comment text, reason_kind text,
        reason_text text, published boolean not null, demonstration boolean not null, submission_id uuid not null,
        primary key (programme_id, metric, major, council_id, breakdown, period, acceptance_id));
      create index revision_by_acceptance on revision (acceptance_id);
      create index revision_by_council on revision (programme_id, council_id, period_start) where not published;

      create table current_figure (
        programme_id int not null, metric text not null, major int not null, council_id int not null,
        breakdown text not null, period text not null, acceptance_id bigint not null references acceptance,
        minor int not null, period_start date not null, period_end date not null, numerator numeric,
        denominator numeric, value numeric, state text not null, symbol text, comment text, reason_kind text,
        reason_text text, standing text not null, demonstration boolean not null, submission_id uuid not null,
        primary key (programme_id, metric, major, council_id, breakdown, period));
      create index current_figure_by_council on current_figure (programme_id, council_id, period_start)
        where standing <> 'published';
      create index current_figure_by_submission on current_figure (submission_id);

      create table approval (
        submission_id uuid primary key references submission, programme_id int not null, council_id int not null,
        acceptance_id bigint not null references acceptance, approved_by text not null,
        approved_at timestamptz not null);
      create table return_answer (
        programme_id int not null, council_id int not null references council, period text not null,
        period_start date not null, acceptance_id bigint not null references acceptance, kind text not null,
        text text not null, answered_at timestamptz not null, answered_by text not null,
        primary key (programme_id, council_id, period, acceptance_id));

      create table audit_entry (
        id bigint generated always as identity primary key, programme_id int not null, at timestamptz not null,
        actor text not null, deed text not null, council_id int, subject text not null, detail jsonb not null);
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
