/** Tells open pages and subscriptions that something newer is known; carries the seq alone, never a figure. */
export abstract class KnowledgeFeed {
  /** Calls `listener` with the newest seq soon after each acceptance commits; coalesced. Returns how to stop. */
  abstract subscribe(listener: (seq: number) => void): () => void;
}
