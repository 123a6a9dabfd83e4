-- An honour is on the public pages once somebody releases it: of a person on their consent or after a public notice, by its document (H2, PIPL 25).
create table honour_releases (
  tenant_id uuid not null,
  honour_id uuid not null,
  -- What the page is found by; random, and no way back to the honour.
  public_id uuid not null default gen_random_uuid(),
  basis text not null,
  document_no text not null,
  released_by uuid not null,
  released_at timestamptz not null default app_now(),
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  constraint honour_releases_pkey primary key (tenant_id, honour_id),
  constraint honour_releases_public_key unique (tenant_id, public_id),
  constraint honour_releases_honour_fkey foreign key (tenant_id, honour_id) references honours (tenant_id, id),
  constraint honour_releases_basis_check check (basis in ('consent', 'public_notice', 'organisation')),
  constraint honour_releases_withdrawn_check check ((withdrawn_by is null) = (withdrawn_at is null))
);
select make_tenant_table('honour_releases');
grant update (withdrawn_by, withdrawn_at) on honour_releases to gonghui_app;
