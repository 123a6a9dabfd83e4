-- Elections and assessments join the kept figures (decision 030).
select
  watch_figures('elections', 'tenant_id, id, organisation_id, kind', 'select tenant_id, organisation_id, null::date from changed'),
  watch_figures('election_steps', 'tenant_id, election_id, step, taken_at', $$
    select e.tenant_id, e.organisation_id, (s.taken_at at time zone 'Asia/Shanghai')::date from changed s
    join elections e on e.tenant_id = s.tenant_id and e.id = s.election_id where s.step = 'confirmed'$$);

-- An assessment counts at one of the organisations served, on the last day of its period: all of them are marked.
create function figure_assessments(touched text) returns text language sql immutable as $$
  select 'select x.tenant_id, x.organisation_id, p.ends_before - 1 from (' || touched || ') t (tenant_id, assessment_id)
    join assessments a on a.tenant_id = t.tenant_id and a.id = t.assessment_id
    join assessment_periods p on p.tenant_id = a.tenant_id and p.id = a.period_id
    join assessment_posts x on x.tenant_id = a.tenant_id and x.assessment_id = a.id'
$$;
revoke execute on function figure_assessments(text) from public;

select
  watch_figures('assessments', 'tenant_id, id, state', figure_assessments('select tenant_id, id from changed')),
  watch_figures('assessment_periods', 'tenant_id, id, closed_at',
    figure_assessments('select a.tenant_id, a.id from changed c join assessments a on a.tenant_id = c.tenant_id and a.period_id = c.id')),
  watch_figures('assessment_results', 'tenant_id, assessment_id, no, grade', figure_assessments('select tenant_id, assessment_id from changed')),
  watch_figures('assessment_posts', 'tenant_id, assessment_id, organisation_id, starts_on, ends_before',
    'select tenant_id, organisation_id, null::date from changed union all ' || figure_assessments('select tenant_id, assessment_id from changed'));
