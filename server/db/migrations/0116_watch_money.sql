-- Stipends and direct points join the kept figures (decision 030). A claim counts where its payee's post is, whatever happens to its lines.
create function figure_claims(touched text) returns text language sql immutable as $$
  select 'select c.tenant_id, c.organisation_id, t.day from (' || touched || ') t (tenant_id, claim_id, day)
    join claims c on c.tenant_id = t.tenant_id and c.id = t.claim_id'
$$;
revoke execute on function figure_claims(text) from public;

select
  watch_figures('claims', 'tenant_id, id, organisation_id, budget_id, reason, period, gross_fen, net_fen, claimed_at',
    'select tenant_id, organisation_id, (claimed_at at time zone ''Asia/Shanghai'')::date from changed'),
  watch_figures('budgets', 'tenant_id, id, source_id',
    figure_claims('select c.tenant_id, c.id, null::date from changed b join claims c on c.tenant_id = b.tenant_id and c.budget_id = b.id')),
  watch_figures('fund_sources', 'tenant_id, id, payer',
    figure_claims('select c.tenant_id, c.id, null::date from changed s join budgets b on b.tenant_id = s.tenant_id and b.source_id = s.id
      join claims c on c.tenant_id = b.tenant_id and c.budget_id = b.id')),
  watch_figures('payment_line_claims', 'tenant_id, line_id, claim_id', figure_claims('select tenant_id, claim_id, null::date from changed')),
  watch_figures('payment_lines', 'tenant_id, id, batch_id',
    figure_claims('select x.tenant_id, x.claim_id, null::date from changed l join payment_line_claims x on x.tenant_id = l.tenant_id and x.line_id = l.id')),
  watch_figures('payment_batch_acts', 'tenant_id, batch_id, act, acted_at', figure_claims($$
    select x.tenant_id, x.claim_id, (a.acted_at at time zone 'Asia/Shanghai')::date from changed a
    join payment_lines l on l.tenant_id = a.tenant_id and l.batch_id = a.batch_id
    join payment_line_claims x on x.tenant_id = l.tenant_id and x.line_id = l.id where a.act = 'paid'$$)),
  watch_figures('payment_returns', 'tenant_id, line_id, file_id',
    figure_claims('select x.tenant_id, x.claim_id, null::date from changed r join payment_line_claims x on x.tenant_id = r.tenant_id and x.line_id = r.line_id')),
  watch_figures('payment_return_files', 'tenant_id, id, imported_at', figure_claims($$
    select x.tenant_id, x.claim_id, (f.imported_at at time zone 'Asia/Shanghai')::date from changed f
    join payment_returns r on r.tenant_id = f.tenant_id and r.file_id = f.id
    join payment_line_claims x on x.tenant_id = r.tenant_id and x.line_id = r.line_id$$));

create function figure_points(touched text) returns text language sql immutable as $$
  select 'select g.tenant_id, g.organisation_id, t.day from (' || touched || ') t (tenant_id, grant_id, day)
    join direct_point_grants g on g.tenant_id = t.tenant_id and g.id = t.grant_id'
$$;
revoke execute on function figure_points(text) from public;

select
  watch_figures('direct_point_grants', 'tenant_id, id, organisation_id, level', 'select tenant_id, organisation_id, null::date from changed'),
  watch_figures('direct_point_shares', 'tenant_id, id, grant_id, payer, amount_fen', figure_points('select tenant_id, grant_id, null::date from changed')),
  watch_figures('direct_point_decisions', 'tenant_id, grant_id, outcome, decided_at',
    figure_points('select tenant_id, grant_id, (decided_at at time zone ''Asia/Shanghai'')::date from changed')),
  watch_figures('direct_point_payments', 'tenant_id, id, share_id, paid_on',
    figure_points('select s.tenant_id, s.grant_id, p.paid_on from changed p join direct_point_shares s on s.tenant_id = p.tenant_id and s.id = p.share_id')),
  watch_figures('direct_point_payment_reversals', 'tenant_id, payment_id', figure_points($$
    select s.tenant_id, s.grant_id, p.paid_on from changed r join direct_point_payments p on p.tenant_id = r.tenant_id and p.id = r.payment_id
    join direct_point_shares s on s.tenant_id = p.tenant_id and s.id = p.share_id$$));
