import { composeService } from '#composition';
import { WakeUps, type Clock } from '#application/ports';
import { SmtpMessenger, WebhookMessenger } from '#notify';
import type { SenderNews, SenderOrder } from './senders.js';

/** A process that does nothing but tell people, over and over, by a clock that its parent sets. It is made to be killed. */
const [url = '', smtp = ''] = process.argv.slice(2);

class SetClock implements Clock {
  at = new Date(0);
  now(): Date {
    return this.at;
  }
}
class NoWakeUps extends WakeUps {
  wake(): Promise<void> {
    return Promise.resolve();
  }
}

const clock = new SetClock();
const service = await composeService(
  { app: null, worker: url, listens: false, poolSize: 4, name: 'sender' },
  {
    ...{ clock, wakeUps: new NoWakeUps() },
    sending: {
      messengers: [
        new SmtpMessenger({ url: smtp, from: 'monitor@dfe.example' }),
        new WebhookMessenger({ production: false }),
      ],
      pages: 'https://monitor.example',
    },
  },
);
const tell = (news: SenderNews): void => void process.send?.(news);

/** Works until nothing is due at the moment that the order names, and says so. */
async function work({ now }: SenderOrder): Promise<void> {
  clock.at = new Date(now);
  for (let done = 1; done > 0;) {
    const placed = await service.sendNotifications.run();
    done = placed + (await service.sendOutside.run());
  }
  tell({ kind: 'idle', now });
}

process.on('message', (order: SenderOrder) => {
  work(order).catch((error: unknown) => tell({ kind: 'broken', reason: String(error) }));
});
process.on('disconnect', () => process.exit());
tell({ kind: 'ready' });
