// `npm start`: prepares the clone, then becomes the supervisor, in this one process.
import { prepare } from './prepare.mjs';

prepare();
process.argv = [process.argv[0], process.argv[1], 'start', ...process.argv.slice(2)];
await import('../dist/apps/cli/src/main.js');
