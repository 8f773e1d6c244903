import type { Scope } from '#domain/access';
import {
  SubmissionReadModel,
  type PageOf,
  type SubmissionEffects,
  type SubmissionView,
  type SubmissionQuery,
} from '../ports/index.js';

/**
 * Deliveries for readers who see figures at any status. Whoever reads releases only (and the auditor, who has no figures)
 * is not even asked the database for them: there is nothing here for them.
 */
export class SubmissionsInScope extends SubmissionReadModel {
  constructor(private readonly submissions: SubmissionReadModel) {
    super();
  }

  byId(scope: Scope, id: string): Promise<SubmissionView | null> {
    return mayRead(scope) ? this.submissions.byId(scope, id) : Promise.resolve(null);
  }

  effects(
    scope: Scope,
    submissionIds: readonly string[],
    most: number,
  ): Promise<SubmissionEffects> {
    if (!mayRead(scope)) return Promise.resolve({ changes: [], findings: new Map() });
    return this.submissions.effects(scope, submissionIds, most);
  }

  list(scope: Scope, query: SubmissionQuery): Promise<PageOf<SubmissionView>> {
    if (!mayRead(scope)) return Promise.resolve({ items: [], cursors: [], next: null });
    return this.submissions.list(scope, query);
  }
}

const mayRead = (scope: Scope): boolean =>
  scope.database !== 'public' && (scope.anyStatus === 'all' || scope.anyStatus.length > 0);
