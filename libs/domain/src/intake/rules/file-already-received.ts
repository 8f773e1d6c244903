import { formatDay } from '../../periods/index.js';
import type { IntakeContext } from '../check-submission-types.js';
import type { Finding } from '../finding.js';
import { say } from '../say.js';

/** FILE_ALREADY_RECEIVED: nobody has sent the same bytes for the council before. */
export const fileAlreadyReceived = ({
  rules,
  receivedBefore,
}: IntakeContext): readonly Finding[] =>
  receivedBefore === null
    ? []
    : say(rules, 'FILE_ALREADY_RECEIVED', {}, { date: formatDay(receivedBefore) });
