import { AlertResolver } from './resolvers/alert.resolver.js';
import { AssessmentResolver } from './resolvers/assessment.resolver.js';
import { FeedbackResolver } from './resolvers/feedback.resolver.js';
import { BackTestResolver } from './resolvers/back-test.resolver.js';
import { FollowUpResolver } from './resolvers/follow-up.resolver.js';
import { MessageResolver } from './resolvers/message.resolver.js';
import { MilestoneResolver } from './resolvers/milestone.resolver.js';
import { PackResolver } from './resolvers/pack.resolver.js';
import { PermissionResolver } from './resolvers/permission.resolver.js';
import { QualityResolver } from './resolvers/quality.resolver.js';
import { RegisterResolver } from './resolvers/register.resolver.js';
import { ReturnResolver } from './resolvers/return.resolver.js';
import { RuleResolver } from './resolvers/rule.resolver.js';
import { SeriesResolver } from './resolvers/series.resolver.js';
import { SilenceResolver } from './resolvers/silence.resolver.js';
import { SubmissionResolver } from './resolvers/submission.resolver.js';
import { DateScalar, DateTimeScalar, DecimalScalar } from './scalars.js';

/** Everything that the schema is made of: what is served, and what is written to `schema.graphql`. */
export const RESOLVERS = [
  RegisterResolver,
  SeriesResolver,
  AssessmentResolver,
  ReturnResolver,
  PermissionResolver,
  SubmissionResolver,
  AlertResolver,
  RuleResolver,
  FollowUpResolver,
  MilestoneResolver,
  FeedbackResolver,
  BackTestResolver,
  PackResolver,
  MessageResolver,
  SilenceResolver,
  QualityResolver,
];
export const SCALARS = [DecimalScalar, DateTimeScalar, DateScalar];
