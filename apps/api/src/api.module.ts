import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import type { FastifyRequest } from 'fastify';
import type { Service } from '#composition';
import { readerOfRequest } from './auth/bearer.js';
import { formatError } from './graphql/format-error.js';
import { limits } from './graphql/limits.js';
import type { RequestContext } from './graphql/request-context.js';
import { AlertResolver } from './graphql/resolvers/alert.resolver.js';
import { RegisterResolver } from './graphql/resolvers/register.resolver.js';
import { SeriesResolver } from './graphql/resolvers/series.resolver.js';
import { SubmissionResolver } from './graphql/resolvers/submission.resolver.js';
import { DateScalar, DateTimeScalar, DecimalScalar } from './graphql/scalars.js';
import { statusForLegacyJson } from './graphql/status-for-legacy-json.js';
import { AboutController } from './rest/about.controller.js';
import { FailureFilter, FailureReport } from './rest/failure.filter.js';
import { SubmissionsController } from './rest/submissions.controller.js';
import { SERVICE } from './service-token.js';

@Module({})
export class ApiModule {
  static of(service: Service, failures: FailureReport): DynamicModule {
    return {
      module: ApiModule,
      imports: [graphql(service, failures)],
      controllers: [SubmissionsController, AboutController],
      providers: [
        { provide: SERVICE, useValue: service },
        { provide: FailureReport, useValue: failures },
        { provide: APP_FILTER, useFactory: () => new FailureFilter(failures) },
        RegisterResolver,
        SeriesResolver,
        SubmissionResolver,
        AlertResolver,
        DecimalScalar,
        DateTimeScalar,
        DateScalar,
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
    plugins: [statusForLegacyJson],
    formatError: formatError(
      (error, id) => failures.report(error, id),
      () => failures.newReference(),
    ),
    context: async (request: FastifyRequest): Promise<RequestContext> => ({
      reader: await readerOfRequest(request.headers.authorization, service),
      submissions: new Map(),
    }),
  });
