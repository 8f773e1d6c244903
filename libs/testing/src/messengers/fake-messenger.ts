import {
  Messenger,
  type Delivery,
  type OutgoingMessage,
  type OutsideChannel,
} from '#application/ports';

export type Behaviour = 'works' | 'fails for now' | 'refuses' | 'hangs';

const ENDS: Readonly<Record<Behaviour, Delivery>> = {
  works: { outcome: 'delivered', detail: 'taken' },
  'fails for now': { outcome: 'failed', detail: 'answered 500' },
  refuses: { outcome: 'refused', detail: 'answered 400' },
  hangs: { outcome: 'failed', detail: 'no answer in time' },
};

/** A way out that leads nowhere: keeps what was delivered, and behaves as a spec says, for all or for one address. */
export class FakeMessenger extends Messenger {
  readonly delivered: OutgoingMessage[] = [];
  readonly behaviours = new Map<string, Behaviour>();
  behaviour: Behaviour = 'works';

  constructor(readonly channel: OutsideChannel) {
    super();
  }

  deliver(message: OutgoingMessage): Promise<Delivery> {
    const behaviour = this.behaviours.get(message.to) ?? this.behaviour;
    if (behaviour === 'works') this.delivered.push(message);
    return Promise.resolve(ENDS[behaviour]);
  }
}
