import { randomUUID } from 'node:crypto';
import { packScope } from '#domain/access';
import { MANIFEST_FORMAT, manifestText, type PackFileKind } from '#domain/packs';
import { Sha256Digests } from '#platform/ids';
import type { TestService } from '../service/test-service.js';
import { SENTINEL } from './row-matrix.js';

/** An evidence pack about some councils, whose words and files hold the other council's figure. */
export async function plantPack(at: TestService, councilIds: readonly number[]): Promise<string> {
  const digests = new Sha256Digests();
  const analyst = await at.reader('dfe-analyst');
  const { register } = await at.service.programme.current();
  const file = (path: string, kind: PackFileKind, mediaType: string) => {
    const content = `planted ${SENTINEL}`;
    const bytes = content.length;
    return { path, kind, mediaType, content, bytes, sha256: digests.ofText(content) };
  };
  const files = [
    file('data/requests_received/leeds.csv', 'data', 'text/csv'),
    file('document.html', 'document', 'text/html'),
  ];
  const id = randomUUID();
  const now = at.clock.now();
  const said = { title: `planted ${SENTINEL}`, question: 'planted for the spec' };
  const manifest = manifestText({
    ...{ format: MANIFEST_FORMAT, id, ...said, programme: 'planted', note: '', release: '0' },
    ...{ madeBy: analyst.actor, madeAt: now.toISOString(), definitions: '' },
    ...{ measures: ['requests_received'], councils: ['E09000003', 'E08000035'] },
    ...{ asKnownAt: now.toISOString(), knownSeq: 1 },
    entries: files.map(({ content: _content, ...entry }) => entry),
  });
  const pack = {
    ...{ id, ...said, programmeId: register.programmeId, madeAt: now, madeBy: analyst.actor },
    ...{ asKnownAt: now, knownSeq: 1, checksum: digests.ofText(manifest), manifest },
    ...{ codes: ['n_requests'], councilIds },
  };
  await at.service.unitOfWork.run(packScope(analyst), (stores) =>
    stores.packs.add(pack, files, []),
  );
  return id;
}
