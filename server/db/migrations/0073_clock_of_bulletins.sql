-- Bulletins are dated by the clock that rules ask, as other facts are.

alter table bulletins alter column created_at set default app_now();
alter table bulletin_texts alter column written_at set default app_now();
alter table bulletin_editions alter column fixed_at set default app_now();
alter table bulletin_releases alter column released_at set default app_now();
alter table bulletin_withdrawals alter column withdrawn_at set default app_now();
