import { periodKey } from '#domain/periods';
import type { ProgrammeData } from './programme-data.js';
import type { Table } from './register-tables.js';

/** What is measured, judged and known, as rows. */
export function definitionTables(
  data: ProgrammeData,
  p: { programme_id: number },
): readonly Table[] {
  return [
    {
      name: 'reform',
      columns: 'programme_id int, code text, name text',
      key: 'programme_id, code',
      rows: data.reforms.map((r) => ({ ...p, code: r.code, name: r.name })),
    },
    {
      name: 'reform_version',
      columns: 'programme_id int, reform_code text, version int, title text, valid_from date',
      key: 'programme_id, reform_code, version',
      rows: data.reforms.flatMap((r) =>
        r.versions.map((v) => ({
          ...p,
          reform_code: r.code,
          version: v.version,
          title: v.title,
          valid_from: v.validFrom,
        })),
      ),
    },
    {
      name: 'participation',
      key: 'programme_id, council_id, reform_code, version, valid_from',
      columns:
        'programme_id int, council_id int, reform_code text, version int, valid_from date, valid_to date, halted_reason text, demonstration boolean',
      rows: data.register.participations.map((x) => ({
        ...p,
        council_id: x.councilId,
        reform_code: x.reform,
        version: x.version,
        valid_from: x.from,
        valid_to: x.to,
        halted_reason: x.haltedReason,
        demonstration: data.demonstration,
      })),
    },
    { name: 'bank_holiday', columns: 'day date, name text', key: 'day', rows: data.holidays },
    {
      name: 'school_term',
      key: 'programme_id, council_id, academic_year, term',
      columns:
        'programme_id int, council_id int, academic_year text, term text, starts date, ends date, half_term_starts date, half_term_ends date, source text',
      rows: data.schoolTerms.map((t) => ({
        ...p,
        council_id: t.councilId,
        academic_year: t.academicYear,
        term: t.term,
        starts: t.starts,
        ends: t.ends,
        half_term_starts: t.halfTerm?.starts ?? null,
        half_term_ends: t.halfTerm?.ends ?? null,
        source: t.source,
      })),
    },
    {
      name: 'metric_version',
      key: 'programme_id, code, major, minor',
      columns:
        'programme_id int, code text, type text, major int, minor int, valid_from date, valid_to date, definition jsonb',
      rows: data.metrics.map((m) => ({
        ...p,
        code: m.code,
        type: m.type,
        major: m.major,
        minor: m.minor,
        valid_from: m.validFrom,
        valid_to: m.validTo,
        definition: m,
      })),
    },
    {
      name: 'return_definition',
      columns: 'programme_id int, code text, definition jsonb',
      key: 'programme_id, code',
      rows: [{ ...p, code: data.returnDefinition.code, definition: data.returnDefinition }],
    },
    {
      name: 'validation_rule',
      columns: 'programme_id int, code text, version int, definition jsonb',
      key: 'programme_id, code, version',
      rows: data.validationRules.map((r) => ({
        ...p,
        code: r.code,
        version: r.version,
        definition: r,
      })),
    },
    {
      name: 'alert_rule',
      columns: 'programme_id int, code text, version int, enabled boolean, definition jsonb',
      key: 'programme_id, code, version',
      // What a person saved in the service is theirs: the programme's files do not overwrite it.
      kept: 'alert_rule.saved_at is not null',
      rows: data.alertRules.map((r) => ({
        ...p,
        code: r.code,
        version: r.version,
        enabled: r.enabled,
        definition: r,
      })),
    },
    {
      name: 'publication',
      columns: 'programme_id int, series text, period text, published_on date, metrics text[]',
      key: 'programme_id, series, period',
      rows: data.publications.map((x) => ({
        ...p,
        series: x.series,
        period: periodKey(x.period),
        published_on: x.publishedOn,
        metrics: x.metrics,
      })),
    },
    {
      name: 'agreed_plan',
      key: 'programme_id, council_id, metric, version',
      columns:
        'programme_id int, council_id int, metric text, version int, status text, interpolation text, tolerance numeric, points jsonb, agreed_on date, note text, demonstration boolean',
      rows: data.plans.map((x) => ({
        ...p,
        council_id: x.councilId,
        metric: x.metric,
        version: x.version,
        status: x.status,
        interpolation: x.interpolation,
        tolerance: x.tolerance,
        points: x.points,
        agreed_on: x.agreedOn,
        note: x.note,
        demonstration: data.demonstration,
      })),
    },
    {
      name: 'persona',
      columns: 'key text, definition jsonb',
      key: 'key',
      rows: data.personas.map((x) => ({ key: x.key, definition: x })),
    },
  ];
}
