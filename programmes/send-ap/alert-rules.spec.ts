import { readFileSync } from 'node:fs';
import { readRule, ruleSentence, type AlertRule, type RuleNames } from '#domain/judgement';

const json = <T>(path: string): T =>
  JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as T;
const given = json<AlertRule[]>('alert-rules.json');
type Metric = RuleNames['metrics'][number];
const names: RuleNames = {
  metrics: [
    ...json<Metric[]>('metrics/measures.json').map((one) => ({ ...one, type: 'measure' as const })),
    ...json<Metric[]>('metrics/published.json').map((one) => ({
      ...one,
      type: 'published' as const,
    })),
  ],
  register: { councils: [], partnerships: [] },
};

describe('the rules of the programme', () => {
  it('are read as they are written', () => {
    for (const rule of given) expect(readRule(rule)).toEqual({ ok: true, value: rule });
  });

  it('say in plain sentences what they will do', () => {
    const said = Object.fromEntries(given.map((rule) => [rule.code, ruleSentence(rule, names)]));
    expect(said).toMatchInlineSnapshot(`
     {
       "answer_overdue": "Alerts DfE at once when feedback from a council has had no answer for 15 working days, or an acknowledged alert no plan for 10 working days; clears when it is answered or planned.",
       "backlog_building": "Alerts the council at once, its partnership and DfE 5 working days later, when the number waiting has for 2 months been more than 3 months of “New EHC plans issued”, by the average of the last 6, and grew in each of the last 3 months, from 20 waiting on; clears after 2 months in which it is below 2.5 months of them or fell 3 months running. It looks at “Children waiting more than 20 weeks”.",
       "gain_with_side_effect": "Alerts the council at once, its partnership and DfE 5 working days later, when a measure has improved (unusually by its own limits, or by 10 points and more than 3.09 standard errors on the same 12 months a year before) and within 3 months a balancing measure moved the wrong way (unusually by its own limits, or a percentage by 5 points on the year before), with at least 60 cases in each 12 months; clears after 3 months (or 3 years, of yearly figures) in which no balancing measure has moved the wrong way in the last 6 months. It looks at “Decisions to assess, or not, made within 6 weeks”, “New EHC plans issued within 20 weeks (exceptions not counted)”, “Annual review decisions within 4 weeks of the meeting”, “New plans written on the standard template”, “Children at the expected language level when support ended”, “EHC plans issued within 20 weeks, exceptions not counted” (yearly) and “Decisions to assess, or not, within 6 weeks” (yearly). It is a finding, not a failure.",
       "getting_worse": "Alerts the council at once, its partnership and DfE 5 working days later, when a measure has been worse than in its own baseline by more, or for longer, than chance explains (a cumulative sum above its limit, or one value far out), with at least 60 cases in the last 12 months, the same holds against the last year of that baseline, and the last 3 months together do not meet its agreed plan if it has one; clears after 2 months in which the sum is at half of its limit or below. It looks at “Decisions to assess, or not, made within 6 weeks”, “New EHC plans issued within 20 weeks (exceptions not counted)”, “Children waiting more than 20 weeks”, “Annual review decisions within 4 weeks of the meeting”, “Plans whose annual review is overdue”, “Suspensions of pupils with an EHC plan since September” and “Children at the expected language level when support ended”. What each month added is judged of “Children waiting more than 20 weeks” (once it is 20 worse than at the end of its baseline), “Plans whose annual review is overdue” (once it is 2 worse than at the end of its baseline) and “Suspensions of pupils with an EHC plan since September”. “Suspensions of pupils with an EHC plan since September” is not judged in August.",
       "milestone_overdue": "Alerts the council at once, its partnership 5 and DfE 10 working days later, when a delivery milestone is neither done nor given a new date 10 working days after it was due; clears when it is done with evidence, given a new date with a reason, or the test of the reform ends there.",
       "off_trajectory": "Alerts the council at once, its partnership and DfE 5 working days later, when a measure has fallen short of its agreed plan by more, or for longer, than chance explains (a cumulative sum above its limit), with at least 60 cases in the last 12 months; clears after 2 months in which the sum is at half of its limit or below. It looks at “Decisions to assess, or not, made within 6 weeks”, “New EHC plans issued within 20 weeks (exceptions not counted)” and “Annual review decisions within 4 weeks of the meeting”.",
       "plan_band": "Alerts the council at once, its partnership and DfE 5 working days later, when a figure has for 2 months (a yearly figure at once) been on the wrong side of its agreed plan by more than the plan’s own tolerance (a yearly percentage only when its exact 95% interval is too), with at least 60 cases in the last 12 months; clears when it is inside the tolerance. It looks at “Decisions to assess, or not, made within 6 weeks”, “New EHC plans issued within 20 weeks (exceptions not counted)”, “Children waiting more than 20 weeks”, “Annual review decisions within 4 weeks of the meeting”, “Plans whose annual review is overdue”, “Suspensions of pupils with an EHC plan since September”, “High-needs spending so far against the year's budget”, “EHC plans issued within 20 weeks, exceptions not counted” (yearly), “Decisions to assess, or not, within 6 weeks” (yearly) and “Annual review decisions within 4 weeks of the meeting” (yearly). It gives way to the rule on the trajectory for “Decisions to assess, or not, made within 6 weeks”, “New EHC plans issued within 20 weeks (exceptions not counted)” and “Annual review decisions within 4 weeks of the meeting”, from the first month on with a baseline of 13 months.",
       "published_floor": "Alerts the council and DfE at once when even the upper end of the exact 95% interval has been below 50.4%, taking two years together where there were fewer than 100 cases in one; clears when the figure is 60.4% or more. It looks at “EHC plans issued within 20 weeks, exceptions not counted”.",
       "return_missing": "Alerts the council at once, its partnership 3 and DfE 5 working days later, when nothing has been received and no answer given for a return by 5 pm on the 3rd working day after it was due; clears when figures or an answer come, or more time is given.",
       "target_unlikely": "Alerts the council at once, its partnership and DfE 5 working days later, when from the 12th month of monitoring on the probability of meeting the agreed plan has for 2 months been below 10%, with at least 60 cases in the last 12 months; clears after 2 months in which it is 20% or more. It looks at “Decisions to assess, or not, made within 6 weeks”, “New EHC plans issued within 20 weeks (exceptions not counted)” and “Annual review decisions within 4 weeks of the meeting”.",
       "unlike_the_others": "Alerts the council at once, its partnership and DfE 20 working days later, when a figure has been outside the 99.8% limits of the funnel of all reporting councils, usual differences between councils counted, with at least 50 cases in the quarter or year; clears when it is inside the 95% limits. It looks at “Requests where the council decided not to assess”, “Requests withdrawn before a decision”, “Assessments that ended without a plan”, “New EHC plans where a 20-week exception was recorded”, “Requests where the council decided not to assess” (yearly), “Requests withdrawn before a decision, as a percentage” (yearly) and “Assessments that ended without a plan” (yearly). “Requests withdrawn before a decision” is taken as a percentage of “Requests for an EHC needs assessment”.",
     }
    `);
  });
});
