import { err, ok, type Result } from '#domain';
import type { Scope } from '#domain/access';
import { differencesOf, type PackDifference, type PackManifest } from '#domain/packs';
import type { ProgrammeSource } from '../ports/index.js';
import { entryOf, makePackFiles, type PackFilePorts } from './make-pack-files.js';
import { definitionsDigest, packCode, packCouncils, packMetrics } from './pack-contents.js';

type Ports = PackFilePorts & { readonly programme: ProgrammeSource; readonly release: string };

/** What came of making a pack's data and charts again. */
export type Rebuilt = {
  /** How many files were made. */
  readonly made: number;
  readonly differences: readonly PackDifference[];
  /** What is another here than where the pack was made, and so may be why. */
  readonly otherwise: readonly ('release' | 'definitions')[];
};

/**
 * Makes the data and the charts of a pack again from its manifest alone, as known at its place in the order of knowledge, and
 * compares them byte for byte. The document is not made again: it is stored, and verified.
 */
export class RebuildPack {
  constructor(private readonly ports: Ports) {}

  /** The error names the measure or council of the manifest that is not known here. */
  async run(scope: Scope, manifest: PackManifest): Promise<Result<Rebuilt, string>> {
    const programme = await this.ports.programme.current();
    const metrics = new Map(packMetrics(programme).map((metric) => [metric.code, metric]));
    const councils = new Map(packCouncils(programme.register).map((one) => [packCode(one), one]));
    const unknown =
      manifest.measures.find((code) => !metrics.has(code)) ??
      manifest.councils.find((code) => !councils.has(code));
    if (unknown !== undefined) return err(unknown);
    const asKnownAt = new Date(manifest.asKnownAt);
    const ask = {
      ...{ scope, programme, by: { knownSeq: manifest.knownSeq, asKnownAt } },
      metrics: manifest.measures.flatMap((code) => metrics.get(code) ?? []),
      councils: manifest.councils.flatMap((code) => councils.get(code) ?? []),
    };
    const { files } = await makePackFiles(this.ports, ask);
    const named = manifest.entries.filter(({ kind }) => kind !== 'document');
    const definitions = definitionsDigest(this.ports.digests, programme, { ...ask, asKnownAt });
    return ok({
      made: files.length,
      differences: differencesOf(named, files.map(entryOf)),
      otherwise: [
        ...(manifest.release === this.ports.release ? [] : (['release'] as const)),
        ...(manifest.definitions === definitions ? [] : (['definitions'] as const)),
      ],
    });
  }
}
