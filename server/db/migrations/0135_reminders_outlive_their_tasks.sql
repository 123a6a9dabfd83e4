-- Ended tasks go after their keeping time; that an appointment was named once stays.
alter table appointment_reminders
  alter column task_id drop not null,
  drop constraint appointment_reminders_task_fkey,
  add constraint appointment_reminders_task_fkey foreign key (tenant_id, task_id) references inbox_tasks (tenant_id, id)
    on delete set null (task_id);
