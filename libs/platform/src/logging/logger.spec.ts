import { createLogger } from './logger.js';

const KEY = `cpm_live_7kq2xm4a_${'aZ-_9'.repeat(9).slice(0, 43)}`;
const TOKEN = `cpm_${'bY_-8'.repeat(9).slice(0, 43)}`;

const linesOf = (write: (log: ReturnType<typeof createLogger>) => void): string => {
  const lines: string[] = [];
  write(createLogger('spec', 'trace', { write: (line) => void lines.push(line) }));
  return lines.join('');
};

describe('a log line', () => {
  it.each([
    ['a header', { req: { headers: { authorization: `Bearer ${KEY}` } } }],
    ['a field of another name', { key: KEY, nested: { deep: { deeper: { still: [TOKEN] } } } }],
    ['an error', { err: new Error(`could not read Bearer ${KEY}`) }],
    [
      'the parameters of a statement',
      { err: Object.assign(new Error('x'), { parameters: [KEY] }) },
    ],
  ])('hides a key or token in %s', (_where, fields) => {
    const lines = linesOf((log) => log.error(fields, 'a request failed'));
    expect(lines).toContain('a request failed');
    expect(lines).toContain('[hidden]');
    for (const secret of [KEY, TOKEN]) expect(lines).not.toContain(secret.slice(-43));
  });

  it('hides them in the message too, and leaves the public name of a key', () => {
    const lines = linesOf((log) => log.warn(`${KEY} and ${TOKEN}; cpm_live_7kq2xm4a is fine`));
    expect(JSON.parse(lines)).toMatchObject({
      msg: '[hidden] and [hidden]; cpm_live_7kq2xm4a is fine',
    });
  });
});
