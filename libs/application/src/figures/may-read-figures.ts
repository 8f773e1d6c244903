import type { Scope } from '#domain/access';

/** Whether the reader may ask for figures at all: the public database role reads releases only. */
export const mayReadFigures = (scope: Scope): boolean =>
  scope.database !== 'public' &&
  (scope.published ||
    [scope.anyStatus, scope.approved].some((extent) => extent === 'all' || extent.length > 0));
