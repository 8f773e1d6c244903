import { workerScope, type Reader } from '#domain/access';
import type { ReceiveAnswer } from '#application/intake';
import { observationsOf, requestBy, rows } from '../service/send.js';
import type { TestService } from '../service/test-service.js';
import { approve, take, type Figures, type Turn } from './model.js';
import { planOf, randomOf, type Deed, type Sent } from './plan.js';

type Receipt = {
  readonly id: string;
  readonly sent: Sent;
  readonly turn: Turn;
  readonly sender: number;
};
type Known = { readonly kind: string; readonly submission: string };
type Standing = {
  readonly box: string;
  readonly value: string;
  readonly submission: string;
  readonly standing: string;
};
type At = { readonly council: string; readonly month: string };

/** A council and a month for each seed, so that no run meets the figures of another. */
function placeOf(seed: number, councils: readonly string[]): At {
  const month = Math.floor(seed / councils.length) % 24;
  const year = 2024 - Math.floor(month / 12);
  return {
    council: councils[seed % councils.length] ?? 'rutland',
    month: `${year}-${String(12 - (month % 12)).padStart(2, '0')}`,
  };
}

/** Two people and a machine send for one council at once. Answers what is not as in some serial order; nothing when all is. */
export async function runOne(
  at: TestService,
  seed: number,
  councils: readonly string[],
): Promise<readonly string[]> {
  const place = placeOf(seed, councils);
  const year = Number(place.month.slice(0, 4)) + 1;
  at.clock.set(new Date(`${year}-01-20T09:00:00Z`));
  const senders = await Promise.all(
    ['first', 'second', 'machine'].map(async (name): Promise<Reader> => {
      const reader = await at.reader('council-submitter', place.council);
      return { ...reader, actor: `${reader.actor} ${name}` };
    }),
  );
  const approver = await at.reader('council-approver', place.council);
  const random = randomOf(seed + 1_000_000);
  const receipts: Receipt[] = [];
  const faults: string[] = [];
  const plans = planOf(seed)
    .map((deeds, sender) => ({ deeds, sender, first: random() }))
    .toSorted((a, b) => a.first - b.first);
  await Promise.all(
    plans.map(async ({ deeds, sender }) => {
      const reader = senders[sender];
      if (reader) await act({ at, place, approver, receipts, faults }, reader, { deeds, sender });
    }),
  );
  return [...faults, ...(await compare(at, place, receipts))].map(
    (fault) => `seed ${seed}: ${fault}`,
  );
}

type Run = {
  readonly at: TestService;
  readonly place: At;
  readonly approver: Reader;
  readonly receipts: Receipt[];
  readonly faults: string[];
};

async function act(
  { at, place, approver, receipts, faults }: Run,
  reader: Reader,
  { deeds, sender }: { readonly deeds: readonly Deed[]; readonly sender: number },
): Promise<void> {
  let last: { sent: Sent; answer: ReceiveAnswer } | null = null;
  const send = (sent: Sent): Promise<ReceiveAnswer> =>
    at.service.receiveSubmission.run(
      requestBy(reader, {
        idempotencyKey: sent.key,
        body: rows(
          observationsOf(sent.cells, place.month, {
            reason: sent.reason ? { kind: 'RECOUNT', text: 'we counted these again' } : undefined,
          }),
        ),
      }),
    );
  for (const deed of deeds) {
    if (deed.kind === 'send') {
      const answer = await send(deed.sent);
      last = { sent: deed.sent, answer };
      const id = answer.kind === 'received' ? answer.submission.id : '';
      if (id === '') faults.push(`not received: ${JSON.stringify(answer)}`);
      receipts.push({ id, sent: deed.sent, turn: turnOf(answer), sender });
    } else if (deed.kind === 'again' && last) {
      const again = await send(last.sent);
      const isSame =
        again.kind === 'received' &&
        last.answer.kind === 'received' &&
        again.replayed &&
        again.submission.id === last.answer.submission.id &&
        JSON.stringify(turnOf(again)) === JSON.stringify(turnOf(last.answer));
      if (!isSame) faults.push(`the same key, another answer: ${JSON.stringify(again)}`);
    } else if (last?.answer.kind === 'received')
      await at.service.approveSubmission.run({
        reader: approver,
        submissionId: last.answer.submission.id,
      });
  }
}

function turnOf(answer: ReceiveAnswer): Turn {
  if (answer.kind === 'refused') return { acceptedCount: -1, blocked: [] };
  const { acceptedCount, findings } = answer.submission;
  const blocked = findings.map(({ code, metric }) =>
    code === 'REVISION_NEEDS_REASON' ? (metric ?? '') : code,
  );
  return { acceptedCount, blocked: blocked.toSorted() };
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Replays what became known, in its order, through the model; and finds a turn for every receipt that changed nothing. */
async function compare(
  at: TestService,
  place: At,
  receipts: readonly Receipt[],
): Promise<readonly string[]> {
  const faults: string[] = [];
  const { known, standing } = await recordOf(at, place, receipts);
  const byId = new Map(receipts.map((receipt) => [receipt.id, receipt]));
  let figures: Figures = new Map();
  const states: Figures[] = [figures];
  const turns = new Map<string, number>();
  for (const { kind, submission } of known) {
    const receipt = byId.get(submission);
    if (!receipt) faults.push(`known of nobody: ${submission}`);
    else if (kind === 'figures') {
      const { after, turn } = take(figures, receipt.sent, submission);
      if (!same(turn, receipt.turn))
        faults.push(
          `${submission} was told ${JSON.stringify(receipt.turn)}, and it is ${JSON.stringify(turn)}`,
        );
      figures = after;
      turns.set(submission, states.length);
    } else figures = approve(figures, submission);
    states.push(figures);
  }
  faults.push(...withoutTurn(receipts, states, turns));
  const expected = [...figures]
    .map(([box, cell]) => ({ box, ...cell }))
    .toSorted((a, b) => a.box.localeCompare(b.box));
  const stands = standing.map(({ box, value, submission, standing: how }) => ({
    box,
    value,
    submission,
    standing: how,
  }));
  if (!same(expected, stands))
    faults.push(`${JSON.stringify(stands)} stands, and it should be ${JSON.stringify(expected)}`);
  return faults;
}

/** Receipts that changed nothing and that fit no moment after what their sender had sent before. */
function withoutTurn(
  receipts: readonly Receipt[],
  states: readonly Figures[],
  turns: ReadonlyMap<string, number>,
): readonly string[] {
  const reached = new Map<number, number>();
  return receipts.flatMap(({ id, sent, turn, sender }) => {
    const from = reached.get(sender) ?? 0;
    const known = turns.get(id);
    const found =
      known ??
      states.findIndex((state, n) => {
        const said = take(state, sent, id);
        return n >= from && !said.changes && same(said.turn, turn);
      });
    if (found < from) return [`${id} was told ${JSON.stringify(turn)}, which was never so`];
    reached.set(sender, found);
    return [];
  });
}

async function recordOf(
  at: TestService,
  { council, month }: At,
  receipts: readonly Receipt[],
): Promise<{ known: readonly Known[]; standing: readonly Standing[] }> {
  const { councilIds } = await at.reader('council-submitter', council);
  const ids = receipts.map(({ id }) => id);
  return at.transactions.read(workerScope('spec'), async (sql) => ({
    known: await sql.rows<Known>(
      `select kind, submission_id as submission from acceptance where submission_id = any($1::uuid[]) order by known_seq`,
      [ids],
    ),
    standing: await sql.rows<Standing>(
      `select metric as box, value::text as value, submission_id as submission, standing from current_figure
       where council_id = $1 and period_start = $2 order by metric collate "C"`,
      [councilIds[0], `${month}-01`],
    ),
  }));
}
