import { scopeOf, type Reader } from '#domain/access';
import { newsFrom, visitAt, type Visit } from '#domain/visits';
import type { Clock, News, NewsReadModel, ProgrammeSource, UnitOfWork } from '../ports/index.js';

/** Of each kind at most so many are listed. */
const MOST = 5;

type Ports = {
  readonly unitOfWork: UnitOfWork;
  readonly programme: ProgrammeSource;
  readonly clock: Clock;
  readonly news: NewsReadModel;
};

/** What is new to a reader, with the end of the visit before this one; null at their first, when it is the last week's. */
export type NewsToReader = News & {
  readonly lookedAt: Date | null;
  /** After which moment something is news. */
  readonly from: Date;
};

/** What has changed in the programme since a reader looked last. */
export class ReadNews {
  constructor(private readonly ports: Ports) {}

  /** `isLook`: a person looks, and is remembered; not a page that reads itself again. */
  async run(reader: Reader, { isLook }: { readonly isLook: boolean }): Promise<NewsToReader> {
    const { register } = await this.ports.programme.current();
    const now = this.ports.clock.now();
    const scope = scopeOf(reader);
    const visit = await this.ports.unitOfWork.run(scope, async ({ visits }): Promise<Visit> => {
      const kept = await visits.ofActor(register.programmeId, reader.actor);
      if (kept && !isLook) return kept;
      const visit = visitAt(kept, now);
      if (visit !== kept) await visits.save(register.programmeId, reader.actor, visit);
      return visit;
    });
    const from = newsFrom(visit);
    const news = await this.ports.news.since(scope, {
      programmeId: register.programmeId,
      councilIds: [...new Set(register.memberships.map(({ councilId }) => councilId))],
      ...{ from, to: now, most: MOST },
    });
    return { ...news, from, lookedAt: visit.lookedAt };
  }
}
