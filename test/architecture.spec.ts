import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { environment } from '#platform/config';
import { rooms } from '../rooms.mjs';

const folders = (parent: string): string[] =>
  readdirSync(parent, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${parent}/${entry.name}`);
const files = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? files(path) : [path];
  });
const sources = (): string[] =>
  ['apps', 'libs'].flatMap(files).filter((path) => path.endsWith('.ts'));

type Room = {
  readonly rooms: readonly string[];
  readonly npm: readonly string[];
  readonly node: boolean;
};
const table = rooms as Readonly<Record<string, Room>>;

describe('the house', () => {
  it('has exactly the rooms of the table', () => {
    expect(Object.keys(table).sort()).toEqual([...folders('apps'), ...folders('libs')].sort());
  });

  it('has no two rooms that may import each other', () => {
    for (const [room, may] of Object.entries(table)) {
      for (const other of may.rooms) {
        const back = table[`libs/${other}`]?.rooms ?? [];
        const name = room.split('/')[1] ?? '';
        expect([room, other, back.includes(name) && other !== name]).toEqual([room, other, false]);
      }
    }
  });

  it('keeps its pure rooms free of npm packages but for numbers and the times of cron, and of Node', () => {
    expect(table['libs/domain']).toMatchObject({ npm: ['cron-parser'], node: false });
    expect(table['libs/application']).toMatchObject({ npm: [], node: false });
    expect(table['libs/statistics']).toMatchObject({ node: false, rooms: [] });
  });

  it('keeps tables in persistence and GraphQL types in the api, and lets migrations alone make tables', () => {
    for (const path of sources()) {
      if (path.endsWith('.entity.ts')) expect(path).toMatch(/^libs\/persistence\//);
      if (path.endsWith('.type.ts')) expect(path).toMatch(/^apps\/api\//);
      expect([
        path,
        /synchronize: true|migrationsRun: true/.test(readFileSync(path, 'utf8')),
      ]).toEqual([path, false]);
    }
  });

  it('has no argument anywhere that orders councils by a value', () => {
    const sdl = readFileSync('apps/api/schema.graphql', 'utf8');
    expect(sdl).not.toMatch(/\b(orderBy|sortBy|sort|rank|ranking|order)\b\s*:/i);
  });

  it('lists every variable of the environment in .env.example, and no other', () => {
    const listed = readFileSync('.env.example', 'utf8')
      .split('\n')
      .flatMap((line) => /^#? ?([A-Z_]+)=/.exec(line)?.[1] ?? []);
    expect(listed.sort()).toEqual(
      Object.keys(environment.shape)
        .filter((name) => name !== 'CLOCK_OPENED_AT')
        .sort(),
    );
  });

  it('locks packages so that every platform installs the same: what is for one platform is optional, and no host is named', () => {
    const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      packages: Record<
        string,
        { os?: string[]; cpu?: string[]; optional?: boolean; resolved?: string }
      >;
    };
    const ours = ['linux', 'darwin', 'win32'];
    for (const [name, entry] of Object.entries(lock.packages)) {
      const isForAll = !entry.cpu && ours.every((os) => entry.os?.includes(os) ?? true);
      if (!isForAll) expect([name, entry.optional]).toEqual([name, true]);
      expect([name, entry.resolved]).toEqual([name, undefined]);
    }
  });

  it('composes containers from files and scripts that exist', () => {
    const compose = parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true }) as {
      services: Record<
        string,
        {
          build?: { dockerfile: string };
          image?: string;
          command?: string[];
          depends_on?: Record<string, unknown>;
          deploy?: { replicas: number };
        }
      >;
    };
    expect(Object.keys(compose.services).sort()).toEqual([
      'api',
      'migrate',
      'postgres',
      'redis',
      'web',
      'worker',
    ]);
    for (const [name, service] of Object.entries(compose.services)) {
      expect([name, Boolean(service.image ?? service.build)]).toEqual([name, true]);
      if (service.build) expect(existsSync(service.build.dockerfile)).toBe(true);
      for (const other of Object.keys(service.depends_on ?? {}))
        expect(Object.keys(compose.services)).toContain(other);
      const script = service.command?.find((word) => word.startsWith('dist/'));
      if (script)
        expect(existsSync(script.replace(/^dist\//, '').replace(/\.js$/, '.ts'))).toBe(true);
    }
    expect([
      compose.services['api']?.deploy?.replicas,
      compose.services['worker']?.deploy?.replicas,
    ]).toEqual([2, 2]);
  });
});
