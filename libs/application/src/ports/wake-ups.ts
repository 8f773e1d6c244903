/** What a worker can be asked to look at. The rows are the truth: a wake-up only says "look". */
export const LOOKS = ['submissions', 'assessments', 'notifications', 'back-tests'] as const;
export type Look = (typeof LOOKS)[number];

/**
 * Wakes a worker. May be lost, doubled or late: a scheduled sweep finds every row that needs work by itself. A look
 * asked for while the same look runs is run again afterwards.
 */
export abstract class WakeUps {
  abstract wake(look: Look): Promise<void>;
}
