-- The one clock of rules: the database's, or the fixed instant of tests.
create function app_now() returns timestamptz language sql stable as $$
  select coalesce(nullif(current_setting('app.clock', true), '')::timestamptz, now())
$$;
create function app_today() returns date language sql stable as $$
  select (app_now() at time zone 'Asia/Shanghai')::date
$$;
