-- Published domains to measure serving with, on a database that holds nothing else.

begin;

insert into domain (name, unicode_name, place, created_at, changed_at, search)
select name, name, 'here', now(), now(), name
from (select 'd' || n || '.bench.example' as name from generate_series(1, :domains) as n) as names;

insert into policy_version (domain_id, number, policy_id, text, mode, mx, max_age, place, published_at, deed, author)
select id, 1, '20260101000000' || id,
       E'version: STSv1\r\nmode: testing\r\nmx: mx1.example.net\r\nmx: mx2.example.net\r\nmx: *.mail.example.net\r\nmax_age: 604800\r\n',
       'testing', '{mx1.example.net,mx2.example.net,*.mail.example.net}', 604800, 'here', now(), 'published', 'benchmark'
from domain where name like '%.bench.example';

insert into policy_confirmation (domain_id, number, what, confirmed_at, confirmed_by)
select id, 1, 'file', now(), 'benchmark' from domain where name like '%.bench.example';

update domain set current_version = s.current_version, mode = s.mode, mode_since = s.mode_since, due_at = s.due_at,
       latest_horizon = s.latest_horizon
from policy_standing s where s.domain_id = domain.id and domain.name like '%.bench.example';

commit;
analyze domain, policy_version, policy_confirmation;
