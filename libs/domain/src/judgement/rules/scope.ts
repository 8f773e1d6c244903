import type { Day } from '../../periods/period.js';
import type { Register } from '../../register/register.js';
import type { RuleScope } from '../judgement-types.js';

/**
 * The councils that a rule looks at on a day: members of the programme, narrowed to those named and to those of the
 * partnerships named; an empty list narrows nothing.
 */
export function councilsInScope(
  { councils, partnerships }: RuleScope,
  { register, today }: { readonly register: Register; readonly today: Day },
): readonly Register['councils'][number][] {
  const members = new Set(
    register.memberships
      .filter(({ to }) => to === null || to > today)
      .map(({ councilId }) => councilId),
  );
  const inPartnerships = new Set(
    register.partnerships
      .filter(({ code }) => partnerships.includes(code))
      .flatMap((one) => one.members.map(({ councilId }) => councilId)),
  );
  return register.councils.filter(
    ({ id, key }) =>
      members.has(id) &&
      (councils.length === 0 || councils.includes(key)) &&
      (partnerships.length === 0 || inPartnerships.has(id)),
  );
}
