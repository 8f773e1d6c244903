import { join } from 'node:path';
import type { Service } from '#composition';
import { scopeOf, type Reader } from '#domain/access';
import { readEesFile, screenDataFile, type EesPair } from '#domain/ees';
import type { Metric } from '#domain/metrics';
import { TOTAL, type Revision, type Standing, type ValueState } from '#domain/observations';
import { periodKey } from '#domain/periods';
import { readReference } from '../../apps/cli/src/ees/reference-files.js';
import { brokenRules } from '../../libs/domain/src/ees/write/guidance-for-spec.js';
import {
  intakeTableOf,
  mappingOf,
  screenFileOf,
} from '../../libs/domain/src/ees/write/pair-for-spec.js';

const WHOLE = { councilId: null, from: null, to: null, asKnownAt: null };
/** Names that DfE's dictionary does not have: only advice, and only for its API. */
const ADVICE = ['check_data_dictionary_col_name', 'check_data_dictionary_filter_item'];
const reference = readReference(join(process.cwd(), 'programmes', 'send-ap'));

export type ExportedPairs = {
  /** Metrics that have a pair. */
  readonly written: number;
  readonly figures: number;
  /** What is wrong with any pair: a rule, a finding of the screening, or a figure that came back another. */
  readonly faults: readonly string[];
};

/** Exports the pair of every metric, screens it, holds it to the guidance, and reads it back by the importer. */
export async function exportedPairs(service: Service, reader: Reader): Promise<ExportedPairs> {
  const { metrics } = await service.programme.current();
  const found = { written: 0, figures: 0, faults: [] as string[] };
  for (const { code } of metrics) {
    const pair = await service.exportFigures.pair(reader, { ...WHOLE, metric: code });
    if (!pair) continue;
    found.written += 1;
    const screened = screenDataFile(
      screenFileOf(pair.data),
      screenFileOf(pair.metadata),
      reference,
    );
    const told = screened.findings
      .filter(({ check }) => !ADVICE.includes(check))
      .map(({ check, message }) => `${check}: ${message}`);
    const back = await comparedWithSource(service, reader, { code, pair });
    found.figures += back.figures;
    for (const fault of [...brokenRules(pair), ...told, ...back.faults])
      found.faults.push(`${code}: ${fault}`);
  }
  return found;
}

type Back = { readonly figures: number; readonly faults: readonly string[] };

/** What the importer says of councils that ended within a period, or have no figure in one: true of the figures themselves. */
const OF_COUNCILS = ['council-without-row', 'code-ended', 'code-and-name-differ'];

/** What the importer reads of a pair against the figures that are stored, and of measures the series that pages show. */
async function comparedWithSource(
  service: Service,
  reader: Reader,
  { code, pair }: { readonly code: string; readonly pair: EesPair },
): Promise<Back> {
  const { metrics, register } = await service.programme.current();
  const metric = metrics.find((one) => one.code === code);
  if (!metric) return { figures: 0, faults: ['no such metric'] };
  const read = readEesFile(intakeTableOf(pair.data), mappingOf(pair, metric), { register });
  if (!read.ok) return { figures: 0, faults: [read.error.sentence] };
  const faults: string[] = read.value.oddities
    .filter(({ kind }) => !OF_COUNCILS.includes(kind))
    .map(({ sentence }) => sentence);
  const at = new Map(
    read.value.observations.map((o) => [
      `${o.area.council?.id ?? o.area.code} ${periodKey(o.period)} ${o.breakdown}`,
      o,
    ]),
  );
  const source = await sourceOf(service, reader, metric);
  for (const { key, value, state } of source) {
    const o = at.get(key);
    if (o?.value !== value || o.state !== state)
      faults.push(`${key}: ${value} ${state}, read back ${o?.value} ${o?.state}`);
  }
  return { figures: source.length, faults };
}

type SourceFigure = {
  readonly key: string;
  readonly value: string | null;
  readonly state: ValueState;
};

/** As EES has it: what has not come is not available, a rate of 0 in 0 cases not applicable. */
const stateInFile = (state: ValueState, value: string | null): ValueState =>
  state === 'missing' ? 'x' : state === 'value' && value === null ? 'z' : state;

async function sourceOf(
  service: Service,
  reader: Reader,
  metric: Metric,
): Promise<readonly SourceFigure[]> {
  const { register } = await service.programme.current();
  const all = { from: null, to: null, asKnownAt: null };
  type Point = Pick<Revision, 'period' | 'value' | 'state'> & { standing?: Standing };
  const figure = (
    area: number | string,
    breakdown: string,
    { value, state, standing, period }: Point,
  ): readonly SourceFigure[] =>
    standing === 'provisional'
      ? []
      : [
          {
            ...{ key: `${area} ${periodKey(period)} ${breakdown}`, value },
            state: stateInFile(state, value),
          },
        ];
  if (metric.type !== 'measure') {
    const stored = await service.figures.figures(scopeOf(reader), {
      ...{ ...all, programmeId: register.programmeId, metrics: [metric.code], councilIds: 'all' },
      ...{ breakdown: null, now: service.clock.now() },
    });
    const areas = await service.benchmarks.areaFigures(scopeOf(reader), {
      ...{ programmeId: register.programmeId, metrics: [metric.code] },
      areaCodes: ['E92000001', ...register.regions.map(({ code }) => code)],
      asKnownAt: service.clock.now(),
    });
    return [
      ...stored.flatMap((one) => figure(one.councilId, one.breakdown, one)),
      ...areas.flatMap((one) => figure(one.areaCode, TOTAL, one)),
    ];
  }
  const breakdowns = [TOTAL, ...(metric.breakdown?.parts ?? []).map(({ code }) => code)];
  const series = await Promise.all(
    breakdowns.map((breakdown) =>
      service.readSeriesByMetric.run(reader, {
        ...{ ...all, metric: metric.code, breakdown, inProgramme: true },
      }),
    ),
  );
  return series.flatMap((found, i) =>
    (found?.series ?? []).flatMap(({ area, points }) =>
      points.flatMap((point) =>
        figure(area.kind === 'council' ? area.councilId : 0, breakdowns[i] ?? TOTAL, point),
      ),
    ),
  );
}
