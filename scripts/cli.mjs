// `npm run cli -- <command>`: prepares the clone, then runs the command, in this one process.
import { prepare } from './prepare.mjs';

prepare();
await import('../dist/apps/cli/src/main.js');
