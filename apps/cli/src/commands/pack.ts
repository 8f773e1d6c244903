import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PACK_MANIFEST } from '#application/packs';
import type { PackRecord } from '#application/ports';
import type { Service } from '#composition';
import { workerScope } from '#domain/access';
import { readManifest, type PackDifference } from '#domain/packs';
import { readBytes } from '../ees/read-bytes.js';
import type { Command, CommandInput } from './command.js';
import { readOptions } from './options.js';
import { withService } from './running-service.js';

const scope = workerScope('pack');

const SAYS = {
  missing: 'is missing',
  extra: 'is not in the manifest',
  differs: 'has other bytes',
} as const;
const OTHERWISE = {
  release: 'The pack was made by another version of the service.',
  definitions: 'The definitions of the programme are others here than where the pack was made.',
} as const;

type Say = CommandInput['say'];

function sayAll(differences: readonly PackDifference[], say: Say): void {
  for (const { path, what } of differences) say(`${path} ${SAYS[what]}`);
}

/** `pack verify`: compares what is stored with the manifest and its checksum. */
async function verifyOne(service: Service, pack: PackRecord, say: Say): Promise<number> {
  const differences = await service.readPacks.verify(scope, pack);
  sayAll(differences, say);
  if (differences.length === 0) say(`Pack ${pack.id} is whole: checksum ${pack.checksum}.`);
  return differences.length === 0 ? 0 : 1;
}

/** `pack rebuild`: makes data and charts again from a manifest, and compares them byte for byte. */
async function rebuildFrom(service: Service, file: string, say: Say): Promise<number> {
  const bytes = readBytes(file);
  if (typeof bytes === 'string') {
    say(bytes);
    return 2;
  }
  const manifest = readManifest(new TextDecoder().decode(bytes));
  if (!manifest.ok) {
    say(`This is no manifest: ${manifest.error}.`);
    return 2;
  }
  const rebuilt = await service.rebuildPack.run(scope, manifest.value);
  if (!rebuilt.ok) {
    say(`There is no measure or council ${rebuilt.error} here.`);
    return 1;
  }
  const { made, differences, otherwise } = rebuilt.value;
  sayAll(differences, say);
  if (differences.length > 0) for (const what of otherwise) say(OTHERWISE[what]);
  say(`${made} files made again, ${differences.length} differ.`);
  return differences.length === 0 ? 0 : 1;
}

/** `pack export`: writes every file and the manifest into a folder. */
async function exportInto(
  service: Service,
  pack: PackRecord,
  { folder, say }: { readonly folder: string; readonly say: Say },
): Promise<number> {
  const write = (path: string, content: string): void => {
    const place = join(folder, path);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, content);
  };
  write(PACK_MANIFEST, pack.manifest);
  let files = 0;
  for await (const { path, content } of service.readPacks.contents(scope, pack)) {
    write(path, content);
    files += 1;
  }
  say(`${files} files and the manifest of pack ${pack.id} are in ${folder}.`);
  return 0;
}

/** `pack`: evidence packs checked, made again and written out. */
export const pack: Command = {
  name: 'pack',
  summary: 'Verify an evidence pack, make one again from its manifest, or write one out',
  usage: 'pack verify <id> | pack rebuild <manifest.json> | pack export <id> <folder>',
  run: async (input) => {
    const { say } = input;
    const [deed, what = '', folder = ''] = readOptions(input.args, {}, pack.usage).positionals;
    if (deed === 'rebuild' && what !== '')
      return withService(input, (service) => rebuildFrom(service, what, say));
    const isOther = deed === 'verify' || (deed === 'export' && folder !== '');
    if (!isOther || !/^[0-9a-f-]{36}$/.test(what)) {
      say(`Usage: npm run cli -- ${pack.usage}`);
      return 2;
    }
    return withService(input, async (service) => {
      const found = await service.readPacks.find(scope, what);
      if (!found) {
        say(`There is no pack ${what}.`);
        return 1;
      }
      return deed === 'verify'
        ? verifyOne(service, found, say)
        : exportInto(service, found, { folder, say });
    });
  },
};
