/**
 * Long pure work that can be paused: it stops after each part, and returns its answer at the end. Whoever runs it decides
 * what else comes first.
 */
export type InParts<T> = Generator<undefined, T>;

/** Runs it without a pause. */
export function wholeOf<T>(work: InParts<T>): T {
  for (;;) {
    const next = work.next();
    if (next.done === true) return next.value;
  }
}
