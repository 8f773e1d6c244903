import type { Service } from '#composition';
import { workerScope, type Reader } from '#domain/access';
import { observationsToTable, waitsForWords, type Finding } from '#domain/intake';
import { monthPeriod } from '#domain/periods';
import type { ReceiveAnswer, ReceiveRequest } from '#application/intake';
import type { SubmissionView } from '#application/ports';
import { plainRows } from './plain-rows.js';
import { playMilestone, playPlanned, playReplied, playSaid } from './play-delivery.js';
import { playAsked, playPermitted } from './play-permission.js';
import { publishedTable } from './published-table.js';
import { lead, officer, SeedFault, someone, type Named } from './seed-people.js';
import type { SeedEvent } from './timeline.js';

type Submitted = {
  readonly id: string;
  /** Warnings that stand in the way of an approval, and what the council says of them. */
  readonly warnings: readonly { readonly n: number; readonly text: string }[];
};

/** The submissions that wait for an approval, by council and what they are of. */
export type Made = Map<string, readonly Submitted[]>;

/** Plays one event through the same use cases as everybody. Running it again has no second effect. */
export async function playEvent(service: Service, event: SeedEvent, made: Made): Promise<void> {
  if (event.kind === 'published') return playPublished(service, event);
  if (event.kind === 'looked') {
    await service.readNews.run(someone(event.actor, event.roles, []), { isLook: true });
    return;
  }
  const { register } = await service.programme.current();
  const council = register.councils.find((candidate) => candidate.key === event.council);
  if (!council) throw new SeedFault(`the demonstration names "${event.council}"`);
  switch (event.kind) {
    case 'sent':
      return playSent(service, event, { council, made });
    case 'approved':
      return playApproved(service, event, { council, made });
    case 'answered':
      return playAnswered(service, event, council);
    case 'asked':
      return playAsked(service, event, council);
    case 'permitted':
      return playPermitted(service, event, council);
    case 'planned':
      return playPlanned(service, event, council);
    case 'milestone':
      return playMilestone(service, event, council);
    case 'said':
      return playSaid(service, event, council);
    case 'replied':
      return playReplied(service, event, council);
  }
}

type One<K extends SeedEvent['kind']> = Extract<SeedEvent, { kind: K }>;

async function playSent(
  service: Service,
  event: One<'sent'>,
  { council, made }: { council: Named; made: Made },
): Promise<void> {
  const answer = await service.receiveSubmission.run({
    ...request(officer(council), event.key),
    channel: event.source === 'return' ? 'page' : 'file',
    source: event.source,
    body: { kind: 'rows', table: observationsToTable(event.observations) },
  });
  const place = `${event.council} ${event.what}`;
  const { id, findings } = submissionOf(answer, event.key);
  const { validationRules } = await service.programme.current();
  const warnings = findings
    .filter((finding) => waitsForWords(finding, validationRules))
    .map(({ n, code }) => ({ n, text: event.wordsOn(code) }));
  made.set(place, [...(made.get(place) ?? []), { id, warnings }]);
}

async function playApproved(
  service: Service,
  event: One<'approved'>,
  { council, made }: { council: Named; made: Made },
): Promise<void> {
  const place = `${event.council} ${event.what}`;
  for (const { id: submissionId, warnings } of made.get(place) ?? []) {
    // A warning that a later figure has settled is not open any more: that is as good.
    for (const { n, text } of warnings)
      await service.explainFinding.run({ reader: officer(council), submissionId, n, text });
    const approved = await service.approveSubmission.run({ reader: lead(council), submissionId });
    if (!approved.ok) throw new SeedFault(`${place}: ${approved.error.code}`);
  }
  made.delete(place);
}

async function playAnswered(
  service: Service,
  { month, text, expectedOn, council: key }: One<'answered'>,
  council: Named,
): Promise<void> {
  const period = monthPeriod(month);
  if (!period) throw new SeedFault(`the demonstration names "${key}" and "${month}"`);
  await service.answerReturn.run({
    reader: officer(council),
    councilId: council.id,
    period,
    kind: 'not-available',
    text,
    expectedOn,
  });
}

async function playPublished(service: Service, event: One<'published'>): Promise<void> {
  const answer = await service.receiveSubmission.run({
    ...request(someone('published statistics', [], []), event.key),
    channel: 'file',
    source: 'published',
    publishedOn: event.publishedOn,
    body: { kind: 'rows', table: publishedTable(plainRows(event.file), event.periods) },
  });
  const { id } = submissionOf(answer, event.key);
  await service.checkStoredSubmissions.run();
  // A long file is checked only now, so that its faults were not in the answer.
  const checked = await service.submissions.byId(workerScope('seed'), id);
  failAtBlock(checked?.findings ?? [], event.key);
  if (checked?.status !== 'accepted')
    throw new SeedFault(`${event.key}: ${checked?.status ?? 'lost'}`);
}

const request = (
  reader: Reader,
  key: string,
): Omit<ReceiveRequest, 'channel' | 'source' | 'body'> => ({
  reader,
  operation: 'seed',
  council: null,
  idempotencyKey: key,
  mode: 'partial',
  dryRun: false,
  comment: null,
  publishedOn: null,
  expectedPeriod: null,
});

function submissionOf(answer: ReceiveAnswer, place: string): SubmissionView {
  failAtBlock(answer.kind === 'refused' ? answer.findings : answer.submission.findings, place);
  if (answer.kind === 'refused') throw new SeedFault(`${place}: refused`);
  return answer.submission;
}

function failAtBlock(findings: readonly Finding[], place: string): void {
  const first = findings.find((finding) => finding.severity === 'block');
  if (first) throw new SeedFault(`${place}: ${first.code} ${first.metric ?? ''} ${first.message}`);
}
