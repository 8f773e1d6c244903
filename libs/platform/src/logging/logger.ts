import { pino, type DestinationStream, type Logger } from 'pino';

export type { Logger } from 'pino';

/** Names whose values never reach a log line, at the top and up to three levels down (`req.headers.cookie`). */
const HIDDEN = [
  'authorization',
  'cookie',
  'set-cookie',
  'token',
  'password',
  'secret',
  'body',
  'payload',
  'url',
  'parameters',
].map((name) => `["${name}"]`);
/** What our own tokens and keys look like, wherever they stand in a line: in a message, a stack, an address. */
const OURS = /cpm_(?:live_[a-z2-9]{8}_)?[\w-]{43}/g;
const LEVELS = ['', '*', '*.*', '*.*.*'];

/** JSON lines: the message is a fact, ids are fields. ERROR means that somebody has to act now. */
export function createLogger(name: string, level: string, destination?: DestinationStream): Logger {
  const options = {
    name,
    level,
    base: { name },
    redact: {
      paths: HIDDEN.flatMap((name) => LEVELS.map((above) => `${above}${name}`)),
      censor: '[hidden]',
    },
    hooks: { streamWrite: (line: string) => line.replace(OURS, '[hidden]') },
    formatters: { level: (label: string) => ({ level: label }) },
    timestamp: pino.stdTimeFunctions.isoTime,
  };
  return destination ? pino(options, destination) : pino(options);
}
