/** What each database role may do at all; which rows is the policies' business. The public role has nothing yet. */
const REGISTER = [
  'programme',
  'region',
  'council',
  'council_code',
  'council_name',
  'council_successor',
  'partnership',
  'partnership_member',
  'membership',
  'reform',
  'reform_version',
  'participation',
  'bank_holiday',
  'metric_version',
  'return_definition',
  'validation_rule',
  'alert_rule',
  'publication',
  'area_figure',
  'statistical_neighbour',
  'persona',
];
const APP_READS = [
  'submission',
  'submission_payload',
  'finding',
  'acceptance',
  'revision',
  'current_figure',
  'approval',
  'return_answer',
  'agreed_plan',
  'alert',
  'alert_step',
  'notification',
  'notification_attempt',
  'tombstone',
];
const APP_ADDS = [
  'submission',
  'submission_payload',
  'finding',
  'acceptance',
  'revision',
  'current_figure',
  'approval',
  'return_answer',
  'series_to_assess',
  'audit_entry',
];

export const grantStatements = (prefix: string): readonly string[] => {
  const app = `"${prefix}_app"`;
  const worker = `"${prefix}_worker"`;
  const open = `"${prefix}_public"`;
  return [
    `revoke create on schema public from public`,
    `grant usage on schema public to ${app}, ${worker}, ${open}`,
    `grant select on ${REGISTER.join(', ')} to ${app}, ${open}`,
    `grant select on knowledge to ${app}`,
    `grant update (last_seq, last_known_at) on knowledge to ${app}`,
    `grant select on ${APP_READS.join(', ')} to ${app}`,
    `grant insert on ${APP_ADDS.join(', ')} to ${app}`,
    `grant select, insert on idempotency_key to ${app}`,
    `grant select, insert, update on column_name to ${app}`,
    `grant select, insert, update, delete on return_draft to ${app}`,
    `grant update (explanation, explained_by, explained_at, closed_at, closed_by) on finding to ${app}`,
    `grant update (status, received_count, accepted_count, acceptance_id) on submission to ${app}`,
    `grant update (known_seq, known_at, promoted) on acceptance to ${app}`,
    `grant update, delete on current_figure to ${app}`,
    `grant update (acknowledged_at, acknowledged_by) on alert to ${app}`,
    `grant select, insert, delete on access_token, session to ${app}, ${worker}`,
    `grant select, insert, update, delete on all tables in schema public to ${worker}`,
    `revoke update, delete on revision, audit_entry, alert_step, notification_attempt, submission_payload from ${worker}`,
    `revoke update, delete on finding from ${worker}`,
    `grant update (explanation, explained_by, explained_at, closed_at, closed_by) on finding to ${worker}`,
    // Erasure and retention: files and words go, and nothing else of the record.
    `grant delete on submission_payload to ${worker}`,
    `grant update (value, message, fix) on finding to ${worker}`,
    `grant update (comment, reason_text) on revision to ${worker}`,
    `revoke update, delete on tombstone from ${worker}`,
    // Keys: the app adds them, and changes nothing of one but its end, its last use and what replaces it.
    `grant select, insert on api_key to ${app}`,
    `grant update (expires_at, last_used_at, revoked_at, revoked_by, replaced_by) on api_key to ${app}`,
    `revoke insert, update, delete on api_key from ${worker}`,
    // Permissions: the app asks and answers, the answer alone is written later; the worker reads them.
    `grant select, insert on permission to ${app}`,
    `grant update (granted_until, answer, answered_at, answered_by) on permission to ${app}`,
    `revoke insert, update, delete on permission from ${worker}`,
    // Yearly files: the app takes them and confirms; the worker reads, imports and drops them.
    `grant select, insert on published_import to ${app}`,
    `grant update (status, preview, sentence, confirmed_at, confirmed_by, finished_at, outcome) on published_import to ${app}`,
    `grant insert on published_import_piece to ${app}`,
    `grant usage on all sequences in schema public to ${app}, ${worker}`,
    `revoke all on migrations from ${worker}`,
  ];
};
