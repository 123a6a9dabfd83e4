-- Evidence counts to its last day: the day after, the venue may fall.
select
  watch_figures('venues', 'tenant_id, id, organisation_id, kind, opened_on, closed_on', $$
    select tenant_id, organisation_id, unnest(array[opened_on, closed_on]) from changed
    union all select v.tenant_id, v.organisation_id, unnest(array[i.inspected_on, f.valid_until + 1]) from changed v
      join venue_inspections i on i.tenant_id = v.tenant_id and i.venue_id = v.id
      join venue_findings f on f.tenant_id = i.tenant_id and f.inspection_id = i.id$$),
  watch_figures('venue_inspections', 'tenant_id, id, venue_id, rule_id, inspected_on', $$
    select v.tenant_id, v.organisation_id, i.inspected_on from changed i join venues v on v.tenant_id = i.tenant_id and v.id = i.venue_id$$),
  watch_figures('venue_findings', 'tenant_id, inspection_id, item, valid_until', $$
    select v.tenant_id, v.organisation_id, f.valid_until + 1 from changed f
    join venue_inspections i on i.tenant_id = f.tenant_id and i.id = f.inspection_id join venues v on v.tenant_id = i.tenant_id and v.id = i.venue_id$$);
