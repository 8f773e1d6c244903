import type { Service } from '#composition';
import { scopeOf, workerScope, type Reader, type Role } from '#domain/access';
import { observationsToTable, waitsForWords, type Finding } from '#domain/intake';
import { monthPeriod } from '#domain/periods';
import type { ReceiveAnswer, ReceiveRequest } from '#application/intake';
import { publishedTable } from './published-table.js';
import { plainRows, type SeedEvent } from './timeline.js';

/** A fault in the data of the programme itself: said with its place, so that it can be mended. */
class SeedFault extends Error {}

const someone = (actor: string, roles: readonly Role[], councilIds: readonly number[]): Reader => ({
  actor,
  roles,
  councilIds,
  memberIds: [],
  partnership: null,
});

/** Who did what in the demonstration; also who would, for a person trying it. */
const officer = (council: { id: number; name: string }): Reader =>
  someone(`${council.name} data officer`, ['council-submitter'], [council.id]);
const lead = (council: { id: number; name: string }): Reader =>
  someone(`${council.name} SEND lead`, ['council-approver'], [council.id]);

/** The submissions made so far, by council and month: what an approval approves. */
export type Made = Map<string, string[]>;

/** Plays one event through the same use cases as everybody. Running it again has no second effect. */
export async function playEvent(service: Service, event: SeedEvent, made: Made): Promise<void> {
  if (event.kind === 'published') return playPublished(service, event);
  const { register } = await service.programme.current();
  const council = register.councils.find((candidate) => candidate.key === event.council);
  if (event.kind === 'prefilled') return playPrefilled(service, event, council);
  const period = monthPeriod(event.month);
  if (!council || !period)
    throw new SeedFault(`the demonstration names "${event.council}" and "${event.month}"`);
  const place = `${event.council} ${event.month}`;
  switch (event.kind) {
    case 'sent':
    case 'corrected': {
      const boxes = event.kind === 'sent' ? event.boxes : [event.box];
      const reason = event.kind === 'corrected' ? event.reason : undefined;
      const table = observationsToTable(
        boxes.map(({ box, value }) => ({
          metric: box,
          period: { month: event.month },
          value,
          reason,
        })),
      );
      const answer = await service.receiveSubmission.run({
        ...request(officer(council), `${event.kind} ${place}`),
        channel: 'page',
        source: 'return',
        body: { kind: 'rows', table },
      });
      made.set(place, [...(made.get(place) ?? []), idOf(answer, place)]);
      return;
    }
    case 'approved':
      for (const submissionId of made.get(place) ?? []) {
        await explainWarnings(service, officer(council), submissionId);
        await service.approveSubmission.run({ reader: lead(council), submissionId });
      }
      return;
    case 'answered':
      await service.answerReturn.run({
        reader: officer(council),
        councilId: council.id,
        period,
        kind: 'not-available',
        text: event.text,
      });
  }
}

/** What the demonstration's councils say of a warning; labelled as invented, like every figure of theirs. */
const EXPLANATION = 'Checked against the case system: the number is right.';

async function explainWarnings(
  service: Service,
  reader: Reader,
  submissionId: string,
): Promise<void> {
  const [{ validationRules }, view] = await Promise.all([
    service.programme.current(),
    service.submissions.byId(scopeOf(reader), submissionId),
  ]);
  const waiting = view?.findings.filter((finding) => waitsForWords(finding, validationRules)) ?? [];
  for (const { n } of waiting)
    await service.explainFinding.run({ reader, submissionId, n, text: EXPLANATION });
}

/** Numbers that the platform fills in for a council, approved at once. */
async function playPrefilled(
  service: Service,
  event: SeedEvent & { kind: 'prefilled' },
  council: { id: number; name: string } | undefined,
): Promise<void> {
  if (!council) throw new SeedFault(`the demonstration names "${event.council}"`);
  const table = observationsToTable(
    event.numbers.map(({ name, timePeriod, timeIdentifier, value }) => ({
      metric: name,
      period: { timePeriod, timeIdentifier },
      value,
    })),
  );
  const answer = await service.receiveSubmission.run({
    ...request(officer(council), `prefilled ${event.council}`),
    channel: 'file',
    source: 'backfill',
    body: { kind: 'rows', table },
  });
  await service.approveSubmission.run({
    reader: lead(council),
    submissionId: idOf(answer, event.council),
  });
}

async function playPublished(
  service: Service,
  event: SeedEvent & { kind: 'published' },
): Promise<void> {
  const answer = await service.receiveSubmission.run({
    ...request(someone('published statistics', [], []), event.key),
    channel: 'file',
    source: 'published',
    publishedOn: event.publishedOn,
    body: { kind: 'rows', table: publishedTable(plainRows(event.file), event.periods) },
  });
  const id = idOf(answer, event.key);
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

function idOf(answer: ReceiveAnswer, place: string): string {
  failAtBlock(answer.kind === 'refused' ? answer.findings : answer.submission.findings, place);
  if (answer.kind === 'refused') throw new SeedFault(`${place}: refused`);
  return answer.submission.id;
}

function failAtBlock(findings: readonly Finding[], place: string): void {
  const first = findings.find((finding) => finding.severity === 'block');
  if (first) throw new SeedFault(`${place}: ${first.code} ${first.metric ?? ''} ${first.message}`);
}
