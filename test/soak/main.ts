import { parseArgs } from 'node:util';
import { alertsModel } from './alerts-model.js';
import { interleave } from './interleavings.js';
import { kills } from './kills.js';
import { messageKills } from './message-kills.js';
import { million } from './million.js';
import { prometheus } from './prometheus.js';

const PARTS = {
  'alerts-model': alertsModel,
  interleavings: interleave,
  kills,
  'message-kills': messageKills,
  million,
  prometheus,
};

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const { values, positionals: asked } = parseArgs({
  options: { record: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const unknown = asked.filter((name) => !(name in PARTS));
if (unknown.length > 0)
  throw new Error(`no part ${unknown.join(', ')}: there are ${Object.keys(PARTS).join(', ')}`);
const held: boolean[] = [];
for (const [name, part] of Object.entries(PARTS)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  say(`== ${name}`);
  held.push(await part(say, values));
}
const passed = held.filter(Boolean).length;
say(`${passed} passed, ${held.length - passed} failed`);
process.exitCode = passed === held.length ? 0 : 1;
