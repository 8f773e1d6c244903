import { Client } from 'pg';
import type { PageReader } from '#testing/web';
import { apiOver, type RunningApi } from '../api/running-api.js';
import { openWeb, type OpenWeb } from '../service/open-web.js';
import { testService, type TestService } from '../service/test-service.js';
import { contextFor, type Case } from '../../libs/domain/src/intake/context-for-spec.js';
import type { Told } from './expected.js';
import { toldOf } from './expected.js';
import { plantCase } from './plant-case.js';

const OWNER = 'monitor_owner';

type Changed = NonNullable<Parameters<typeof testService>[1]>;
type Programme = Parameters<Changed>[0];

/** One service with its api and its pages, set to the state of one case after another. */
export type Stand = {
  readonly at: TestService;
  readonly api: RunningApi;
  readonly web: OpenWeb;
  /** Nothing stands but what the case says; the clock is at its day. */
  readonly set: (one: Case) => Promise<void>;
  readonly officer: (one: Case) => Promise<PageReader>;
  readonly bearer: (one: Case) => Promise<string>;
  /** What is kept of the newest submission. */
  readonly kept: () => Promise<readonly Told[]>;
  /** How many rows the tables hold that a submission writes to. */
  readonly counts: () => Promise<string>;
  readonly close: () => Promise<void>;
};

/** The tables that a submission writes to, those that rest on others first. */
const WRITTEN = [
  'permission',
  'series_to_assess',
  'audit_entry',
  'current_figure',
  'revision',
  'return_answer',
  'finding',
  'submission_payload',
  'idempotency_key',
  'acceptance',
  'submission',
];
/** Rows go one by one, which takes a tenth of the time of emptying whole tables. */
const CLEAR = [
  ...WRITTEN.map((table) => `delete from ${table}`),
  `update knowledge set last_known_at = '-infinity'`,
].join(';');
/** The owner of the tables sees none of their rows; here it may read them and take them away. */
const MAY_CLEAR = [...WRITTEN, 'knowledge']
  .map((table) => `create policy spec_clears on ${table} using (current_user = '${OWNER}')`)
  .join(';');

const councilOf = (one: Case): string => one.own ?? 'rutland';
const setClock = (at: TestService, one: Case): void =>
  at.clock.set(new Date(`${one.today ?? '2024-10-10'}T09:00:00Z`));

/** The real programme, with the councils' taking part as the cases take it. */
export const asInCases = (data: Programme): Programme => ({
  ...data,
  register: { ...data.register, participations: contextFor({}).register.participations },
});

/** The same on the first day of the cases' programme, with a metric whose first version has ended. */
export const withEnded =
  (ends: NonNullable<Case['ends']>) =>
  (data: Programme): Programme => {
    const changed = asInCases(data);
    return {
      ...changed,
      register: {
        ...changed.register,
        memberships: data.register.memberships.map((one) => ({ ...one, from: '2024-01-01' })),
      },
      metrics: contextFor({ ends }).metrics,
    };
  };

export async function openStand(changed: Changed): Promise<Stand> {
  const at = await testService('2024-10-10T09:00:00Z', changed);
  const api = await apiOver(at);
  const web = await openWeb(at);
  const owner = new Client({ connectionString: at.database.ownerUrl });
  await owner.connect();
  await owner.query(MAY_CLEAR);
  const tokens = new Map<string, string>();
  const officers = new Map<string, PageReader>();
  const read = async <Row extends object>(statement: string): Promise<readonly Row[]> =>
    (await owner.query<Row>(statement)).rows;
  return {
    at,
    api,
    web,
    set: async (one) => {
      await owner.query(CLEAR);
      await plantCase(at, one, councilOf(one));
      setClock(at, one);
    },
    officer: async (one) => {
      const council = councilOf(one);
      const known = officers.get(council);
      if (known) return known;
      const officer = await web.officerOf(council);
      // Whatever is sent brings the token of the page that was read last.
      await officer.get('/council');
      officers.set(council, officer);
      return officer;
    },
    bearer: async (one) => {
      const key = `${councilOf(one)} ${one.today}`;
      const kept = tokens.get(key) ?? (await api.bearer('council-submitter', councilOf(one)));
      tokens.set(key, kept);
      return kept;
    },
    kept: async () => {
      const rows = await read<Told>(
        `select code, severity, row_number as row, column_name as column, value, message, fix, rule_version as "ruleVersion"
         from finding where submission_id = (select id from submission order by received_at desc, id desc limit 1) order by n`,
      );
      return rows.map(toldOf);
    },
    counts: async () => {
      const counted = WRITTEN.map((table) => `(select count(*) from ${table}) as ${table}`);
      return JSON.stringify(await read(`select ${counted.join(', ')}`));
    },
    close: async () => {
      await owner.end();
      await web.close();
      await api.close();
    },
  };
}
