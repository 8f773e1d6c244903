import type { Service } from '#composition';
import type { Refusal, Result } from '#domain';
import type { FeedbackRecord } from '#domain/feedback';
import type { MilestoneRecord } from '#domain/delivery';
import { officer, SeedFault, someone, type Named } from './seed-people.js';
import type { SeedEvent } from './timeline.js';

type One<K extends SeedEvent['kind']> = Extract<SeedEvent, { kind: K }>;

/** More than the demonstration has of one council. */
const ALL = 200;
const analyst = someone('DfE analyst', ['dfe-analyst'], []);

/** A council plans a milestone; a second run finds it. */
export async function playPlanned(
  service: Service,
  { title, plan, council: key }: One<'planned'>,
  council: Named,
): Promise<void> {
  if (await milestoneCalled(service, title, council)) return;
  const asked = { ...plan, councilId: council.id, title };
  sure(await service.milestones.plan(officer(council), asked), `${key}: ${title}`);
}

/** What became of a milestone. One that is done takes nothing more, so that a second run stops there. */
export async function playMilestone(
  service: Service,
  { title, deed, council: key }: One<'milestone'>,
  council: Named,
): Promise<void> {
  const found = await milestoneCalled(service, title, council);
  if (!found) throw new SeedFault(`${key} has not planned “${title}”`);
  if (found.entries.some((one) => one.deed.words === deed.words)) return;
  sure(await service.milestones.say(officer(council), found.id, deed), `${key}: ${title}`);
}

/** A council says something; a second run finds it. */
export async function playSaid(
  service: Service,
  { about, code, words, council: key }: One<'said'>,
  council: Named,
): Promise<void> {
  if (await feedbackOf(service, words, council)) return;
  const said = { councilId: council.id, about, code, words };
  sure(await service.feedback.give(officer(council), said), `${key}: feedback`);
}

/** DfE answers what was said; a second run finds the answer. */
export async function playReplied(
  service: Service,
  { words, owner, answer, council: key }: One<'replied'>,
  council: Named,
): Promise<void> {
  const found = await feedbackOf(service, words, council);
  if (!found) throw new SeedFault(`${key} has not said “${words}”`);
  if (found.entries.length > 0) return;
  sure(await service.feedback.answer(analyst, found.id, { answer, owner }), `${key}: answer`);
}

async function milestoneCalled(
  service: Service,
  title: string,
  { id }: Named,
): Promise<MilestoneRecord | undefined> {
  const query = { councilIds: [id], reform: null, open: null, after: null, first: ALL };
  const { items } = await service.milestones.list(analyst, query);
  return items.find((one) => one.title === title);
}

async function feedbackOf(
  service: Service,
  words: string,
  { id: councilId }: Named,
): Promise<FeedbackRecord | undefined> {
  const query = { councilId, open: null, after: null, first: ALL };
  const { items } = await service.feedback.list(analyst, query);
  return items.find((one) => one.words === words);
}

function sure(result: Result<unknown, Refusal>, place: string): void {
  if (!result.ok) throw new SeedFault(`${place}: ${result.error.code}`);
}
