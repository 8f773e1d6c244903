import { join } from 'node:path';
import type { Role } from '#domain/access';
import type { MilestoneDeed } from '#domain/delivery';
import type { FeedbackAbout } from '#domain/feedback';
import type { SentObservation } from '#domain/intake';
import { londonInstant } from '#domain/periods';
import { publicationsFile } from './programme-files.js';
import { readJson } from './read-json.js';

export type PublishedPeriod = { readonly timePeriod: string; readonly timeIdentifier: string };

/** One thing that happened on the way to the opening, at its own moment. */
export type SeedEvent =
  | {
      /** Somebody opened the overview. */
      readonly kind: 'looked';
      readonly at: Date;
      readonly actor: string;
      readonly roles: readonly Role[];
    }
  | {
      readonly kind: 'published';
      readonly at: Date;
      readonly key: string;
      readonly publishedOn: string;
      readonly file: string;
      readonly periods: readonly PublishedPeriod[];
    }
  | {
      readonly kind: 'sent';
      readonly at: Date;
      readonly council: string;
      /** What an approval of it names: a month, or what was filled in. */
      readonly what: string;
      readonly key: string;
      /** A return is typed on the page; a backfill and numbers that nobody types come as a file. */
      readonly source: 'return' | 'backfill';
      readonly observations: readonly SentObservation[];
      /** What the council says of a warning of a rule, when it comes to be approved. */
      readonly wordsOn: (code: string) => string;
    }
  | {
      /** Everything sent of it so far that nobody has approved yet. */
      readonly kind: 'approved';
      readonly at: Date;
      readonly council: string;
      readonly what: string;
    }
  | {
      readonly kind: 'answered';
      readonly at: Date;
      readonly council: string;
      readonly month: string;
      readonly text: string;
      readonly expectedOn: string | null;
    }
  | {
      /** More time for a return, or a closed month that is opened for a while. */
      readonly kind: 'asked';
      readonly at: Date;
      readonly council: string;
      readonly month: string;
      readonly permission: 'extension' | 'exception';
      readonly until: string;
      readonly reason: string;
    }
  | {
      /** DfE's answer to what waits of that kind; a null `until` declines. */
      readonly kind: 'permitted';
      readonly at: Date;
      readonly council: string;
      readonly month: string;
      readonly permission: 'extension' | 'exception';
      readonly until: string | null;
      readonly text: string;
    }
  | {
      /** A milestone, by its title. */
      readonly kind: 'planned';
      readonly at: Date;
      readonly council: string;
      readonly title: string;
      readonly plan: {
        readonly reform: string;
        readonly version: number;
        readonly owner: string;
        readonly due: string;
      };
    }
  | {
      /** What became of it. */
      readonly kind: 'milestone';
      readonly at: Date;
      readonly council: string;
      readonly title: string;
      readonly deed: MilestoneDeed;
    }
  | {
      /** Feedback of a council. */
      readonly kind: 'said';
      readonly at: Date;
      readonly council: string;
      readonly about: FeedbackAbout;
      readonly code: string | null;
      readonly words: string;
    }
  | {
      /** DfE's answer to what a council said in these words. */
      readonly kind: 'replied';
      readonly at: Date;
      readonly council: string;
      readonly words: string;
      readonly owner: string;
      readonly answer: string;
    };

/** The days on which published files became known: the periods of a series that came on one day are one delivery. */
export const publishedEvents = (folder: string): readonly SeedEvent[] =>
  readJson(join(folder, 'published', 'publications.json'), publicationsFile).flatMap(
    ({ series, file, periods }) =>
      [...new Set(periods.map(({ publishedOn }) => publishedOn))].map((publishedOn): SeedEvent => ({
        kind: 'published',
        at: londonInstant(publishedOn, '09:30'),
        key: `${series} ${publishedOn}`,
        publishedOn,
        file: join(folder, file),
        periods: periods.filter((period) => period.publishedOn === publishedOn),
      })),
  );
