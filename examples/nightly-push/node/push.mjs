#!/usr/bin/env node
// Sends a council's monthly counts every night: reads an extract, maps its names to the boxes of the return, sends each
// month once, and says what has to be mended. Node 20 or later, no package. Run it as often as you like: sending the
// same figures twice does no harm. How to set it up, and what the exit codes mean: README.md.
import { createHash } from 'node:crypto';
import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { post } from './post.mjs';
import { readExtract, readJson, readText, Stop } from './read.mjs';

const MOST_ROWS = 1_000;

/** The key comes from the environment or a file, never from the command line, which other users of a machine see. */
function readKey({ CPM_KEY, CPM_KEY_FILE }) {
  const key = (CPM_KEY ?? (CPM_KEY_FILE ? readText(CPM_KEY_FILE) : '')).trim();
  if (/^[\w-]{20,100}$/.test(key)) return key;
  throw new Stop(2, 'Set CPM_KEY to the key, or CPM_KEY_FILE to the path of a file with it.');
}

/** The rows by month, by the boxes' names. A name that is not in the map stops the run: nothing is left out unseen. */
function byMonth(rows, boxes, since) {
  const unknown = rows.map(({ name }) => name).filter((name) => !(name in boxes));
  if (unknown.length > 0)
    throw new Stop(2, `Map these to boxes, or to null: ${[...new Set(unknown)].join('; ')}`);
  const months = new Map();
  for (const { line, month, name, count } of rows) {
    if (boxes[name] === null || month < since) continue;
    months.set(month, [...(months.get(month) ?? []), { line, box: boxes[name], count }]);
  }
  return [...months].sort(([a], [b]) => (a < b ? -1 : 1));
}

const digestOf = (...parts) => createHash('sha256').update(JSON.stringify(parts)).digest('hex');

/**
 * What to send of one month, and under which key. The same extract makes the same send, so a retry has no second effect;
 * a changed one makes a new send, and so does going back to earlier figures, for the receipt before it is in the key.
 */
function planOf({ config, explain }, month, rows, saved) {
  const digest = digestOf(rows.map(({ box, count }) => [box, count]));
  const same = saved?.digest === digest && !explain;
  const previous = same ? saved.previous : (saved?.receipt ?? null);
  const changed = ({ box, count }) => explain || (saved?.figures[box] ?? count) !== count;
  const explained = same ? saved.explained : rows.filter(changed).map(({ box }) => box);
  const observations = rows.map(({ box, count }) => ({
    metric: box,
    period: { month },
    value: count,
    // A figure that replaces another says why: REVISION_NEEDS_REASON asks for it.
    ...(explained.includes(box) ? { reason: config.reason } : {}),
  }));
  const body = JSON.stringify({ council: config.council, observations });
  return { digest, previous, explained, body, key: digestOf(month, previous, body) };
}

/** What was found, as a table; a row is named by its line in the extract. */
function print(findings, rows) {
  const cells = findings.map((f) => [
    rows[f.row - 1]?.line ?? '-',
    f.column ?? '-',
    f.value ?? '-',
    f.message,
    f.fix,
  ]);
  const table = [['row', 'column', 'value', 'message', 'fix'], ...cells];
  const widths = table[0].map((_, n) => Math.max(...table.map((line) => String(line[n]).length)));
  for (const line of table)
    console.log(
      line
        .map((cell, n) => String(cell).padEnd(widths[n]))
        .join('  ')
        .trimEnd(),
    );
}

/** Sends one month. Answers what to remember of it, and whether anything has to be mended. */
async function sendMonth(run, month, rows, saved) {
  if (rows.length > MOST_ROWS) throw new Stop(2, `${month} has more than ${MOST_ROWS} rows.`);
  const { body, key, ...plan } = planOf(run, month, rows, saved);
  const { status, said } = await post(run, body, key);
  const findings = said.findings ?? [];
  if (findings.length > 0) print(findings, rows);
  if (status >= 300)
    throw new Stop(3, `${month} was refused: ${status} ${said.code}. ${said.message} ${said.fix}`);
  const how = said.dryRun ? 'would be accepted' : said.replayed ? 'were sent before' : 'accepted';
  const receipt = said.id || 'none';
  console.log(
    `${month}: ${said.acceptedCount} of ${said.receivedCount} ${how}. Receipt ${receipt}`,
  );
  const blocked = findings.filter((f) => f.severity === 'BLOCK').map((f) => rows[f.row - 1]?.box);
  const stands = rows.filter(({ box }) => !blocked.includes(box));
  const figures = Object.fromEntries(stands.map(({ box, count }) => [box, count]));
  return [{ ...plan, receipt, figures: { ...saved?.figures, ...figures } }, blocked.length > 0];
}

async function main() {
  const { values } = parseArgs({
    options: {
      config: { type: 'string', default: 'push.json' },
      since: { type: 'string', default: '' },
      'dry-run': { type: 'boolean', default: false },
      explain: { type: 'boolean', default: false },
    },
  });
  const config = readJson(values.config);
  const beside = (path) => resolve(dirname(values.config), path);
  const key = readKey(process.env);
  const run = { config, key, dryRun: values['dry-run'], explain: values.explain };
  const statePath = beside(config.state);
  const state = existsSync(statePath) ? readJson(statePath) : {};
  const months = byMonth(readExtract(beside(config.extract)), config.boxes, values.since);
  let exitCode = 0;
  for (const [month, rows] of months) {
    const [remembered, toMend] = await sendMonth(run, month, rows, state[month]);
    if (toMend) exitCode = 1;
    if (run.dryRun) continue;
    state[month] = remembered;
    // Written beside and renamed, so that a run that is stopped leaves a whole file.
    writeFileSync(`${statePath}.new`, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 });
    renameSync(`${statePath}.new`, statePath);
  }
  return exitCode;
}

try {
  process.exitCode = await main();
} catch (error) {
  const wrongWord = String(error.code).startsWith('ERR_PARSE_ARGS');
  if (!(error instanceof Stop) && !wrongWord) throw error;
  console.error(error.message);
  process.exitCode = error.exitCode ?? 2;
}
