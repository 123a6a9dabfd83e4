-- Whoever was told that a union has no chair, so that nobody is told of the same vacancy twice at the same level.
create table chair_vacancy_reminders (
  tenant_id uuid not null,
  organisation_id uuid not null,
  vacant_since date not null,
  level text not null,
  -- The task of the union itself, and the one of the union above, which names all that are new.
  task_id uuid not null,
  above_task_id uuid not null,
  constraint chair_vacancy_reminders_pkey primary key (tenant_id, organisation_id, vacant_since, level),
  constraint chair_vacancy_reminders_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id),
  constraint chair_vacancy_reminders_task_fkey foreign key (tenant_id, task_id) references inbox_tasks (tenant_id, id) on delete cascade,
  constraint chair_vacancy_reminders_above_fkey foreign key (tenant_id, above_task_id) references inbox_tasks (tenant_id, id) on delete cascade,
  constraint chair_vacancy_reminders_level_check check (level in ('soon', 'late'))
);
create index chair_vacancy_reminders_task_idx on chair_vacancy_reminders (tenant_id, task_id);
create index chair_vacancy_reminders_above_idx on chair_vacancy_reminders (tenant_id, above_task_id);
select make_tenant_table('chair_vacancy_reminders');
