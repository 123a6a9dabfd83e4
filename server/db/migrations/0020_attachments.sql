-- Pictures and documents that people send in. The content lies sealed under the data folder; a row says what it is and to what it belongs.

create table attachments (
  tenant_id uuid not null,
  -- Random, not in order of time: it stands in addresses.
  id uuid not null,
  kind text not null,
  content_type text not null,
  -- SHA-256 of what was kept, by which the sealed file is found; pictures also have a small form.
  sha256 text not null,
  thumbnail_sha256 text,
  bytes bigint not null,
  width integer,
  height integer,
  uploaded_by_account uuid not null,
  uploaded_by uuid,
  created_at timestamptz not null default now(),
  constraint attachments_pkey primary key (tenant_id, id),
  constraint attachments_kind_check check (kind in ('picture', 'document')),
  constraint attachments_size_check check ((kind = 'picture') = (width is not null and height is not null and thumbnail_sha256 is not null))
);
create index attachments_account_idx on attachments (tenant_id, uploaded_by_account, created_at);
select make_tenant_table('attachments');
-- Rows are locked before they are attached or removed, and PostgreSQL asks for the right to change a column for that.
grant delete, update (thumbnail_sha256) on attachments to gonghui_app;

-- To what an attachment belongs: once, to one thing, said by whoever sent it in. Without a row here it is loose and goes after a day.
create table attachment_uses (
  tenant_id uuid not null,
  attachment_id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  attached_by_account uuid not null,
  attached_by uuid,
  attached_at timestamptz not null default now(),
  constraint attachment_uses_pkey primary key (tenant_id, attachment_id),
  constraint attachment_uses_attachment_fkey foreign key (tenant_id, attachment_id) references attachments (tenant_id, id)
);
create index attachment_uses_subject_idx on attachment_uses (tenant_id, subject_kind, subject_id);
select make_tenant_table('attachment_uses');
grant delete on attachment_uses to gonghui_app;
