-- When something happened at an event or between two people is a fact that rules and figures compare with today: it is told by the same clock.
alter table event_steps alter column taken_at set default app_now();
alter table registrations alter column registered_at set default app_now(), alter column changed_at set default app_now();
alter table registration_steps alter column taken_at set default app_now();
alter table check_ins alter column checked_in_at set default app_now();
alter table choice_closings alter column closed_at set default app_now();
alter table introductions alter column proposed_at set default app_now();
alter table mutual_interests alter column revealed_at set default app_now();
alter table pair_outcomes alter column recorded_at set default app_now();
alter table couple_renewals alter column confirmed_at set default app_now();
