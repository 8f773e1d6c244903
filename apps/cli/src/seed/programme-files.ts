import { z } from 'zod';
import { ROLES } from '#domain/access';
import { TERMS } from '#domain/calendar';
import { FEEDBACK_ABOUT } from '#domain/feedback';

/** The shapes of the files under `programmes/<code>/`; its README says what each is. */
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const dated = { validFrom: day.nullable(), validTo: day.nullable() };

export const programmeFile = z.object({
  code: z.string(),
  name: z.string(),
  startsOn: day,
  /** Whether DfE sees what councils push of a month that has not ended; the councils have to agree. */
  monthSoFarShared: z.boolean().default(false),
  demonstration: z.object({ opensAt: z.string(), membershipFrom: day }),
});
export const retentionFile = z.object({
  acceptedFilesMonths: z.number().int().positive(),
  refusedFilesDays: z.number().int().positive(),
  idempotencyKeysDays: z.number().int().positive(),
  draftsDays: z.number().int().positive(),
});
export const regionsFile = z.array(z.object({ code: z.string(), name: z.string() }));
export const councilsFile = z.array(
  z.object({
    id: z.number().int(),
    key: z.string(),
    name: z.string(),
    regionCode: z.string(),
    type: z.string(),
    codes: z.array(z.object({ kind: z.enum(['ons', 'dfe']), code: z.string(), ...dated })),
    names: z.array(z.object({ name: z.string(), ...dated })),
    successors: z.array(z.object({ key: z.string(), on: day })),
    endedOn: day.nullable(),
  }),
);
export const partnershipsFile = z.array(
  z.object({
    code: z.string(),
    name: z.string(),
    regionCode: z.string(),
    members: z.array(
      z.object({ council: z.string(), role: z.enum(['lead', 'joint-lead', 'partner']) }),
    ),
  }),
);
export const reformsFile = z.array(
  z.object({
    code: z.string(),
    name: z.string(),
    versions: z.array(z.object({ version: z.number(), title: z.string(), validFrom: day })),
  }),
);
export const participationFile = z.array(
  z.object({
    council: z.string(),
    reform: z.string(),
    version: z.number(),
    from: day,
    to: day.nullable(),
    haltedReason: z.string().nullable(),
  }),
);
export const holidaysFile = z.array(z.object({ day: day, name: z.string() }));
const halfTerm = z.object({ starts: day, ends: day }).nullable();
const term = { starts: day, ends: day, halfTerm };
export const schoolTermsFile = z.array(
  z.object({
    /** The council whose own days these are; null for those that count where a council has named none. */
    council: z.string().nullable(),
    academicYear: z.string().regex(/^\d{6}$/),
    source: z.string(),
    terms: z.array(z.object({ term: z.enum(TERMS), ...term })),
  }),
);
export const plansFile = z.array(
  z.object({
    council: z.string(),
    metric: z.string(),
    version: z.number(),
    status: z.enum(['proposed', 'agreed', 'contested', 'ended']),
    interpolation: z.enum(['step', 'linear']),
    tolerance: z.number(),
    points: z.array(z.object({ from: day, value: z.number() })),
    agreedOn: day.nullable(),
    note: z.string(),
  }),
);
export const personasFile = z.array(
  z.object({
    key: z.string(),
    title: z.string(),
    /** When they opened the overview last, before the demonstration. */
    lookedAt: z.string().optional(),
    roles: z.array(z.enum(ROLES)),
    council: z.string().optional(),
    partnership: z.string().optional(),
    organisation: z.string(),
  }),
);
/** A row of `statistical-neighbours.csv`; councils by their keys. */
export const neighbourRow = z.object({
  vintage: z.string().regex(/^\d{4}-\d{2}$/),
  council: z.string(),
  rank: z.coerce.number().int().min(1),
  neighbour: z.string(),
  closeness: z.string(),
});

export const publicationsFile = z.array(
  z.object({
    series: z.string(),
    title: z.string(),
    file: z.string(),
    nationalFile: z.string().optional(),
    regionsFile: z.string().optional(),
    metrics: z.array(z.string()),
    periods: z.array(
      z.object({
        timePeriod: z.string(),
        timeIdentifier: z.string(),
        publishedOn: day,
        publishedOnBasis: z.enum(['source', 'calendar', 'assumed']),
      }),
    ),
  }),
);

export const correctionsFile = z.array(
  z.object({
    council: z.string(),
    month: z.string(),
    box: z.string(),
    from: z.coerce.string(),
    to: z.coerce.string(),
    sentAt: z.string(),
    approvedAt: z.string(),
    reasonKind: z.string(),
    reasonText: z.string(),
  }),
);
export const answersFile = z.array(
  z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('not-available'),
      council: z.string(),
      month: z.string(),
      text: z.string(),
      /** The day by which the figures are expected. */
      expectedOn: z.string().nullable().default(null),
      at: z.string(),
    }),
    z.object({
      kind: z.literal('cannot-be-produced'),
      council: z.string(),
      from: z.string(),
      to: z.string(),
      text: z.string(),
    }),
  ]),
);
/** What councils asked DfE for, and what DfE answered; `granted` null declines. */
export const permissionsFile = z.array(
  z.object({
    council: z.string(),
    month: z.string(),
    kind: z.enum(['extension', 'exception']),
    until: day,
    reason: z.string(),
    askedAt: z.string(),
    answeredAt: z.string(),
    granted: day.nullable(),
    answer: z.string(),
  }),
);
/** Delivery milestones, by council and title, with what became of each. */
export const milestonesFile = z.array(
  z.object({
    council: z.string(),
    reform: z.string(),
    version: z.number(),
    title: z.string(),
    owner: z.string(),
    due: day,
    plannedAt: z.string(),
    redated: z.array(z.object({ at: z.string(), due: day, reason: z.string() })),
    done: z.object({ at: z.string(), evidence: z.string() }).nullable(),
  }),
);
/** What councils said, and what DfE answered. */
export const feedbackFile = z.array(
  z.object({
    council: z.string(),
    about: z.enum(FEEDBACK_ABOUT),
    code: z.string().nullable(),
    words: z.string(),
    saidAt: z.string(),
    answer: z.object({ at: z.string(), owner: z.string(), words: z.string() }).nullable(),
  }),
);
/** What councils say of a warning; the first that fits, null fits every council or rule. */
export const explanationsFile = z.array(
  z.object({ council: z.string().nullable(), code: z.string().nullable(), text: z.string() }),
);
