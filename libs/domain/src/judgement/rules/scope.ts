import type { Day } from '../../periods/period.js';
import type { Register } from '../../register/register.js';
import type { RuleScope } from '../judgement-types.js';
import { coversCouncil } from '../rule-scope.js';

/** The councils that a rule looks at on a day: members of the programme that its scope covers. */
export function councilsInScope(
  scope: RuleScope,
  { register, today }: { readonly register: Register; readonly today: Day },
): readonly Register['councils'][number][] {
  const members = new Set(
    register.memberships
      .filter(({ to }) => to === null || to > today)
      .map(({ councilId }) => councilId),
  );
  return register.councils.filter(({ id, key }) => {
    const partnerships = register.partnerships
      .filter((one) => one.members.some(({ councilId }) => councilId === id))
      .map(({ code }) => code);
    return members.has(id) && coversCouncil(scope, { key, partnerships });
  });
}
