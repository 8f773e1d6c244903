import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeDemonstration } from './make-demonstration.js';
import { readTexts } from './read-texts.js';

// `npm run demo:make`: writes the files that are made into the programme's folder.
const folder = join(process.cwd(), 'programmes', 'send-ap');
for (const [name, text] of makeDemonstration(readTexts(folder))) {
  writeFileSync(join(folder, 'demonstration', name), text);
  process.stdout.write(`${name}: ${text.length} bytes\n`);
}
