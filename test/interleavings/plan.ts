/** Numbers from 0 up to 1, the same for the same seed (mulberry32, 32 bits). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Figures of one month: each box with its number, and perhaps why one that stands is changed. */
export type Sent = {
  readonly cells: Readonly<Record<string, string>>;
  readonly reason: boolean;
  readonly key: string | null;
};
/** What somebody does: sends, sends again under the key of their last sending, or approves what came last. */
export type Deed =
  { readonly kind: 'send'; readonly sent: Sent } | { readonly kind: 'again' | 'approve' };

/** Boxes that no rule compares with one another, and numbers too small for any rule on what is usual. */
const BOXES = ['n_requests', 'n_plans', 'n_caseload', 'n_reviews', 'n_appeals'];

/** What three senders do, one after another each: two to four sendings of overlapping boxes, with deeds between them. */
export function planOf(seed: number): readonly (readonly Deed[])[] {
  const random = randomOf(seed);
  const upTo = (n: number): number => Math.floor(random() * n);
  return [0, 1, 2].map((sender) =>
    Array.from({ length: 2 + upTo(3) }, (_, n): readonly Deed[] => {
      const boxes = BOXES.filter(() => random() < 0.6);
      const chosen = boxes.length > 0 ? boxes : [BOXES[upTo(BOXES.length)] ?? 'n_plans'];
      const sent: Sent = {
        cells: Object.fromEntries(chosen.map((box) => [box, String(1 + upTo(3))])),
        reason: random() < 0.5,
        key: random() < 0.6 ? `${seed} ${sender} ${n}` : null,
      };
      const again = sent.key !== null && random() < 0.5 ? [{ kind: 'again' } as const] : [];
      const approve = random() < 0.3 ? [{ kind: 'approve' } as const] : [];
      return [{ kind: 'send', sent }, ...again, ...approve];
    }).flat(),
  );
}
