-- A rule's number inside a statement that needs it, so that it costs no question of its own. As `rulesToday`: of the smallest region that holds the
-- tenant, the latest to have begun. A missing rule fails the statement: a decision without its rule would be an invention.
create function rule_today(tenant uuid, wanted text) returns numeric language plpgsql stable as $$
declare
  found_value jsonb;
begin
  select r.value into found_value from rules r, tenants t
    where t.id = tenant and r.key = wanted and t.division_code like r.region || '%'
      and r.starts_on <= app_today() and (r.ends_before is null or app_today() < r.ends_before)
    order by length(r.region) desc, r.starts_on desc limit 1;
  if found_value is null then
    raise exception 'there is no rule % today', wanted;
  end if;
  return (found_value #>> '{}')::numeric;
end $$;
revoke execute on function rule_today(uuid, text) from public;
grant execute on function rule_today(uuid, text) to gonghui_app;
