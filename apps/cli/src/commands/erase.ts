import { userInfo } from 'node:os';
import type { ErasureSubject } from '#application/ports';
import type { Service } from '#composition';
import { londonDay, periodFrom, periodKey, monthPeriod } from '#domain/periods';
import { resolveCouncil } from '#domain/register';
import type { Command } from './command.js';
import { readOptions } from './options.js';
import { withService } from './running-service.js';

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type Named = {
  readonly submission?: string | undefined;
  readonly finding?: string | undefined;
  readonly figure?: string | undefined;
  readonly answer?: string | undefined;
  readonly entry?: string | undefined;
};

/** `erase`: content goes, a tombstone stays. */
export const erase: Command = {
  name: 'erase',
  summary: 'Erase a file, a comment, a reason or an answer, and leave a tombstone with its digest',
  usage:
    'erase (--submission <id> | --finding <id>:<n> | --figure <council>/<metric>/<YYYY-MM> | --answer <council>/<YYYY-MM> | --entry (alert|milestone|feedback|silence)/<id>/<n>) --reason <text>',
  run: async (input) => {
    const { say } = input;
    const { values } = readOptions(
      input.args,
      {
        submission: { type: 'string' },
        finding: { type: 'string' },
        figure: { type: 'string' },
        answer: { type: 'string' },
        entry: { type: 'string' },
        reason: { type: 'string' },
      },
      erase.usage,
    );
    const { reason, ...named } = values;
    if (Object.values(named).length !== 1 || reason === undefined) {
      say(`Name one thing to erase, and say why.\nUsage: npm run cli -- ${erase.usage}`);
      return 2;
    }
    return withService(input, async (service) => {
      const subject = await subjectOf(service, named);
      if (typeof subject === 'string') {
        say(subject);
        return 2;
      }
      const by = `${userInfo().username} by command`;
      const done = await service.eraseContent.run({ subject, by, reason });
      if (!done.ok) {
        say(`${done.error.message} ${done.error.fix}`);
        return 1;
      }
      say(`Erased ${done.value.subject}. A tombstone keeps the digest of what was there:`);
      say(done.value.digest);
      return 0;
    });
  },
};

/** What was named, or a sentence about what is wrong with it. */
async function subjectOf(service: Service, named: Named): Promise<ErasureSubject | string> {
  if (named.submission !== undefined)
    return ID.test(named.submission)
      ? { kind: 'submission', submissionId: named.submission }
      : 'Name the submission by its reference, as its receipt shows it.';
  if (named.finding !== undefined) {
    const [submissionId = '', n = ''] = named.finding.split(':');
    return ID.test(submissionId) && /^\d{1,6}$/.test(n)
      ? { kind: 'finding', submissionId, n: Number(n) }
      : 'Name the finding by its submission and number: <id>:<n>, as the API shows it.';
  }
  if (named.entry !== undefined) return entryOf(named.entry);
  return named.answer === undefined
    ? figureOf(service, named.figure ?? '')
    : answerOf(service, named.answer);
}

const WRITTEN_ON = ['alert', 'milestone', 'feedback', 'silence'] as const;

/** Entry 0 of a milestone, feedback or a silence is what it says itself. */
function entryOf(named: string): ErasureSubject | string {
  const [what = '', id = '', n = ''] = named.split('/');
  const of = WRITTEN_ON.find((one) => one === what);
  return of && ID.test(id) && /^\d{1,4}$/.test(n)
    ? { kind: 'entry', of, id, n: Number(n) }
    : 'Name what was written by where and which: alert/<id>/<n>, as the API shows it; 0 for the words of feedback, a milestone or a silence themselves.';
}

async function answerOf(service: Service, named: string): Promise<ErasureSubject | string> {
  const [code = '', when = ''] = named.split('/');
  const councilId = await councilIdOf(service, code);
  const period = monthPeriod(when);
  if (councilId === null) return `There is no council "${code}".`;
  if (!period) return `"${when}" is no month (2024-09).`;
  return { kind: 'answer', councilId, period: periodKey(period) };
}

async function councilIdOf(service: Service, code: string): Promise<number | null> {
  const { register } = await service.programme.current();
  const council = resolveCouncil(register, code, londonDay(service.clock.now()));
  return council.ok ? council.value.id : null;
}

async function figureOf(service: Service, named: string): Promise<ErasureSubject | string> {
  const [code = '', metric = '', when = ''] = named.split('/');
  const { metrics } = await service.programme.current();
  const councilId = await councilIdOf(service, code);
  if (councilId === null) return `There is no council "${code}".`;
  if (!metrics.some((one) => one.code === metric)) return `There is no number called "${metric}".`;
  const year = periodFrom(when, 'Calendar year');
  const period = monthPeriod(when) ?? (year.ok ? year.value : null);
  if (!period) return `"${when}" is no month (2024-09) and no year (2024).`;
  return { kind: 'figure', councilId, metric, period: periodKey(period) };
}
