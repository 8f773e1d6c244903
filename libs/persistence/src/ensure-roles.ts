import { Client } from 'pg';

export type RoleUrls = {
  readonly worker: string;
  readonly app: string;
  readonly public: string;
  readonly queue: string;
};

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const credentials = (url: string): { name: string; password: string } => {
  const { username, password } = new URL(url);
  return { name: decodeURIComponent(username), password: decodeURIComponent(password) };
};

/**
 * Makes the four roles beside the owner, as the owner (who may create roles and is no superuser), with the passwords of
 * their URLs, and the queue's own schema. Running it again changes nothing but the passwords.
 */
export async function ensureRoles(
  ownerUrl: string,
  roles: RoleUrls,
  queueSchema: string,
): Promise<void> {
  const owner = new Client({ connectionString: ownerUrl, application_name: 'migrate' });
  await owner.connect();
  try {
    for (const role of Object.values(roles).map(credentials)) await ensureRole(owner, role);
    const queue = quoted(credentials(roles.queue).name);
    await owner.query(`grant ${queue} to current_user`);
    await owner.query(`create schema if not exists ${quoted(queueSchema)} authorization ${queue}`);
    await owner.query(`grant create on database ${await databaseName(owner)} to ${queue}`);
  } finally {
    await owner.end();
  }
}

/** The queue's own migrations say "create schema if not exists", which asks for this right; afterwards it is taken back. */
export async function endSchemaRight(ownerUrl: string, queueUrl: string): Promise<void> {
  const owner = new Client({ connectionString: ownerUrl, application_name: 'migrate' });
  await owner.connect();
  try {
    const queue = quoted(credentials(queueUrl).name);
    await owner.query(`revoke create on database ${await databaseName(owner)} from ${queue}`);
  } finally {
    await owner.end();
  }
}

async function databaseName(owner: Client): Promise<string> {
  const { rows } = await owner.query<{ name: string }>('select current_database() as name');
  return quoted(rows[0]?.name ?? '');
}

async function ensureRole(owner: Client, role: { name: string; password: string }): Promise<void> {
  const { rowCount } = await owner.query('select from pg_roles where rolname = $1', [role.name]);
  const verb = rowCount ? 'alter' : 'create';
  await owner.query(`${verb} role ${quoted(role.name)} login password ${literal(role.password)}`);
}
