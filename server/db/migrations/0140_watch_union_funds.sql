-- Figures of union funds: what employers contributed, and what unions spent of allocations directly on workers. They change where money moves or is taken back.
select
  watch_figures('contributions', 'tenant_id, id, organisation_id', 'select tenant_id, organisation_id, null::date from changed'),
  watch_figures('contribution_movements', 'tenant_id, id, contribution_id, kind, amount_fen, moved_on',
    'select c.tenant_id, c.organisation_id, m.moved_on from changed m join contributions c on c.tenant_id = m.tenant_id and c.id = m.contribution_id'),
  watch_figures('contribution_movement_reversals', 'tenant_id, movement_id', $$
    select c.tenant_id, c.organisation_id, m.moved_on from changed r
    join contribution_movements m on m.tenant_id = r.tenant_id and m.id = r.movement_id
    join contributions c on c.tenant_id = m.tenant_id and c.id = m.contribution_id$$),
  watch_figures('allocation_shares', 'tenant_id, id, union_id', 'select tenant_id, union_id, null::date from changed'),
  watch_figures('allocation_spending', 'tenant_id, id, share_id, on_workers_fen, spent_on',
    'select s.tenant_id, s.union_id, x.spent_on from changed x join allocation_shares s on s.tenant_id = x.tenant_id and s.id = x.share_id'),
  watch_figures('allocation_spending_reversals', 'tenant_id, spending_id', $$
    select s.tenant_id, s.union_id, x.spent_on from changed r
    join allocation_spending x on x.tenant_id = r.tenant_id and x.id = r.spending_id
    join allocation_shares s on s.tenant_id = x.tenant_id and s.id = x.share_id$$);
