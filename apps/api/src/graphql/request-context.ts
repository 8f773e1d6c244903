import { GraphQLError } from 'graphql';
import { REFUSALS, type RefusalCode } from '#domain';
import { packsOf, scopeOf, sendingScopeOf, type Reader, type Scope } from '#domain/access';
import type { AssessedAsKnown } from '#application/assessments';
import { mayReadFigures } from '#application/figures';
import type { SubmissionView } from '#application/ports';

/** Look-ups behind single points: submissions and revisions. */
const MOST_LOOKUPS = 1_000;

/** What travels with one GraphQL request: who asks, and what has been read for it already. */
export type RequestContext = {
  readonly reader: Reader | null;
  readonly submissions: Map<string, Promise<SubmissionView | null>>;
  readonly assessments: Map<string, Promise<ReadonlyMap<string, AssessedAsKnown>>>;
  lookups: number;
};

export const newContext = (reader: Reader | null): RequestContext => ({
  reader,
  submissions: new Map(),
  assessments: new Map(),
  lookups: 0,
});

/** The reader, or the error that says that nobody is signed in. */
export function readerIn(context: RequestContext): Reader {
  if (context.reader) return context.reader;
  throw refused('NOT_SIGNED_IN', 'UNAUTHENTICATED');
}

/** A reader of figures. Roles that have none are told so: an empty answer would read as "no data". */
export function readerOfFigures(context: RequestContext): Reader {
  const reader = readerIn(context);
  if (mayReadFigures(scopeOf(reader))) return reader;
  throw forbidden(reader);
}

/** A reader of returns, submissions and alerts: who sees some council's figures before they are approved. */
export function readerOfReturns(context: RequestContext): Reader {
  const reader = readerIn(context);
  if (seesSome(scopeOf(reader))) return reader;
  throw forbidden(reader);
}

/** A reader of evidence packs. */
export function readerOfPacks(context: RequestContext): Reader {
  const reader = readerIn(context);
  if (packsOf(reader) !== null) return reader;
  throw forbidden(reader);
}

/** The scope in which one submission is shown: whoever may send is told what became of it. */
export function scopeForReceipt(context: RequestContext): Scope {
  const reader = readerIn(context);
  const scope = sendingScopeOf(reader);
  if (seesSome(scope)) return scope;
  throw forbidden(reader);
}

const seesSome = ({ anyStatus }: Scope): boolean => anyStatus === 'all' || anyStatus.length > 0;

const forbidden = ({ deeds }: Reader): GraphQLError =>
  refused(deeds ? 'KEY_NOT_FOR_THIS' : 'NOT_ALLOWED', 'FORBIDDEN');

/** Counts a look-up behind one point: a query that would need too many of them is told to ask for less. */
export function countLookup(context: RequestContext): void {
  context.lookups += 1;
  if (context.lookups <= MOST_LOOKUPS) return;
  throw new GraphQLError(
    `This query looks behind more than ${MOST_LOOKUPS} points: ask for fewer series or a shorter time.`,
    { extensions: { code: 'BAD_USER_INPUT' } },
  );
}

function refused(refusal: RefusalCode, code: string): GraphQLError {
  const { message, fix } = REFUSALS[refusal];
  return new GraphQLError(`${message} ${fix}`, { extensions: { code } });
}
