import { notLetIn, problem, text } from './openapi-parts.js';
import { XLSX } from './read-submission-body.js';

const ofFigures = [
  { name: 'metric', in: 'path', required: true, schema: text, description: 'A code of `metrics`.' },
  {
    name: 'from',
    in: 'query',
    schema: { type: 'string', format: 'date' },
    description: 'Periods that begin on this day or later.',
  },
  {
    name: 'to',
    in: 'query',
    schema: { type: 'string', format: 'date' },
    description: 'Periods that begin before this day.',
  },
  {
    name: 'asKnownAt',
    in: 'query',
    schema: text,
    description: 'As known at this moment, or at the end of this day.',
  },
] as const;
/** One way in which figures of a metric are taken home. */
const exported = (summary: string, type: string) => ({
  get: {
    summary,
    parameters: ofFigures,
    responses: {
      200: {
        description: 'The file',
        content: { [type]: { schema: { type: 'string', format: 'binary' } } },
      },
      400: problem('Dates that are none'),
      401: notLetIn,
      404: problem('No such metric, or no figure of it that you can see'),
      422: problem('More than 60,000 rows'),
    },
  },
});

export const exportPaths = {
  '/v1/exports/{metric}.csv': exported(
    'Every figure of a metric that you see, a line a figure, provisional ones marked',
    'text/csv',
  ),
  '/v1/exports/{metric}.xlsx': exported('The same as a workbook', XLSX),
  '/v1/exports/{metric}.ees.zip': exported(
    'The data file and the metadata file for Explore education statistics, without provisional figures',
    'application/zip',
  ),
  '/v1/exports/{metric}.ees.txt': exported(
    'What has to be known of those two files: what they are not, symbols, what was left out',
    'text/plain',
  ),
} as const;
