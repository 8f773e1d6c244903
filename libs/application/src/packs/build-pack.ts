import { err, ok, refusal, type Refusal, type Result } from '#domain';
import { packScope, packsOf, scopeOf, type Reader } from '#domain/access';
import {
  faultsOfPack,
  MANIFEST_FORMAT,
  manifestText,
  type PackFault,
  type PackManifest,
  type PackTerms,
} from '#domain/packs';
import type { Clock, Ids, PackRecord, Programme, ProgrammeSource } from '../ports/index.js';
import {
  byPath,
  entryOf,
  makePackFiles,
  packFile,
  type MadeSeries,
  type PackFilePorts,
} from './make-pack-files.js';
import { definitionsDigest, packCode, packCouncils, packMetrics } from './pack-contents.js';
import { codesOf, type PackAsk } from './pack-series.js';

type Ports = PackFilePorts & {
  readonly programme: ProgrammeSource;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly release: string;
};

export type NewPack = PackTerms & {
  readonly reader: Reader;
  /** Figures as they were known at this moment; null, and a moment to come, is now. */
  readonly asKnownAt: Date | null;
};

/** Why there is no pack: what is wrong with its terms, field by field, or a refusal of the whole. */
export type NotBuilt = { readonly faults: readonly PackFault[] } | { readonly refusal: Refusal };

/** The document of a pack among its files. */
export const PACK_DOCUMENT = 'document.html';

/**
 * Freezes figures, charts and a document of them under one version of the data, with a manifest that names each file by its
 * digest. For DfE analysts and policy leads. What was made is audited.
 */
export class BuildPack {
  constructor(private readonly ports: Ports) {}

  async run(request: NewPack): Promise<Result<PackRecord, NotBuilt>> {
    const { reader } = request;
    if (packsOf(reader) !== 'made') return err({ refusal: refusal('NOT_ALLOWED') });
    const programme = await this.ports.programme.current();
    const faults = this.faultsOf(request, programme);
    if (faults.length > 0) return err({ faults });
    const ask = await this.askOf(request, programme);
    const { files, series, leftOut } = await makePackFiles(this.ports, ask);
    if (files.length === 0) return err({ refusal: refusal('PACK_EMPTY') });
    const head = this.headOf(request, ask);
    const content = this.ports.painter.document({
      manifest: head,
      demonstration: series.some(({ demonstration }) => demonstration),
      measures: measuresOf(ask, series),
    });
    const whole = [
      ...files,
      packFile(this.ports, { path: PACK_DOCUMENT, kind: 'document', content }),
    ];
    const manifest = manifestText({ ...head, entries: whole.sort(byPath).map(entryOf) });
    const pack = this.recordOf(head, ask, manifest);
    await this.ports.unitOfWork.run(packScope(reader), async (stores) => {
      await stores.packs.add(pack, whole, leftOut);
      await stores.audit.record({
        ...{ programmeId: pack.programmeId, at: pack.madeAt, actor: reader.actor },
        ...{ deed: 'evidence pack made', councilId: null, subject: pack.id },
        detail: {
          measures: head.measures,
          councils: head.councils.length,
          checksum: pack.checksum,
        },
      });
    });
    return ok(pack);
  }

  private faultsOf(terms: PackTerms, programme: Programme): readonly PackFault[] {
    return faultsOfPack(terms, {
      measures: new Set(packMetrics(programme).map(({ code }) => code)),
      councils: new Set(packCouncils(programme.register).map(({ key }) => key)),
      rules: programme.validationRules,
    });
  }

  private async askOf(request: NewPack, programme: Programme): Promise<PackAsk> {
    const { reader, measures, councils } = request;
    const now = this.ports.clock.now();
    const asked = request.asKnownAt;
    const asKnownAt = asked !== null && asked < now ? asked : now;
    const scope = scopeOf(reader);
    const { programmeId } = programme.register;
    const knownSeq = await this.ports.unitOfWork.run(scope, (stores) =>
      stores.packs.seqAt(programmeId, asKnownAt),
    );
    return {
      ...{ scope, programme, by: { knownSeq, asKnownAt } },
      metrics: packMetrics(programme).filter(({ code }) => measures.includes(code)),
      councils: packCouncils(programme.register).filter(
        ({ key }) => councils === 'all' || councils.includes(key),
      ),
    };
  }

  private headOf(request: NewPack, ask: PackAsk): Omit<PackManifest, 'entries'> {
    const { programme, metrics, by } = ask;
    const { digests, clock, ids, release } = this.ports;
    return {
      ...{ format: MANIFEST_FORMAT, id: ids.newId(), programme: programme.register.programmeName },
      ...{ title: request.title.trim(), question: request.question.trim() },
      ...{ note: request.note.trim(), madeBy: request.reader.actor },
      ...{ madeAt: clock.now().toISOString(), release },
      definitions: definitionsDigest(digests, programme, { metrics, asKnownAt: by.asKnownAt }),
      measures: metrics.map(({ code }) => code),
      councils: ask.councils.map(packCode),
      ...{ asKnownAt: by.asKnownAt.toISOString(), knownSeq: by.knownSeq },
    };
  }

  private recordOf(
    head: Omit<PackManifest, 'entries'>,
    { programme, metrics, councils, by }: PackAsk,
    manifest: string,
  ): PackRecord {
    const { id, title, question, madeBy } = head;
    return {
      ...{ id, title, question, madeBy, manifest, ...by },
      programmeId: programme.register.programmeId,
      madeAt: new Date(head.madeAt),
      checksum: this.ports.digests.ofText(manifest),
      codes: codesOf(metrics),
      councilIds: councils.map((council) => council.id),
    };
  }
}

const measuresOf = ({ metrics }: PackAsk, series: readonly MadeSeries[]) =>
  metrics.map((metric) => ({
    metric,
    parts: series
      .filter((one) => one.metric === metric)
      .map(({ council, chart, waiting }) => ({ council: council.name, chart, waiting })),
  }));
