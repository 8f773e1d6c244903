import type { DataSource } from 'typeorm';
import { ProgrammeSource, type Programme } from '#application/ports';
import { inForce, type AlertRule } from '#domain/judgement';
import type { Metric, ReturnDefinition } from '#domain/metrics';
import { periodFromKey } from '#domain/periods';
import type { ValidationRule } from '#domain/intake';
import type { Register } from '#domain/register';

/** How long a version is believed before the database is asked for it again. */
const BELIEVED_MS = 2_000;

type RegisterJson = Omit<Register, 'programmeId' | 'programmeCode' | 'programmeName'>;
type Row = {
  id: number;
  code: string;
  name: string;
  starts_on: string;
  demonstration: boolean;
  retention: Programme['retention'];
  month_so_far_shared: boolean;
  inhibitions: Programme['inhibitions'];
  school_terms: Programme['schoolTerms'];
  version: number;
  register: RegisterJson;
  metrics: Metric[];
  return_definition: ReturnDefinition;
  validation_rules: ValidationRule[];
  alert_rules: { rule: AlertRule; from: string | null }[];
  holidays: string[];
  publications: { series: string; metrics: string[]; period: string; publishedOn: string }[];
  reforms: Programme['reforms'];
};

const list = (select: string): string => `(select coalesce(json_agg(x), '[]') from (${select}) x)`;

const COUNCILS = `select c.id, c.key, c.name, c.region_code as "regionCode", c.type, c.ended_on::text as "endedOn",
  ${list(`select k.kind, k.code, k.valid_from::text as "validFrom", k.valid_to::text as "validTo" from council_code k where k.council_id = c.id order by k.valid_from nulls first`)} as codes,
  ${list(`select n.name, n.valid_from::text as "validFrom", n.valid_to::text as "validTo" from council_name n where n.council_id = c.id`)} as names,
  ${list(`select s.key, t.since::text as "on" from council_successor t join council s on s.id = t.successor_id where t.council_id = c.id`)} as successors
  from council c order by c.name`;
const PARTNERSHIPS = `select p.code, p.name, p.region_code as "regionCode",
  ${list(`select m.council_id as "councilId", m.role from partnership_member m join council c on c.id = m.council_id where m.programme_id = p.programme_id and m.partnership_code = p.code order by c.name`)} as members
  from partnership p where p.programme_id = g.id order by p.name`;

const TERMS = `select council_id as "councilId", academic_year as "academicYear", term, starts::text, ends::text, source,
  case when half_term_starts is null then null
    else json_build_object('starts', half_term_starts::text, 'ends', half_term_ends::text) end as "halfTerm"
  from school_term where programme_id = g.id order by starts, council_id`;

/** The newest version of each rule and of each metric's major version. */
const newest = (table: string, keys: string, order: string): string =>
  `(select coalesce(json_agg(d.definition order by d.code), '[]') from (select distinct on (${keys}) code, definition from ${table}
    where programme_id = g.id order by ${keys}, ${order} desc) d)`;

const PROGRAMME = `select g.id, g.code, g.name, g.starts_on::text, g.demonstration, g.retention, g.month_so_far_shared, g.inhibitions, g.version,
  json_build_object(
    'regions', ${list(`select code, name from region order by name`)},
    'councils', ${list(COUNCILS)},
    'partnerships', ${list(PARTNERSHIPS)},
    'memberships', ${list(`select council_id as "councilId", valid_from::text as "from", valid_to::text as "to" from membership where programme_id = g.id`)},
    'participations', ${list(`select council_id as "councilId", reform_code as reform, version, valid_from::text as "from", valid_to::text as "to", halted_reason as "haltedReason" from participation where programme_id = g.id`)}
  ) as register,
  ${newest('metric_version', 'code, major', 'minor')} as metrics,
  (select definition from return_definition where programme_id = g.id limit 1) as return_definition,
  ${newest('validation_rule', 'code', 'version')} as validation_rules,
  ${list(`select definition as rule, in_force_from as "from" from alert_rule where programme_id = g.id and not draft order by code, version`)} as alert_rules,
  (select coalesce(json_agg(day::text), '[]') from bank_holiday) as holidays,
  ${list(TERMS)} as school_terms,
  ${list(`select series, metrics, period, published_on::text as "publishedOn" from publication where programme_id = g.id order by published_on`)} as publications,
  ${list(`select r.code, r.name, ${list(`select v.version, v.title, v.valid_from::text as "validFrom" from reform_version v where v.programme_id = r.programme_id and v.reform_code = r.code order by v.version`)} as versions from reform r where r.programme_id = g.id order by r.name`)} as reforms
  from programme g order by g.id limit 1`;

/** No programme has been loaded yet: `cli seed` does it. */
export class NoProgramme extends Error {
  constructor() {
    super('no programme is loaded: run "npm run cli -- seed"');
  }
}

/** Keeps the programme in memory and asks the database every two seconds, or as often as is said, whether it has changed. */
export class PostgresProgrammeSource extends ProgrammeSource {
  private kept: { version: number; askedAt: number; programme: Programme } | null = null;

  constructor(
    private readonly source: DataSource,
    private readonly believedMs = BELIEVED_MS,
  ) {
    super();
  }

  /** Something in this process has changed it: what is kept is not believed without asking again. */
  changed(): void {
    if (this.kept) this.kept = { ...this.kept, askedAt: -Infinity };
  }

  async current(): Promise<Programme> {
    const now = performance.now();
    if (this.kept && now - this.kept.askedAt < this.believedMs) return this.kept.programme;
    const versions = await this.source.query<{ version: number }[]>(
      'select version from programme order by id limit 1',
    );
    const version = versions[0]?.version;
    if (version === undefined) throw new NoProgramme();
    if (this.kept?.version === version) {
      this.kept = { ...this.kept, askedAt: now };
      return this.kept.programme;
    }
    const rows = await this.source.query<Row[]>(PROGRAMME);
    const row = rows[0];
    if (!row) throw new NoProgramme();
    this.kept = { version: row.version, askedAt: now, programme: toProgramme(row) };
    return this.kept.programme;
  }
}

const toProgramme = (row: Row): Programme => ({
  register: {
    ...row.register,
    programmeId: row.id,
    programmeCode: row.code,
    programmeName: row.name,
  },
  metrics: row.metrics,
  returnDefinition: row.return_definition,
  validationRules: row.validation_rules,
  ...rulesOf(row.alert_rules),
  inhibitions: row.inhibitions,
  holidays: new Set(row.holidays),
  publications: row.publications.flatMap((publication) => {
    const period = periodFromKey(publication.period);
    return period ? [{ ...publication, period }] : [];
  }),
  reforms: row.reforms,
  demonstration: row.demonstration,
  startsOn: row.starts_on,
  retention: row.retention,
  monthSoFarShared: row.month_so_far_shared,
  schoolTerms: row.school_terms,
});

/** Rules by code, as they are now and as they were. */
function rulesOf(rows: Row['alert_rules']): Pick<Programme, 'alertRules' | 'ruleHistory'> {
  const newest = new Map(rows.map(({ rule }) => [rule.code, rule]));
  const versions = rows.map(({ rule, from }) => ({
    rule,
    from: from === null ? null : new Date(from),
  }));
  return { alertRules: [...newest.values()], ruleHistory: inForce(versions) };
}
