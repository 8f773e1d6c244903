import {
  keyHolderScope,
  ROLES,
  scopeOf,
  sendingScopeOf,
  type KeyDeed,
  type Reader,
  type Role,
} from '#domain/access';
import type { ScopedTransactions } from '#persistence';
import { asking } from './asking.js';
import { READS, type Planted } from './row-matrix.js';
import { WRITES } from './row-writes.js';

const SEES_OWN: readonly Role[] = ['council-submitter', 'council-approver'];

/**
 * Keys of councils' systems: who sees and keeps the rows of keys, what a key made for one deed alone may do, and what
 * whoever presents a key may touch before they are known. One line for each expectation that fails.
 */
export async function runKeyMatrix(
  transactions: ScopedTransactions,
  planted: Planted,
): Promise<readonly string[]> {
  return [
    ...(await checkRowsOfKeys(transactions, planted)),
    ...(await checkNarrowKeys(transactions, planted)),
    ...(await checkHolders(transactions, planted)),
  ];
}

const reading = (councilId: number): string =>
  `select label from api_key where council_id = ${councilId} /* returning */`;
const making = (councilId: number): string =>
  `insert into api_key (id, programme_id, council_id, public_id, digest, label, deeds, created_at, created_by, expires_at)
   values (gen_random_uuid(), 1, ${councilId}, 'matrix', 'matrix', 'matrix', '{send-figures}', now(), 'x', now())`;
const revoking = (councilId: number): string =>
  `update api_key set revoked_at = now() where council_id = ${councilId} returning 1`;

async function checkRowsOfKeys(
  transactions: ScopedTransactions,
  { ownId, otherId }: Planted,
): Promise<readonly string[]> {
  const failures: string[] = [];
  for (const role of ROLES) {
    const works = asking(transactions, scopeOf(ownReader(role, ownId)));
    const found = {
      'sees own': await works(reading(ownId)),
      'sees others': await works(reading(otherId)),
      'makes own': await works(making(ownId)),
      'makes others': await works(making(otherId)),
      'revokes own': await works(revoking(ownId)),
      'revokes others': await works(revoking(otherId)),
    };
    const [keeper, all] = [role === 'council-approver', role === 'admin'];
    const expected = {
      'sees own': SEES_OWN.includes(role) || all,
      'sees others': all,
      'makes own': keeper || all,
      'makes others': all,
      'revokes own': keeper || all,
      'revokes others': all,
    };
    failures.push(...differences(`keys, ${role}`, found, expected));
  }
  return failures;
}

/** A key that only reads writes nothing; a key that only sends reads nothing, but delivers like any other. */
async function checkNarrowKeys(
  transactions: ScopedTransactions,
  planted: Planted,
): Promise<readonly string[]> {
  const failures: string[] = [];
  const keyFor = (deed: KeyDeed): Reader => ({
    ...ownReader('system', planted.ownId),
    deeds: [deed],
  });
  const scopes = [
    ['reads alone', scopeOf(keyFor('read-own-figures')), { reads: true, writes: false }],
    ['sends alone', scopeOf(keyFor('send-figures')), { reads: false, writes: false }],
    ['delivers', sendingScopeOf(keyFor('send-figures')), { reads: true, writes: true }],
  ] as const;
  for (const [name, scope, may] of scopes) {
    const works = asking(transactions, scope);
    const figures = ['revision', 'current_figure', 'return_answer', 'alert', 'finding'];
    for (const [table, column] of READS.filter(([one]) => figures.includes(one))) {
      const rows = (councilId: number): string =>
        `select ${column} from ${table} where council_id = ${councilId} /* returning */`;
      const found = {
        own: await works(rows(planted.ownId)),
        other: await works(rows(planted.otherId)),
      };
      failures.push(
        ...differences(`a key that ${name}, ${table}`, found, { own: may.reads, other: false }),
      );
    }
    for (const [what, sql] of WRITES(planted).filter(([one]) => NEEDS_NO_READ.includes(one))) {
      const found = {
        own: await works(sql(planted.ownId)),
        other: await works(sql(planted.otherId)),
      };
      // A key that only sends has the right to write, and reads nothing: it needs the scope of a delivery to use it.
      const own = may.writes || (name === 'sends alone' && BLIND.includes(what));
      failures.push(...differences(`a key that ${name}, ${what}`, found, { own, other: false }));
    }
  }
  return failures;
}

/** Writes that stand for the others: by plain values, and from rows that have to be read first. */
const NEEDS_NO_READ = [
  'insert submission',
  'insert series_to_assess',
  'insert revision',
  'update current_figure',
];
const BLIND = ['insert submission', 'insert series_to_assess'];

/** Whoever presents a key marks its row, and finds no other row of any kind. */
async function checkHolders(
  transactions: ScopedTransactions,
  { ownId, otherId }: Planted,
): Promise<readonly string[]> {
  const works = asking(transactions, keyHolderScope(`digest of ${ownId}`));
  const guesses = asking(transactions, keyHolderScope('digest of nothing'));
  const using = (councilId: number): string =>
    `update api_key set last_used_at = now() where council_id = ${councilId} returning 1`;
  const found = {
    'sees their own key': await works(reading(ownId)),
    'marks their own key': await works(using(ownId)),
    'sees another key': await works(reading(otherId)),
    'marks another key': await works(using(otherId)),
    'makes a key': await works(making(ownId)),
    'reads figures': await works(`select value from current_figure /* returning */`),
    'guesses a key': await guesses(`select label from api_key /* returning */`),
  };
  return differences('whoever presents a key', found, {
    'sees their own key': true,
    'marks their own key': true,
    'sees another key': false,
    'marks another key': false,
    'makes a key': false,
    'reads figures': false,
    'guesses a key': false,
  });
}

const ownReader = (role: Role, councilId: number): Reader => ({
  actor: `matrix ${role}`,
  roles: [role],
  councilIds: role === 'partnership-lead' ? [] : [councilId],
  memberIds: role === 'partnership-lead' ? [councilId] : [],
  partnership: null,
});

const differences = <Name extends string>(
  who: string,
  found: Readonly<Record<Name, boolean>>,
  expected: Readonly<Record<Name, boolean>>,
): string[] =>
  (Object.keys(expected) as Name[])
    .filter((name) => found[name] !== expected[name])
    .map((name) => `${who}: ${name} is ${String(found[name])}`);
