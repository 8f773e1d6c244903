import { join } from 'node:path';
import { composeService } from '#composition';
import { workerScope } from '#domain/access';
import { WakeUps } from '#application/ports';
import {
  dataSourceFor,
  ScopedTransactions,
  writeProgramme,
  type ProgrammeData,
} from '#persistence';
import { FixedClock } from '#platform';
import { testDatabase } from '#testing';
import { readProgramme } from '../apps/cli/src/seed/read-programme.js';
import type { Bench } from './bench.js';

/** Long enough for every month of the demonstration to be open. */
const OPEN_MONTHS = 60;

class NoWakeUps extends WakeUps {
  wake(): Promise<void> {
    return Promise.resolve();
  }
}

/** The service on a database of its own, with the programme and no figures; every month of two years is open. */
export async function openBench(): Promise<
  Bench & {
    readonly programme: ProgrammeData;
    /** Codes of the councils of today. */
    readonly codes: readonly string[];
    readonly close: () => Promise<void>;
  }
> {
  const database = await testDatabase();
  const [workerSource, appSource] = [database.roles.worker, database.roles.app].map((url) =>
    dataSourceFor(url, { size: 2, name: 'bench' }),
  );
  if (!workerSource || !appSource) throw new Error('no connections');
  for (const source of [workerSource, appSource]) await source.initialize();
  const transactions = new ScopedTransactions({ worker: workerSource });
  const read = readProgramme({
    folder: join(process.cwd(), 'programmes', 'send-ap'),
    demonstration: true,
  });
  const programme: ProgrammeData = {
    ...read,
    returnDefinition: { ...read.returnDefinition, revisionMonths: OPEN_MONTHS },
  };
  await transactions.run(workerScope('bench'), (sql) => writeProgramme(sql, programme));
  const service = await composeService(
    {
      app: database.roles.app,
      worker: database.roles.worker,
      listens: false,
      poolSize: 4,
      name: 'bench',
    },
    { clock: new FixedClock(new Date('2025-01-15T09:00:00Z')), wakeUps: new NoWakeUps() },
  );
  const codes = programme.register.councils
    .filter(({ endedOn }) => endedOn === null)
    .map(
      (council) =>
        council.codes.find(({ kind, validTo }) => kind === 'ons' && validTo === null)?.code ??
        council.key,
    );
  return {
    service,
    transactions,
    app: new ScopedTransactions({ app: appSource }),
    programme,
    codes,
    close: async () => {
      await service.close();
      for (const source of [workerSource, appSource]) await source.destroy();
      await database.drop();
    },
  };
}
