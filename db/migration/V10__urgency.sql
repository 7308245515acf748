-- Within the kept weight of what is wrong, an MX host that the current policy does not name comes before all: 4 in testing, 5
-- in enforce, where mail is held back. Otherwise it is the worst severity: 1 advice, 2 danger, 3 invalid.

update domain d set worst_severity = case d.mode when 'enforce' then 5 else 4 end
from policy_version v
where v.domain_id = d.id and v.number = d.current_version and d.mode in ('testing', 'enforce')
  and exists (
    select from mx_host h where h.domain_id = d.id and not exists (
        select from unnest(v.mx) p
        where h.host = lower(p)
           or (p like '*.%' and strpos(h.host, '.') > 0 and substr(h.host, strpos(h.host, '.')) = lower(substr(p, 2)))));
