/**
 * The measures of the alerts themselves, a row a rule: of what fired from $2 up to $3, with the hours from nine to five on working
 * days that passed until somebody acknowledged. The last judgement counts, unless the closing was taken back.
 */
export const ALERT_QUALITY = `
  with fired as (
    select a.id, a.rule_code, a.fired_at, a.resolved_at, a.acknowledged_at,
      lag(a.resolved_at) over (partition by a.council_id, a.rule_code, a.series_key order by a.opened_at) as cleared_before
    from alert a where a.programme_id = $1 and a.fired_at is not null and a.fired_at < $3),
  judged_as as (
    select f.*, (c.deed ->> 'useful')::boolean as useful,
      case when f.acknowledged_at is not null then coalesce((
        select sum(greatest(0, extract(epoch from
          least(f.acknowledged_at, (d + time '17:00') at time zone 'Europe/London')
          - greatest(f.fired_at, (d + time '09:00') at time zone 'Europe/London'))))
        from generate_series((f.fired_at at time zone 'Europe/London')::date,
          (f.acknowledged_at at time zone 'Europe/London')::date, interval '1 day') d
        where extract(isodow from d) < 6 and not exists (select from bank_holiday b where b.day = d::date)), 0) / 3600 end as hours
    from fired f left join lateral (
      select e.kind, e.deed from alert_entry e where e.alert_id = f.id and e.kind in ('close', 'reopen')
      order by e.n desc limit 1) c on c.kind = 'close'
    where f.fired_at >= $2),
  counted as (
    select rule_code, count(*)::int as fired, count(resolved_at)::int as cleared,
      count(*) filter (where useful)::int as useful, count(*) filter (where not useful)::int as not_useful,
      percentile_cont(0.5) within group (order by hours)::float8 as hours,
      count(*) filter (where fired_at < cleared_before + interval '3 months')::int as refired
    from judged_as group by rule_code),
  watched as (
    select rule_code, count(*)::int as series, count(distinct council_id)::int as councils
    from judged where programme_id = $1 group by rule_code)
  select coalesce(c.rule_code, w.rule_code) as "ruleCode", coalesce(c.fired, 0) as fired, coalesce(c.cleared, 0) as cleared,
    coalesce(c.useful, 0) as useful, coalesce(c.not_useful, 0) as "notUseful", c.hours as "hoursToAcknowledge",
    coalesce(c.refired, 0) as refired, coalesce(w.series, 0) as series, coalesce(w.councils, 0) as councils
  from counted c full join watched w on w.rule_code = c.rule_code order by 1`;
