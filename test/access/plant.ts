import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { scopeOf, workerScope, type Reader } from '#domain/access';
import { observationsOf, requestBy, rows } from '../service/send.js';
import type { Period } from '#domain/periods';
import type { TestService } from '../service/test-service.js';
import { plantPack } from './plant-pack.js';
import { SENTINEL, type Planted } from './row-matrix.js';

const DECEMBER = {
  timeIdentifier: 'December',
  start: '2024-12-01',
  end: '2025-01-01',
};
const CLOSED = {
  ...{ timePeriod: '2023', timeIdentifier: 'September' },
  ...{ start: '2023-09-01', end: '2023-10-01' },
};

/** Plants figures, findings, approvals, answers, plans, alerts and messages for two councils: "own" and "other". */
export async function plant(at: TestService): Promise<Planted> {
  for (const key of ['barnet', 'leeds']) {
    const officer = await at.reader('council-submitter', key);
    const lead = await at.reader('council-approver', key);
    const send = (boxes: Record<string, string>, month: string) =>
      at.service.receiveSubmission.run(
        requestBy(officer, {
          idempotencyKey: `plant ${month}`,
          body: rows(observationsOf(boxes, month)),
        }),
      );
    const approved = await send({ n_requests: '41', n_decisions: 'six' }, '2024-11');
    await at.service.approveSubmission.run({
      reader: lead,
      submissionId: approved.kind === 'received' ? approved.submission.id : '',
    });
    await send(
      { n_requests: key === 'leeds' ? SENTINEL : '123456', n_decisions: 'six' },
      '2024-12',
    );
    await at.service.receiveMonthSoFar.run(
      requestBy(officer, {
        body: rows(observationsOf({ n_plans: key === 'leeds' ? SENTINEL : '3' }, '2025-01')),
      }),
    );
    const [councilId = 0] = officer.councilIds;
    await at.service.apiKeys.make({
      reader: lead,
      id: randomUUID(),
      councilId,
      terms: { label: `${key} nightly`, deeds: ['send-figures'], lastDay: '2025-04-15' },
    });
    await at.service.subscriptions.add({
      ...{ reader: lead, recipient: `council ${councilId}`, channel: 'email' },
      address: `team@${key}.example`,
    });
    await at.service.silences.add({
      ...{ reader: lead, audience: 'council', councilId, ruleCode: 'plan_band', metric: null },
      ...{ partnership: null, from: '2025-01-15', until: '2025-01-22' },
      reason: `planted ${key === 'leeds' ? SENTINEL : 'here'}`,
    });
    const { register } = await at.service.programme.current();
    const period = {
      timePeriod: '2024',
      timeIdentifier: 'October',
      start: '2024-10-01',
      end: '2024-11-01',
    };
    await at.service.answerReturn.run({
      reader: officer,
      councilId,
      period,
      kind: 'not-available',
      text: key === 'leeds' ? `a secret answer ${SENTINEL}` : 'no extract yet',
      expectedOn: null,
    });
    await at.service.unitOfWork.run(scopeOf(officer), (stores) =>
      stores.columnNames.remember(
        { programmeId: register.programmeId, councilId },
        new Map([['how many', 'value']]),
        { actor: officer.actor, at: at.clock.now() },
      ),
    );
    await at.service.returnDrafts.save({
      reader: officer,
      councilId,
      period: { ...period, timeIdentifier: 'December', start: '2024-12-01', end: '2025-01-01' },
      readAt: 0,
      was: {},
      fields: { 'box-n_plans': key === 'leeds' ? SENTINEL : '12' },
    });
    const ask = (kind: 'extension' | 'exception', month: Period, until: string) =>
      at.service.permissions.ask({
        ...{ reader: officer, councilId, kind, period: month, until },
        reason: 'the extract is late',
      });
    await ask('extension', { ...period, ...DECEMBER }, '2025-01-22');
    const closed = await ask('exception', { ...period, ...CLOSED }, '2025-01-22');
    await at.service.permissions.answer({
      reader: await at.reader('dfe-analyst'),
      permissionId: closed.ok ? closed.value.id : '',
      until: null,
      text: 'not this time, sorry',
    });
    const analyst = await at.reader('dfe-analyst');
    await at.service.unitOfWork.run(scopeOf(analyst), (stores) =>
      stores.assessments.decide({
        ...{ id: randomUUID(), programmeId: register.programmeId, councilId },
        ...{ metric: 'requests_received', from: '2024-12-01' },
        what: { kind: 'rebase', ground: 'process-changed' },
        ...{ reason: `planted ${SENTINEL}`, evidence: 'planted' },
        ...{ decidedAt: at.clock.now(), by: analyst.actor },
      }),
    );
    await plantDelivery(at, {
      officer,
      analyst,
      words: key === 'leeds' ? `planted ${SENTINEL}` : 'planted here',
    });
    await at.transactions.run(workerScope('plant'), (sql) =>
      sql.run(
        `insert into assessment values ($1, 'planted', 'council', $2::int::text, $2::int, false, false, '', 1, '{}', now(), 0)`,
        [register.programmeId, councilId],
      ),
    );
    await at.transactions.run(workerScope('plant'), (sql) =>
      sql.run(
        `insert into agreed_plan values (${register.programmeId}, $1, 'requests_received', 1, 'agreed', 1, '[]', '2024-01-01', '', true) on conflict do nothing`,
        [councilId],
      ),
    );
  }
  await at.service.sweepSchedules.run();
  await at.service.judgeSeries.run();
  await at.service.sendNotifications.run();
  const { register } = await at.service.programme.current();
  const idOf = (key: string): number =>
    register.councils.find((council) => council.key === key)?.id ?? 0;
  const [ownId, otherId] = [idOf('barnet'), idOf('leeds')];
  const found = await at.transactions.run(workerScope('plant'), async (sql) => {
    await sql.run(
      `insert into tombstone (programme_id, council_id, kind, subject, erased_at, erased_by, reason, digest)
       select 1, id, 'figure', 'planted', now(), 'plant', 'planted', '' from unnest($1::int[]) id`,
      [[ownId, otherId]],
    );
    await sql.run(
      `with aside as (
         insert into put_aside (programme_id, council_id, tries, next_at, detail) values (1, $2, 1, '2100-01-01', 'planted'))
       insert into series_to_assess (programme_id, council_id, metric) values (1, $1, null), (1, $2, null)`,
      [ownId, otherId],
    );
    await sql.run(
      `with one as (
         insert into published_import (id, programme_id, status, file_name, digest, bytes, published_on, uploaded_at, uploaded_by, expires_at)
         values (gen_random_uuid(), 1, 'previewed', 'planted.csv', '', 0, '2025-01-01', now(), 'plant', '2025-02-01') returning id)
       insert into published_import_piece select id, 'data', 0, '' from one`,
    );
    await sql.run(
      `with one as (
         insert into back_test (id, programme_id, status, rule_code, rule_version, rule, as_known, asked_at, asked_by, done, councils)
         values (gen_random_uuid(), 1, 'running', 'planted', 1, '{}', 'now', now(), 'plant', 0, 2) returning id)
       insert into back_test_council select id, $1, '{}' from one`,
      [otherId],
    );
    await sql.run(
      `with one as (
         insert into notification (id, programme_id, council_id, event, audience, recipient, channel, subscription_id, test,
           subject, body, reason, planned_at, due_at, next_attempt_at, attempts, tries, closed, died_at)
         select gen_random_uuid(), 1, council_id, 'test planted', 'council', recipient, channel, id, true,
           '', '', '', now(), now(), now(), 1, 1, true, now() from subscription returning id, council_id)
       insert into notification_attempt select id, council_id, 1, now(), 'dead', 'planted' from one`,
    );
    await sql.run(
      `insert into notification (id, programme_id, event, audience, recipient, channel, subject, body, reason, planned_at, due_at,
         next_attempt_at) values (gen_random_uuid(), 1, 'escalated planted', 'board', 'board', 'in-app', '', '', '', now(), now(), now())`,
    );
    const subscription = await sql.one<{ id: string; message: string }>(
      `select s.id, n.id as message from subscription s join notification n on n.subscription_id = s.id
       where s.council_id = $1 and n.died_at is not null`,
      [otherId],
    );
    const submission = await sql.one<{ id: string }>(
      `select submission_id as id from current_figure where council_id = $1 and value = $2`,
      [otherId, SENTINEL],
    );
    const key = await sql.one<{ id: string; public_id: string }>(
      `select id, public_id from api_key where council_id = $1`,
      [otherId],
    );
    const silence = await sql.one<{ id: string }>(`select id from silence where council_id = $1`, [
      otherId,
    ]);
    const permission = await sql.one<{ id: string }>(
      `select id from permission where council_id = $1 and answered_at is null`,
      [otherId],
    );
    const idIn = async (table: string): Promise<string> =>
      (await sql.one<{ id: string }>(`select id from ${table} where council_id = $1`, [otherId]))
        ?.id ?? '';
    return {
      milestoneId: await idIn('milestone'),
      feedbackId: await idIn('feedback'),
      permissionId: permission?.id ?? '',
      submissionId: submission?.id ?? '',
      keyId: key?.id ?? '',
      keyPublicId: key?.public_id ?? '',
      subscriptionId: subscription?.id ?? '',
      deadMessageId: subscription?.message ?? '',
      silenceId: silence?.id ?? '',
    };
  });
  const packId = await plantPack(at, [ownId, otherId]);
  await knowDigests(at.database.ownerUrl);
  await commentAt(at, ownId);
  return { ownId, otherId, packId, ...found, alertId: await commentAt(at, otherId) };
}

/** A milestone with a new date, and feedback that somebody at DfE looks after. */
async function plantDelivery(
  at: TestService,
  { officer, analyst, words }: { officer: Reader; analyst: Reader; words: string },
): Promise<void> {
  const [councilId = 0] = officer.councilIds;
  const reform = 'standard-template';
  const planned = await at.service.milestones.plan(officer, {
    ...{ councilId, reform, version: null, owner: 'SEND lead', due: '2025-02-03' },
    title: words,
  });
  await at.service.milestones.say(officer, planned.ok ? planned.value.id : '', {
    ...{ kind: 'redate', due: '2025-02-10', words },
  });
  const given = await at.service.feedback.give(officer, {
    ...{ councilId, about: 'reform', code: reform, words },
  });
  const owner = { answer: null, owner: 'Reform lead' };
  await at.service.feedback.answer(analyst, given.ok ? given.value.id : '', owner);
}

/** Says something about an alert of a council. Answers the alert. */
async function commentAt(at: TestService, councilId: number): Promise<string> {
  const reader = await at.reader('dfe-analyst');
  const question = { ruleCode: null, councilId, metric: null, open: null, after: null, first: 1 };
  const { items } = await at.service.readAlerts.list(reader, question);
  const alertId = items[0]?.id ?? '';
  const deeds = [{ kind: 'comment' as const, words: `planted ${SENTINEL}` }];
  await at.service.followUpAlert.run({ reader, alertId, deeds });
  return alertId;
}

/** Gives the keys digests that a spec can name; no role of the service may change one. */
async function knowDigests(ownerUrl: string): Promise<void> {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query('alter table api_key disable row level security');
  await owner.query(`update api_key set digest = 'digest of ' || council_id`);
  await owner.query('alter table api_key enable row level security');
  await owner.end();
}
