import type { Messenger, OutgoingMessage } from '#application/ports';
import type { Behaviour } from '#testing/messengers';

/** A messenger with the receiver at its other end, which behaves as it is told. */
export type Line = {
  readonly messenger: Messenger;
  readonly to: string;
  readonly received: () => readonly string[];
  readonly behave: (as: Behaviour) => void;
  /** Takes the receiver away. */
  readonly cut: () => Promise<void>;
};

export const AT = new Date('2025-01-15T09:00:00Z');
const SECRET = 'the secret that a receiver knows';

export const aMessage = (to: string, over: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
  id: '0190f0a0-0000-7000-8000-00000000abcd',
  event: 'fired 2025-01-15T09:00:00.000Z',
  alertId: '0190f0a0-0000-7000-8000-00000000a1e7',
  alerts: [
    {
      id: '0190f0a0-0000-7000-8000-00000000a1e7',
      rule: 'off_plan',
      link: 'https://monitor.example/alerts/0190f0a0-0000-7000-8000-00000000a1e7',
    },
  ],
  council: 'E06000017',
  rule: 'off_plan',
  test: false,
  subject: 'Something to look at in the change programme',
  body: 'One measure or return needs attention.',
  reason: 'You are told because you send or approve the returns of this council.',
  link: 'https://monitor.example/alerts/0190f0a0-0000-7000-8000-00000000a1e7',
  settings: 'https://monitor.example/messages',
  to,
  secret: SECRET,
  at: AT,
  ...over,
});

/** What every way out of the service does. */
export function messengerContract(name: string, open: () => Promise<Line>): void {
  describe(`a messenger (${name})`, () => {
    let line: Line;
    beforeEach(async () => {
      line = await open();
    });
    afterEach(() => line.cut());
    const send = () => line.messenger.deliver(aMessage(line.to), AT);

    it('delivers a message with its id and its link, and the secret never', async () => {
      expect(await send()).toMatchObject({ outcome: 'delivered' });
      const [text = ''] = line.received();
      expect(line.received()).toHaveLength(1);
      expect(text).toContain(aMessage('').id);
      expect(text).toContain(aMessage('').link);
      expect(text).not.toContain(SECRET);
    });

    it('delivers a second time what it is given a second time, with the same id', async () => {
      await send();
      await send();
      expect(line.received().map((text) => text.includes(aMessage('').id))).toEqual([true, true]);
    });

    it.each([
      ['fails for now', 'failed'],
      ['refuses', 'refused'],
      ['hangs', 'failed'],
    ] as const)('says of a receiver that %s: %s', async (behaviour, outcome) => {
      line.behave(behaviour);
      const end = await send();
      expect(end.outcome).toBe(outcome);
      expect(end.detail).toMatch(/^.{5,200}$/s);
      expect(end.detail).not.toContain(line.to);
      expect(line.received()).toEqual([]);
    });
  });
}
