import type { Planted } from './row-matrix.js';

const entryOf = (table: string, councilId: number, deed: string): string =>
  `insert into ${table}_entry select id, council_id, 77, now(), 'x', '${deed}'::jsonb ->> 'kind', '${deed}' from ${table} where council_id = ${councilId} limit 1 returning 1`;

type WriteAttempt = readonly [string, (councilId: number) => string];

/** Ways to change another council's rows, one a table and command that the app role has at all. */
export const WRITES = (planted: Planted): readonly WriteAttempt[] => [
  [
    'insert submission',
    (c) =>
      `insert into submission (id, programme_id, council_id, channel, source, mode, status, received_at, received_by, received_count, accepted_count, body_digest, demonstration) values (gen_random_uuid(), 1, ${c}, 'api', 'return', 'partial', 'received', now(), 'x', 0, 0, '', true)`,
  ],
  [
    'update submission',
    (c) => `update submission set status = status where council_id = ${c} returning 1`,
  ],
  [
    'insert submission_payload',
    (c) =>
      `insert into submission_payload values ((select id from submission where council_id = ${c} limit 1), ${c}, 77, 'table', '')`,
  ],
  [
    'insert finding',
    (c) =>
      `insert into finding select submission_id, ${c}, 77, code, rule_version, severity, scope, row_number, column_name, value, message, fix, about_council, metric, period, opened_at from finding where council_id = ${c} limit 1 returning 1`,
  ],
  [
    'update finding',
    (c) => `update finding set explanation = explanation where council_id = ${c} returning 1`,
  ],
  [
    'insert column_name',
    (c) => `insert into column_name values (1, ${c}, 'matrix', 'value', 'x', now()) returning 1`,
  ],
  [
    'insert return_draft',
    (c) =>
      `insert into return_draft values (1, ${c}, 'matrix', '2024-01-01', 1, '{}', now(), 'x', now()) returning 1`,
  ],
  [
    'update return_draft',
    (c) => `update return_draft set saved_by = saved_by where council_id = ${c} returning 1`,
  ],
  ['delete return_draft', (c) => `delete from return_draft where council_id = ${c} returning 1`],
  [
    'insert month_so_far',
    (c) =>
      `insert into month_so_far values (1, ${c}, 'matrix', '2024-01-01', now(), 'x', 'api', null, '', '[]', true, now()) returning 1`,
  ],
  [
    'update month_so_far',
    (c) => `update month_so_far set received_by = received_by where council_id = ${c} returning 1`,
  ],
  ['delete month_so_far', (c) => `delete from month_so_far where council_id = ${c} returning 1`],
  [
    'insert idempotency_key',
    (c) =>
      `insert into idempotency_key values (1, ${c}, 'matrix', gen_random_uuid()::text, '', gen_random_uuid(), now()) returning 1`,
  ],
  [
    'insert acceptance',
    (c) =>
      `insert into acceptance (programme_id, council_id, kind, actor, accepted_at) values (1, ${c}, 'figures', 'x', now()) returning 1`,
  ],
  [
    'update acceptance',
    (c) => `update acceptance set promoted = promoted where council_id = ${c} returning 1`,
  ],
  [
    'insert revision',
    (c) =>
      `insert into revision select programme_id, metric, major, council_id, 'matrix', period, acceptance_id, minor, period_start, period_end, numerator, denominator, value, state, symbol, comment, reason_kind, reason_text, published, demonstration, submission_id from revision where council_id = ${c} and not published limit 1 returning 1`,
  ],
  [
    'insert current_figure',
    (c) =>
      `insert into current_figure select programme_id, metric, major, council_id, 'matrix', period, acceptance_id, minor, period_start, period_end, numerator, denominator, value, state, symbol, comment, reason_kind, reason_text, standing, demonstration, submission_id from current_figure where council_id = ${c} and standing <> 'published' limit 1 returning 1`,
  ],
  [
    'update current_figure',
    (c) =>
      `update current_figure set comment = comment where council_id = ${c} and standing <> 'published' returning 1`,
  ],
  [
    'delete current_figure',
    (c) =>
      `delete from current_figure where council_id = ${c} and standing <> 'published' returning 1`,
  ],
  [
    'insert approval',
    (c) =>
      `insert into approval (submission_id, programme_id, council_id, acceptance_id, approved_by, approved_at) select s.id, 1, ${c}, (select max(id) from acceptance where council_id = ${c}), 'x', now() from submission s where s.council_id = ${c} and not exists (select from approval p where p.submission_id = s.id) limit 1 returning 1`,
  ],
  [
    'insert return_answer',
    (c) =>
      `insert into return_answer select 1, ${c}, '2024 May', '2024-05-01', max(id), 'nil', '', now(), 'x' from acceptance where council_id = ${c} having max(id) is not null returning 1`,
  ],
  [
    'insert series_to_assess',
    (c) => `insert into series_to_assess (programme_id, council_id, metric) values (1, ${c}, null)`,
  ],
  [
    'insert permission',
    (c) =>
      `insert into permission (id, programme_id, council_id, kind, period, period_start, until, reason, asked_at, asked_by) values (gen_random_uuid(), 1, ${c}, 'extension', '2024 May', '2024-05-01', '2024-07-01', 'x', now(), 'x')`,
  ],
  [
    'insert answered permission',
    (c) =>
      `insert into permission (id, programme_id, council_id, kind, period, period_start, until, reason, asked_at, asked_by, answer, answered_at, answered_by) values (gen_random_uuid(), 1, ${c}, 'exception', '2023 May', '2023-05-01', '2025-02-01', 'x', now(), 'x', 'x', now(), 'x')`,
  ],
  [
    'insert limit_decision',
    (c) =>
      `insert into limit_decision values (gen_random_uuid(), 1, ${c}, 'requests_received', 'rebase', '2024-05-01', null, 'process-changed', 'x', 'x', now(), 'x')`,
  ],
  ['insert alert_entry', (c) => entryOf('alert', c, '{"kind":"comment"}')],
  ['insert agreeing alert_entry', (c) => entryOf('alert', c, '{"kind":"agree"}')],
  [
    'insert explained alert_entry',
    (c) => entryOf('alert', c, '{"kind":"close","reviewOn":"2025-02-01"}'),
  ],
  [
    'insert milestone',
    (c) =>
      `insert into milestone values (gen_random_uuid(), 1, ${c}, 'multi-agency-panels', 1, 'x', 'x', '2025-02-01', now(), 'x')`,
  ],
  ['insert milestone_entry', (c) => entryOf('milestone', c, '{"kind":"done"}')],
  [
    'insert feedback',
    (c) =>
      `insert into feedback values (gen_random_uuid(), 1, ${c}, 'service', null, 'x', now(), 'x')`,
  ],
  ['insert feedback_entry', (c) => entryOf('feedback', c, '{"kind":"assign"}')],
  [
    'update permission',
    (c) =>
      `update permission set answer = 'x', answered_at = now(), answered_by = 'x' where council_id = ${c} and answered_at is null returning 1`,
  ],
  [
    'update answered permission',
    (c) =>
      `update permission set answer = 'x' where council_id = ${c} and answered_at is not null returning 1`,
  ],
  [
    'update alert',
    (c) =>
      `update alert set acknowledged_by = acknowledged_by where council_id = ${c} and id = '${planted.alertId}' returning 1`,
  ],
];
