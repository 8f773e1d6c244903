import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import type { FastifyRequest } from 'fastify';
import type { Service } from '#composition';
import { isDatabaseAway } from '#persistence';
import { callerOf } from './auth/bearer.js';
import { databaseAway } from './graphql/database-away.js';
import { formatError } from './graphql/format-error.js';
import { limits } from './graphql/limits.js';
import { MOST_TOKENS, refuseLongQuery } from './graphql/query-size.js';
import { notLetIn } from './graphql/not-let-in.js';
import { newContext, type RequestContext } from './graphql/request-context.js';
import { RESOLVERS, SCALARS } from './graphql/schema-parts.js';
import { statusForLegacyJson } from './graphql/status-for-legacy-json.js';
import { AboutController } from './rest/about.controller.js';
import { FailureFilter, FailureReport } from './rest/failure.filter.js';
import { DownloadsController } from './rest/downloads.controller.js';
import { ExportsController } from './rest/exports.controller.js';
import { SubmissionsController } from './rest/submissions.controller.js';
import { SERVICE } from './service-token.js';

@Module({})
export class ApiModule {
  static of(service: Service, failures: FailureReport): DynamicModule {
    return {
      module: ApiModule,
      imports: [graphql(service, failures)],
      controllers: [DownloadsController, SubmissionsController, ExportsController, AboutController],
      providers: [
        { provide: SERVICE, useValue: service },
        { provide: FailureReport, useValue: failures },
        { provide: APP_FILTER, useFactory: () => new FailureFilter(failures) },
        ...RESOLVERS,
        ...SCALARS,
      ],
    };
  }
}

/** Bearer tokens alone, never cookies: so a page of another site has nothing to send along, and no CSRF guard is needed. */
const graphql = (service: Service, failures: FailureReport): DynamicModule =>
  GraphQLModule.forRoot<ApolloDriverConfig>({
    driver: ApolloDriver,
    path: '/graphql',
    autoSchemaFile: true,
    sortSchema: true,
    csrfPrevention: false,
    playground: false,
    graphiql: false,
    introspection: true,
    allowBatchedHttpRequests: false,
    validationRules: [limits],
    parseOptions: { maxTokens: MOST_TOKENS },
    plugins: [statusForLegacyJson],
    formatError: formatError(
      (error, id) => failures.report(error, id),
      () => failures.newReference(),
    ),
    context: (request: FastifyRequest) => contextOf(request, service),
  });

async function contextOf(request: FastifyRequest, service: Service): Promise<RequestContext> {
  refuseLongQuery(request);
  try {
    const caller = await callerOf(request.headers.authorization, service);
    if (caller.kind === 'refused') throw notLetIn(caller);
    return newContext(caller.kind === 'reader' ? caller.reader : null);
  } catch (error) {
    throw isDatabaseAway(error) ? databaseAway() : error;
  }
}
