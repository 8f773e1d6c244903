import { WakeUps } from '#application/ports';

/** What the demonstration would queue, nobody works on. */
export class NobodyWoken extends WakeUps {
  wake(): Promise<void> {
    return Promise.resolve();
  }
}
