import { join } from 'node:path';
import type { ProgrammeData } from '#persistence';
import type { PublicationDay } from '#application/ports';
import { periodFrom } from '#domain/periods';
import type { Register } from '#domain/register';
import {
  councilsFile,
  holidaysFile,
  neighbourRow,
  participationFile,
  partnershipsFile,
  personasFile,
  plansFile,
  programmeFile,
  publicationsFile,
  reformsFile,
  regionsFile,
  retentionFile,
  schoolTermsFile,
} from './programme-files.js';
import { readMappings } from '../ees/mapping-file.js';
import { readReference } from '../ees/reference-files.js';
import { alertRules } from './alert-rules.js';
import { areaFigures } from './area-figures.js';
import { plainRows } from './plain-rows.js';
import { readJson } from './read-json.js';
import {
  boxesFile,
  inhibitionsFile,
  measuresFile,
  publishedMetricsFile,
  returnFile,
  validationRulesFile,
} from './definition-files.js';
import { countingFile } from './counting-file.js';
import { boxMetric, measureMetric, publishedMetric, returnDefinition } from './to-metrics.js';

export type ProgrammeFolder = { readonly folder: string; readonly demonstration: boolean };

/** A programme's folder as the data that the database takes. With `demonstration`, invented parts are added, labelled. */
export function readProgramme({ folder, demonstration }: ProgrammeFolder): ProgrammeData {
  const at = (...parts: string[]): string => join(folder, ...parts);
  const programme = readJson(at('programme.json'), programmeFile);
  const councils = readJson(at('councils.json'), councilsFile);
  const idOf = councilIds(councils);
  const partnerships = readJson(at('partnerships.json'), partnershipsFile).map((p) => ({
    ...p,
    members: p.members.map((m) => ({ councilId: idOf(m.council), role: m.role })),
  }));
  const membersFrom = demonstration ? programme.demonstration.membershipFrom : programme.startsOn;
  const personas = demonstration
    ? readJson(at('demonstration', 'personas.json'), personasFile)
    : [];
  return {
    code: programme.code,
    name: programme.name,
    startsOn: membersFrom < programme.startsOn ? membersFrom : programme.startsOn,
    demonstration,
    retention: readJson(at('retention.json'), retentionFile),
    monthSoFarShared: programme.monthSoFarShared,
    schoolTerms: readJson(at('school-terms.json'), schoolTermsFile).flatMap(
      ({ council, academicYear, source, terms }) =>
        terms.map((term) => ({
          ...term,
          councilId: council === null ? null : idOf(council),
          academicYear,
          source,
        })),
    ),
    register: {
      regions: readJson(at('regions.json'), regionsFile),
      councils,
      partnerships,
      memberships: partnerships.flatMap((p) =>
        p.members.map((m) => ({ councilId: m.councilId, from: membersFrom, to: null })),
      ),
      participations: demonstration
        ? participations(at('demonstration', 'participation.json'), idOf)
        : [],
    },
    metrics: [
      ...readJson(at('metrics', 'boxes.json'), boxesFile).map(boxMetric),
      ...readJson(at('metrics', 'measures.json'), measuresFile).map(measureMetric),
      ...readJson(at('metrics', 'published.json'), publishedMetricsFile).map(publishedMetric),
    ],
    returnDefinition: returnDefinition(
      readJson(at('return.json'), returnFile),
      readJson(at('counting.json'), countingFile),
    ),
    validationRules: readJson(at('validation-rules.json'), validationRulesFile),
    alertRules: alertRules(at('alert-rules.json')),
    inhibitions: readJson(at('alert-inhibitions.json'), inhibitionsFile),
    holidays: readJson(at('bank-holidays.json'), holidaysFile),
    publications: publicationDays(at('published', 'publications.json')),
    areaFigures: areaFigures(
      folder,
      readJson(at('published', 'publications.json'), publicationsFile),
    ),
    neighbours: plainRows(at('statistical-neighbours.csv')).map((row) => {
      const { council, neighbour, ...rest } = neighbourRow.parse(row);
      return { ...rest, councilId: idOf(council), neighbourId: idOf(neighbour) };
    }),
    ees: { mappings: readMappings(folder), reference: readReference(folder) },
    reforms: readJson(at('reforms.json'), reformsFile),
    plans: demonstration
      ? readJson(at('demonstration', 'plans.json'), plansFile).map(({ council, ...plan }) => ({
          ...plan,
          councilId: idOf(council),
        }))
      : [],
    personas: personas.map((p) => ({
      key: p.key,
      title: p.title,
      organisation: p.organisation,
      roles: p.roles,
      councilKeys: p.council ? [p.council] : [],
      partnership: p.partnership ?? null,
    })),
  };
}

function councilIds(councils: Register['councils']): (key: string) => number {
  const ids = new Map(councils.map((council) => [council.key, council.id]));
  return (key) => {
    const id = ids.get(key);
    if (id === undefined) throw new Error(`no council is called "${key}" in councils.json`);
    return id;
  };
}

const participations = (path: string, idOf: (key: string) => number): Register['participations'] =>
  readJson(path, participationFile).map(({ council, ...rest }) => ({
    ...rest,
    councilId: idOf(council),
  }));

const publicationDays = (path: string): readonly PublicationDay[] =>
  readJson(path, publicationsFile).flatMap((publication) =>
    publication.periods.map(({ timePeriod, timeIdentifier, publishedOn }) => {
      const period = periodFrom(timePeriod, timeIdentifier);
      if (!period.ok) throw new Error(`${path}: ${timePeriod} ${timeIdentifier} is not a period`);
      return {
        series: publication.series,
        metrics: publication.metrics,
        period: period.value,
        publishedOn,
      };
    }),
  );
