-- What was published before this application knew of it: since when, as far as that is known, and for how long senders may
-- hold what was published even before (null: nobody knows, which counts as one year; 0: there was nothing).

alter table policy_version
    add column adopted_since timestamptz,
    add column earlier_max_age bigint
        constraint policy_version_earlier_max_age check (earlier_max_age between 0 and 31557600),
    drop constraint policy_version_deed,
    add constraint policy_version_deed check (
        deed in ('published', 'promoted', 'promoted-anyway', 'back-to-testing', 'retired', 'adopted')),
    add constraint policy_version_adopted check (
        case when deed = 'adopted' then number = 1 and coalesce(adopted_since <= published_at, true)
             else adopted_since is null and earlier_max_age is null end);

create or replace view policy_life as
select v.domain_id, v.number, v.mode, v.max_age, v.published_at, l.live_at,
       min(l.live_at) over later as stopped_at,
       count(*) over later > 0 as superseded,
       coalesce(v.adopted_since, v.published_at) as since,
       case when v.deed = 'adopted'
            then coalesce(v.adopted_since, v.published_at)
                 + nullif(coalesce(v.earlier_max_age, 31557600), 0) * interval '1 second' end as earlier_until
from policy_version v
join policy_live l on l.domain_id = v.domain_id and l.number = v.number
window later as (partition by v.domain_id order by v.number rows between 1 following and unbounded following);

-- Where each published domain stands. A horizon that nobody can know is 'infinity'.
create or replace view policy_standing as
select domain_id,
       max(number) as current_version,
       (array_agg(mode order by number desc))[1] as mode,
       min(since) filter (where same_since) as mode_since,
       case when (array_agg(mode order by number desc))[1] = 'testing'
            then min(since) filter (where same_since) + interval '336 hours' end as due_at,
       greatest(
           max(case when superseded and mode <> 'none'
                    then coalesce(stopped_at + max_age * interval '1 second', 'infinity') end),
           max(earlier_until)) as latest_horizon
from (
    select life.*, coalesce(bool_and(mode = current_mode) over (
               partition by domain_id order by number rows between current row and unbounded following), false) as same_since
    from (select policy_life.*, last_value(mode) over (
              partition by domain_id order by number rows between unbounded preceding and unbounded following) as current_mode
          from policy_life) life
) run
group by domain_id;
