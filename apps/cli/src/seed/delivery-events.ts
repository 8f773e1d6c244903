import { join } from 'node:path';
import { feedbackFile, milestonesFile } from './programme-files.js';
import { readJson } from './read-json.js';
import type { SeedEvent } from './timeline.js';

/** What councils of the demonstration planned and said, and what became of it, each at its moment. */
export function deliveryEvents(folder: string): readonly SeedEvent[] {
  const at = (name: string): string => join(folder, 'demonstration', name);
  const milestones = readJson(at('milestones.json'), milestonesFile).flatMap(
    ({ council, reform, version, title, owner, due, plannedAt, redated, done }): SeedEvent[] => [
      {
        ...{ kind: 'planned', at: new Date(plannedAt), council, title },
        plan: { reform, version, owner, due },
      },
      ...redated.map((one): SeedEvent => ({
        ...{ kind: 'milestone', at: new Date(one.at), council, title },
        deed: { kind: 'redate', due: one.due, words: one.reason },
      })),
      ...(done
        ? [
            {
              ...{ kind: 'milestone' as const, at: new Date(done.at), council, title },
              deed: { kind: 'done' as const, words: done.evidence },
            },
          ]
        : []),
    ],
  );
  const feedback = readJson(at('feedback.json'), feedbackFile).flatMap(
    ({ council, about, code, words, saidAt, answer }): SeedEvent[] => [
      { kind: 'said', at: new Date(saidAt), council, about, code, words },
      ...(answer
        ? [
            {
              ...{ kind: 'replied' as const, at: new Date(answer.at), council, words },
              ...{ owner: answer.owner, answer: answer.words },
            },
          ]
        : []),
    ],
  );
  return [...milestones, ...feedback];
}
