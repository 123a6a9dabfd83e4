-- The day a result was confirmed is shown and counted from: it is told by the clock that rules ask, as in assessments.
alter table election_steps alter column taken_at set default app_now();
