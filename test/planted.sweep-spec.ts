import 'reflect-metadata';
import { readdirSync, readFileSync } from 'node:fs';
import { columnNames, examineTable, readCsv } from '#domain/intake';
import { workerScope } from '#domain/access';
import { metrics, rules } from '../libs/domain/src/intake/context-for-spec.js';
import { openStand, type Stand } from './channels/stand.js';
import { findBytes } from './planted/find-bytes.js';
import { ordinaryComments } from './planted/ordinary-comments.js';
import { PLACES } from './planted/places.js';
import { read, serverFiles } from './planted/server-files.js';
import { PLANTED } from './planted/texts.js';

/** An ordinary text that is kept: what finds it would find the others. */
const KEPT = 'the kept comment of this specification';
const names = columnNames(metrics);

describe('what is planted by any channel, in any place', () => {
  let stand: Stand;
  const since = Date.now() - 1_000;
  const outcomes: { readonly place: string; readonly outcome: string }[] = [];
  beforeAll(async () => {
    stand = await openStand((programme) => programme);
    await stand.set({});
    const kept = `council,period,measure,value,comment\n857,2024-09,n_reviews,6,${KEPT}\n`;
    await PLACES.find(({ place }) => place === 'CSV, as it is')?.send(stand, kept);
    for (const [n, text] of PLANTED.entries()) {
      const place = PLACES[n % PLACES.length];
      if (place) outcomes.push({ place: place.place, outcome: await place.send(stand, text) });
    }
  });
  afterAll(() => stand.close());

  it('is refused, all of it, but where nothing of it is kept', () => {
    const taken = outcomes.filter(({ outcome }) => outcome === 'taken');
    expect([...new Set(taken.map(({ place }) => place))].toSorted()).toEqual([
      'GraphQL, the key',
      'JSON, the key',
      'a form, its key',
      'a header of HTTP, the key',
      'form, the key',
      'the address, something else',
    ]);
    expect({ planted: new Set(PLANTED).size, refused: outcomes.length - taken.length }).toEqual({
      planted: 320,
      refused: 296,
    });
    expect([...stand.api.reported, ...stand.web.reported]).toEqual([]);
  });

  it('stands in no column of any table', async () => {
    const columns = await stand.at.transactions.read(workerScope('spec'), (sql) =>
      sql.rows<{ table: string; column: string; type: string }>(
        `select c.table_name as table, c.column_name as column, c.data_type as type
         from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
         where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
           and c.data_type in ('text', 'bytea', 'jsonb', 'json', 'character varying', 'ARRAY', 'uuid')`,
      ),
    );
    expect(columns.length).toBeGreaterThan(100);
    const found: string[] = [];
    for (const { table, column, type } of columns) {
      const as = type === 'bytea' ? `encode("${column}", 'escape')` : `"${column}"::text`;
      const [row] = await stand.at.transactions.read(workerScope('spec'), (sql) =>
        sql.rows<{ all: string | null }>(
          `select string_agg(${as}, chr(10)) as all from "${table}"`,
        ),
      );
      const texts = findBytes(Buffer.from(row?.all ?? ''), [...PLANTED, KEPT]);
      found.push(...texts.map((text) => `${table}.${column}: ${text}`));
    }
    expect(found.toSorted()).toEqual(
      ['current_figure.comment', 'revision.comment', 'submission_payload.bytes'].map(
        (at) => `${at}: ${KEPT}`,
      ),
    );
  });

  it('stands in no file of the database: its tables, its write-ahead log, what it logged', () => {
    const files = serverFiles(stand.at.database.ownerUrl, since);
    const found = new Set(files.flatMap((file) => findBytes(read(file), [...PLANTED, KEPT])));
    expect([...found]).toEqual([KEPT]);
    expect(files.some((file) => file.includes('pg_wal'))).toBe(true);
  });
});

describe('what is ordinary', () => {
  const saidOf = (columns: readonly string[], ...cells: readonly (readonly string[])[]) => {
    const table = { columns, rows: cells.map((row, n) => ({ row: n + 2, cells: row })) };
    const said = examineTable(table, { texts: [], rules, names, councilNamed: true });
    return said.kind === 'personal' ? said.findings : [];
  };

  it('is refused in none of more than 1,000 comments', () => {
    const corpus = JSON.parse(
      readFileSync('libs/domain/src/intake/personal-data/guard-corpus.json', 'utf8'),
    ) as { readonly ordinary: readonly string[] };
    const comments = [...new Set([...ordinaryComments(1_120), ...corpus.ordinary])];
    const refused = comments.filter(
      (comment) =>
        saidOf(
          ['council', 'period', 'measure', 'value', 'comment'],
          ['857', '2024-09', 'n_requests', '6', comment],
        ).length > 0,
    );
    expect({ refused, comments: comments.length }).toEqual({ refused: [], comments: 1_193 });
  });

  it('is refused in no file of the programme', () => {
    const folder = 'programmes/send-ap';
    const files = ['published', 'demonstration'].flatMap((inside) =>
      readdirSync(`${folder}/${inside}`)
        .filter((name) => name.endsWith('.csv'))
        .map((name) => `${folder}/${inside}/${name}`),
    );
    expect(files.length).toBeGreaterThan(25);
    for (const file of files) {
      const table = readCsv(
        { bytes: readFileSync(file), fileName: null, announcedLength: null },
        rules,
      );
      if (!table.ok) throw new Error(`${file}: ${table.error[0]?.message}`);
      const said = saidOf(table.value.columns, ...table.value.rows.map(({ cells }) => cells));
      // Of the guard's rules, the one on lists of cases is about returns: a published file has a row for each council.
      const found = said.filter(({ code }) => code !== 'PERSONAL_DATA_ROW_LEVEL');
      expect([file, found]).toEqual([file, []]);
    }
  });
});
