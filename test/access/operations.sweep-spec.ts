import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { Client } from 'pg';
import { ROLES, type Role } from '#domain/access';
import type { HttpAttack } from './attack.js';
import { graphqlOperations } from './operations.js';
import { restRoutes } from './rest-routes.js';
import { webRoutes } from './web-routes.js';
import { routesOf } from './routes-of.js';
import { SENTINEL } from './row-matrix.js';
import { openStand, type Answer, type Stand } from './stand.js';

/** The planted figure as machines and as pages write it. */
const FIGURE = [SENTINEL, Number(SENTINEL).toLocaleString('en-GB')];

/** Roles that the who-sees-what table gives every council's figures before they are approved, and every alert. */
const SEES_ALL: readonly Role[] = ['dfe-analyst', 'dfe-policy'];
const ACKNOWLEDGE = ['acknowledgeAlert', 'POST /alerts/:id/acknowledge'];
const FOLLOW_UP = [
  'commentOnAlert',
  'assignAlert',
  'planRecovery',
  'changeRecoveryAction',
  'agreeRecovery',
  'closeAlert',
  'reopenAlert',
  'POST /alerts/:id/:deed',
];
/** What DfE may do for any council. */
const ANSWERS = [
  ...ACKNOWLEDGE,
  ...FOLLOW_UP,
  'answerExtension',
  'recordMilestone',
  'answerFeedback',
  'POST /milestones/new',
  'POST /milestones/:id',
  'POST /feedback/:id',
  'openClosedPeriod',
  'POST /requests/:id',
  'POST /requests/new',
];
/** What a DfE analyst alone decides. */
const LIMITS = ['startNewLimits', 'confirmBaseline'];
const RULES = [
  ...['saveAlertRule', 'switchAlertRule', 'POST /alert-rules/new'],
  ...['POST /alert-rules/:code/edit', 'POST /alert-rules/:code/switch'],
];
/** A test goes to anybody; whoever runs the service says where messages go, and sends again. */
const TESTS = ['sendTestMessage', 'POST /messages/test'];
const MESSAGES = [
  ...TESTS,
  ...['alertSubscriptions', 'undeliveredMessages', 'addAlertSubscription', 'endAlertSubscription'],
  ...['sendMessageAgain', 'GET /messages', 'POST /messages'],
  ...['POST /messages/:id/remove', 'POST /messages/:id/again'],
];
/** Evidence packs are for the board and delivery partners, too. */
const PACKS = [
  ...['packs', 'pack', 'GET /packs', 'GET /packs/:id', 'GET /packs/:id/print'],
  ...['GET /packs/:id/manifest.json', 'GET /packs/:id/pack.zip', 'GET /packs/:id/files/:kind'],
  'GET /packs/:id/files/:kind/:measure/:name',
];
/** What a role may see of or do to another council's rows, by whichever door. */
const ALLOWED: Partial<Record<Role, readonly string[]>> = {
  'dfe-analyst': [...ANSWERS, ...LIMITS, ...RULES, ...TESTS],
  'dfe-policy': ANSWERS,
  board: PACKS,
  'delivery-partner': PACKS,
  // Keys are not figures: whoever runs the service makes and revokes those of every council.
  admin: [
    ...MESSAGES,
    ...['', '/new', '/:id/replace', '/:id/revoke'].flatMap((path) => [
      `GET /connections${path}`,
      `POST /connections${path}`,
    ]),
  ],
};

describe('every operation and route, by every role, aimed at another council', () => {
  let stand: Stand;
  beforeAll(async () => {
    stand = await openStand();
  }, 60_000);
  afterAll(() => stand.close());

  type Attack = { readonly name: string; readonly run: (role: Role | null) => Promise<Answer> };

  const attacks = (): readonly Attack[] => {
    const { aim, byGraphql, byRest, byPage } = stand;
    const over = (
      table: Readonly<Record<string, readonly HttpAttack[]>>,
      by: typeof byRest,
    ): Attack[] =>
      Object.entries(table).flatMap(([name, list]) =>
        list.map((attack) => ({ name, run: (role) => by(role, name, attack) })),
      );
    return [
      ...Object.entries(graphqlOperations(aim)).flatMap(([name, list]) =>
        list.map((attack) => ({ name, run: (role: Role | null) => byGraphql(role, attack) })),
      ),
      ...over(restRoutes(aim), byRest),
      ...over(webRoutes(aim), byPage),
    ];
  };

  /** What nobody but the council and DfE may be told: the figure, the delivery behind it, the alert. */
  const leaks = ({ body }: Answer): readonly string[] => {
    const { submissionId, alertId, permissionId, keyId, keyPublicId, ...aim } = stand.aim;
    return [
      ...[aim.milestoneId, aim.feedbackId],
      ...[...FIGURE, submissionId, alertId, permissionId, keyId, keyPublicId],
      ...[aim.subscriptionId, aim.deadMessageId, `team@${aim.key}.example`],
    ].filter((secret) => body.includes(secret));
  };

  it('is a table of exactly the operations of the schema', () => {
    const schema = buildSchema(readFileSync('apps/api/schema.graphql', 'utf8'));
    const fields = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
      Object.keys(type?.getFields() ?? {}),
    );
    const operations = graphqlOperations(stand.aim);
    expect(Object.keys(operations).sort()).toEqual(fields.sort());
    expect(Object.values(operations).filter((list) => list.length === 0)).toEqual([]);
  });

  it('is a table of exactly the routes of the api and of the pages', () => {
    const served = routesOf(stand.api).filter((route) => !route.endsWith(' /graphql'));
    expect(Object.keys(restRoutes(stand.aim)).sort()).toEqual(served);
    expect(Object.keys(webRoutes(stand.aim)).sort()).toEqual(routesOf(stand.web));
  });

  it('is aimed well: DfE, who may see the figure, meets it by every way that shows figures', async () => {
    const meets = new Set<string>();
    for (const { name, run } of attacks()) {
      if ([...ANSWERS, ...LIMITS, ...RULES].includes(name)) continue;
      const { body } = await run('dfe-analyst');
      if (FIGURE.some((figure) => body.includes(figure))) meets.add(name);
    }
    expect([...meets].sort()).toEqual([
      'GET /alerts/:id',
      'GET /compare',
      'GET /councils/:key',
      'GET /councils/:key/board/:theme',
      'GET /councils/:key/figures/:metric/csv',
      'GET /councils/:key/figures/:metric/table.csv',
      'GET /councils/:key/reconciliation/:year',
      'GET /feedback',
      'GET /feedback/:id',
      'GET /figures/:council/:metric/:period',
      'GET /metrics/:code',
      'GET /metrics/:code/export/:format',
      'GET /metrics/:code/table',
      'GET /metrics/:code/table.csv',
      'GET /milestones',
      'GET /milestones/:id',
      ...['GET /overview', 'GET /packs'],
      'GET /packs/:id',
      'GET /packs/:id/files/:kind',
      'GET /packs/:id/files/:kind/:measure/:name',
      'GET /packs/:id/manifest.json',
      'GET /packs/:id/print',
      'GET /packs/new',
      ...['GET /partnerships/:code', 'GET /reforms/:code', 'GET /regions/:code'],
      'GET /silences',
      'GET /v1/exports/:metric.csv',
      'POST /silences',
      'alert',
      'feedback',
      'milestones',
      'pack',
      'packs',
      'series',
      'seriesByMetric',
      'silences',
    ]);
  });

  it.each(ROLES.map((role) => [role]))(
    'tells %s nothing and lets it change nothing',
    async (role) => {
      const before = await stand.otherRows();
      const wrong: unknown[] = [];
      for (const { name, run } of attacks()) {
        if (ALLOWED[role]?.includes(name)) continue;
        const answer = await run(role);
        const told = SEES_ALL.includes(role) ? [] : leaks(answer);
        if (told.length > 0 || answer.status >= 500) wrong.push([name, answer.status, told]);
      }
      expect(wrong).toEqual([]);
      expect(await stand.otherRows()).toEqual(before);
    },
  );

  it('tells nobody anything who has no token and no session', async () => {
    const told: unknown[] = [];
    for (const { name, run } of attacks()) {
      const answer = await run(null);
      if (FIGURE.some((figure) => answer.body.includes(figure)) || answer.status >= 500)
        told.push([name, answer.status]);
    }
    expect(told).toEqual([]);
    for (const list of Object.values(graphqlOperations(stand.aim)))
      for (const attack of list)
        expect((await stand.byGraphql(null, attack)).body).toContain('UNAUTHENTICATED');
  });

  it('fails nowhere by a bug', () => {
    expect(stand.reported).toEqual([]);
  });

  it('rests on row-level security: without it on figures, a council meets them by the same calls', async () => {
    const owner = new Client({ connectionString: stand.at.database.ownerUrl });
    await owner.connect();
    const secure = (how: 'enable' | 'disable') =>
      owner.query(
        ['current_figure', 'acceptance']
          .map((table) => `alter table ${table} ${how} row level security`)
          .join(';'),
      );
    try {
      await secure('disable');
      const all = new Set<string>();
      for (const { name, run } of attacks())
        for (const told of leaks(await run('council-submitter'))) all.add(`${name} ${told}`);
      const ways = ['series', 'seriesByMetric', 'GET /v1/exports/:metric.csv'];
      expect([...all]).toEqual(ways.map((way) => `${way} ${SENTINEL}`));
    } finally {
      await secure('enable');
      await owner.end();
    }
  });
});
