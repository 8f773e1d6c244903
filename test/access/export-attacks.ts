import { EXPORT_FORMATS } from '#application/exports';
import type { Aim, Attacks, HttpAttack } from './attack.js';

/** A box and a measure that is worked out from it. */
const METRICS = ['n_requests', 'requests_received'];

const of = (addressOf: (metric: string) => string): readonly HttpAttack[] =>
  METRICS.map((metric) => ({ url: addressOf(metric) }));

/** Figures taken home by REST: a route for each kind of file. */
export const exportsByRest = (): Attacks<HttpAttack> =>
  Object.fromEntries(
    EXPORT_FORMATS.map((format) => [
      `GET /v1/exports/:metric.${format}`,
      of((metric) => `/v1/exports/${metric}.${format}`),
    ]),
  );

/** The same from the pages of a measure, of every council and of one. */
export const exportsByPage = ({ key }: Aim): Attacks<HttpAttack> => ({
  'GET /metrics/:code/export': of((metric) => `/metrics/${metric}/export?format=csv`),
  'GET /metrics/:code/export/:format': EXPORT_FORMATS.flatMap((format) =>
    of((metric) => `/metrics/${metric}/export/${format}`),
  ),
  'GET /councils/:key/figures/:metric/csv': of(
    (metric) => `/councils/${key}/figures/${metric}/csv`,
  ),
});
