import { join } from 'node:path';
import { composeService, heavyTasks, type Outside, type Service } from '#composition';
import { workerScope, type Reader, type Role } from '#domain/access';
import {
  dataSourceFor,
  ScopedTransactions,
  verifyInvariants,
  writeProgramme,
  type ProgrammeData,
} from '#persistence';
import { FixedClock } from '#platform';
import { ensureTemplate, testDatabase, type TestDatabase } from '#testing';
import { SameThreadHeavyNumbers } from '#testing/heavy-numbers';
import { WakeUps, type Look } from '#application/ports';
import { readProgramme } from '../../apps/cli/src/seed/read-programme.js';

/** Remembers what was asked for, and wakes nobody. */
class RecordingWakeUps extends WakeUps {
  readonly asked: Look[] = [];

  wake(look: Look): Promise<void> {
    this.asked.push(look);
    return Promise.resolve();
  }
}

/** The template that specs on the real programme start from. */
const WITH_PROGRAMME = 'template_programme';

export type TestService = {
  readonly service: Service;
  readonly clock: FixedClock;
  readonly wakeUps: RecordingWakeUps;
  readonly database: TestDatabase;
  readonly transactions: ScopedTransactions;
  /** Somebody with a role at a council (by its key), or at none. */
  readonly reader: (role: Role, council?: string) => Promise<Reader>;
  /** The names of the invariants that are broken. */
  readonly broken: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
};

/**
 * The whole service on a PostgreSQL of its own, with the real programme (or what a spec makes of it) and a clock that
 * stands still.
 */
export async function testService(
  now = '2025-01-15T09:00:00Z',
  changed: ((programme: ProgrammeData) => ProgrammeData) | null = null,
  sending: Outside['sending'] = undefined,
  painter: Outside['painter'] = undefined,
): Promise<TestService> {
  const database = changed === null ? await withProgramme() : await testDatabase();
  if (changed !== null) await write(database, changed);
  const workerSource = dataSourceFor(database.roles.worker, { size: 2, name: 'spec' });
  await workerSource.initialize();
  const transactions = new ScopedTransactions({ worker: workerSource });
  const clock = new FixedClock(new Date(now));
  const wakeUps = new RecordingWakeUps();
  const service = await composeService(
    {
      app: database.roles.app,
      worker: database.roles.worker,
      listens: false,
      poolSize: 8,
      name: 'spec',
    },
    {
      ...{ clock, wakeUps, heavyNumbers: new SameThreadHeavyNumbers(heavyTasks) },
      ...(sending ? { sending } : {}),
      ...(painter ? { painter } : {}),
    },
  );
  return {
    service,
    clock,
    wakeUps,
    database,
    transactions,
    reader: async (role, council) => {
      const { register } = await service.programme.current();
      const found = register.councils.find((candidate) => candidate.key === council);
      if (council && !found) throw new Error(`no council ${council}`);
      const partnership = register.partnerships.find((p) =>
        p.members.some((m) => m.councilId === found?.id),
      );
      const leads = role === 'partnership-lead';
      return {
        actor: `${council ?? ''} ${role}`.trim(),
        roles: [role],
        councilIds: found && !leads ? [found.id] : [],
        memberIds: leads ? (partnership?.members.map((m) => m.councilId) ?? []) : [],
        partnership: leads ? (partnership?.code ?? null) : null,
      };
    },
    broken: async () => {
      const answers = await transactions.read(workerScope('spec'), verifyInvariants);
      return answers.filter((answer) => answer.count > 0).map((answer) => answer.name);
    },
    close: async () => {
      await service.close();
      await workerSource.destroy();
      await database.drop();
    },
  };
}

/** A database with the real programme: a copy of one into which it was written once. */
async function withProgramme(): Promise<TestDatabase> {
  await ensureTemplate(WITH_PROGRAMME, (database) => write(database, (programme) => programme));
  return testDatabase(WITH_PROGRAMME);
}

async function write(
  { roles }: TestDatabase,
  changed: (programme: ProgrammeData) => ProgrammeData,
): Promise<void> {
  const source = dataSourceFor(roles.worker, { size: 1, name: 'spec' });
  await source.initialize();
  const folder = join(process.cwd(), 'programmes', 'send-ap');
  const programme = changed(readProgramme({ folder, demonstration: true }));
  await new ScopedTransactions({ worker: source }).run(workerScope('spec'), (sql) =>
    writeProgramme(sql, programme),
  );
  await source.destroy();
}
