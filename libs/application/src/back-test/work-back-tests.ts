import { workerScope } from '#domain/access';
import type { BackTest, Clock, Ids, ProgrammeSource } from '../ports/index.js';
import { resultOf } from './back-test-result.js';
import { BackTestFault, memberIds, runBackTest, type BackTestPorts } from './run-back-test.js';

/** A worker that has not kept anything for so long is taken for dead. */
const LEASE_MS = 120_000;

type Ports = BackTestPorts & {
  readonly programme: ProgrammeSource;
  readonly clock: Clock;
  readonly ids: Ids;
};

const scope = workerScope('back-test');

/**
 * The worker's part of back-tests: takes one at a time, under a lease, and keeps what came of each batch of councils, so that
 * after a kill another worker goes on where it ended. One that was cancelled, or taken by another worker, is left alone.
 */
export class WorkBackTests {
  constructor(private readonly ports: Ports) {}

  /** Returns how many were worked on. */
  async run(): Promise<number> {
    for (let worked = 0; ; worked += 1) {
      const holder = this.ports.ids.newId();
      const now = this.ports.clock.now();
      const one = await this.ports.unitOfWork.run(scope, (stores) =>
        stores.backTests.take(holder, now, leaseFrom(now)),
      );
      if (!one) return worked;
      await this.work(one, holder);
    }
  }

  private async work(one: BackTest, holder: string): Promise<void> {
    const { unitOfWork, clock } = this.ports;
    const programme = await this.ports.programme.current();
    const kept = await unitOfWork.run(scope, (stores) => stores.backTests.kept(one.id));
    const done = new Set(kept.map(({ councilId }) => councilId));
    const failed = await runBackTest(
      this.ports,
      { order: { ...one, now: one.askedAt }, programme },
      {
        councilIds: memberIds(programme).filter((id) => !done.has(id)),
        onCouncils: (councils) =>
          unitOfWork.run(scope, (stores) =>
            stores.backTests.keep({ id: one.id, holder, until: leaseFrom(clock.now()) }, councils),
          ),
      },
    ).then(
      () => null,
      (error: unknown) => {
        if (error instanceof BackTestFault) return error.message;
        throw error;
      },
    );
    await unitOfWork.run(scope, async (stores) => {
      const of = { id: one.id, holder, at: clock.now() };
      const all = await stores.backTests.kept(one.id);
      if (failed !== null) await stores.backTests.finish(of, { sentence: failed });
      else if (all.length >= memberIds(programme).length)
        await stores.backTests.finish(of, { result: resultOf(all, programme.register) });
    });
  }
}

const leaseFrom = (at: Date): Date => new Date(at.getTime() + LEASE_MS);
