-- Matchmaking 职工红娘: who takes part, what they let others see, whom they chose, what came of it.
-- What a person wrote or chose is ciphertext under their own key or the event's; ids that leave the server are random and tell no time.

-- The person's own declaration of being single (J2), signed and renewed.
create table single_declarations (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  signed_on date not null,
  holds_until date not null,
  constraint single_declarations_pkey primary key (tenant_id, id),
  constraint single_declarations_person_fkey foreign key (tenant_id, person_id) references persons (tenant_id, id),
  constraint single_declarations_dates_check check (holds_until > signed_on)
);
create index single_declarations_person_idx on single_declarations (tenant_id, person_id, holds_until);
select make_tenant_table('single_declarations');
grant delete on single_declarations to gonghui_app;

-- The worker asks the union of the unit to attest "member, employed": the unit sees no profile, not even that there is one.
create table eligibility_attestations (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  union_id uuid not null,
  requested_at timestamptz not null default now(),
  constraint eligibility_attestations_pkey primary key (tenant_id, id),
  constraint eligibility_attestations_person_fkey foreign key (tenant_id, person_id) references persons (tenant_id, id),
  constraint eligibility_attestations_union_fkey foreign key (tenant_id, union_id) references organisations (tenant_id, id)
);
create index eligibility_attestations_person_idx on eligibility_attestations (tenant_id, person_id, requested_at);
create index eligibility_attestations_union_idx on eligibility_attestations (tenant_id, union_id);
select make_tenant_table('eligibility_attestations');

create table attestation_answers (
  tenant_id uuid not null,
  attestation_id uuid not null,
  answer text not null,
  answered_by uuid not null,
  answered_at timestamptz not null default now(),
  constraint attestation_answers_pkey primary key (tenant_id, attestation_id),
  constraint attestation_answers_attestation_fkey foreign key (tenant_id, attestation_id) references eligibility_attestations (tenant_id, id),
  constraint attestation_answers_answer_check check (answer in ('attested', 'not_member', 'not_employed'))
);
select make_tenant_table('attestation_answers');

-- What a person shows to others, sealed under their key: card (nickname, district, trade, height, education, hobbies, hopes), what is hidden by
-- default (income, house, children), and their own limits. Sex and year of birth come from the roster. One profile for each person.
create table dating_profiles (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  card_cipher bytea not null,
  hidden_cipher bytea,
  limits_cipher bytea not null,
  -- Where the person lives or works: the district figures count by, and no finer place is kept.
  district_code text not null,
  hide_from_unit boolean not null default true,
  -- Suggestions by a learnt score can be switched off (PIPL 24).
  wants_suggestions boolean not null default true,
  -- Lets every matchmaker of the pool propose, not only the one who has the case.
  in_pool boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  last_active_on date not null,
  constraint dating_profiles_pkey primary key (tenant_id, id),
  constraint dating_profiles_person_key unique (tenant_id, person_id),
  constraint dating_profiles_person_fkey foreign key (tenant_id, person_id) references persons (tenant_id, id)
);
create index dating_profiles_district_idx on dating_profiles (tenant_id, district_code);
select make_tenant_table('dating_profiles');
grant update, delete on dating_profiles to gonghui_app;

-- Since when and why nobody sees a profile; it comes back only where `ended_at` is set.
create table profile_hidings (
  tenant_id uuid not null,
  id uuid not null,
  profile_id uuid not null,
  reason text not null,
  hidden_at timestamptz not null default now(),
  ended_at timestamptz,
  constraint profile_hidings_pkey primary key (tenant_id, id),
  constraint profile_hidings_profile_fkey foreign key (tenant_id, profile_id) references dating_profiles (tenant_id, id) on delete cascade,
  constraint profile_hidings_reason_check check (reason in ('own_wish', 'consent_withdrawn', 'left_union', 'married', 'couple', 'inactive', 'declaration_lapsed',
    'reported', 'excluded'))
);
create index profile_hidings_profile_idx on profile_hidings (tenant_id, profile_id) where ended_at is null;
select make_tenant_table('profile_hidings');
grant update (ended_at) on profile_hidings to gonghui_app;
grant delete on profile_hidings to gonghui_app;

-- Every look of staff at a profile; the person reads it.
create table profile_views (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  appointment_id uuid not null,
  occasion text not null,
  viewed_at timestamptz not null default now(),
  constraint profile_views_pkey primary key (tenant_id, id),
  constraint profile_views_person_fkey foreign key (tenant_id, person_id) references persons (tenant_id, id),
  constraint profile_views_occasion_check check (occasion in ('case', 'pool', 'introduction', 'safety', 'meeting'))
);
create index profile_views_person_idx on profile_views (tenant_id, person_id, viewed_at);
select make_tenant_table('profile_views');

-- Hides both from each other for good, without telling either; it may be taken back by whoever blocked.
create table blocks (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  blocked_person_id uuid not null,
  blocked_at timestamptz not null default now(),
  ended_at timestamptz,
  constraint blocks_pkey primary key (tenant_id, id),
  constraint blocks_person_fkey foreign key (tenant_id, person_id) references persons (tenant_id, id),
  constraint blocks_blocked_fkey foreign key (tenant_id, blocked_person_id) references persons (tenant_id, id),
  constraint blocks_self_check check (person_id <> blocked_person_id)
);
create unique index blocks_open_key on blocks (tenant_id, person_id, blocked_person_id) where ended_at is null;
create index blocks_blocked_idx on blocks (tenant_id, blocked_person_id) where ended_at is null;
select make_tenant_table('blocks');
grant update (ended_at) on blocks to gonghui_app;

-- Out of the programme after independent confirmed reports or a false declaration.
create table exclusions (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  reason text not null,
  excluded_by uuid,
  excluded_at timestamptz not null default now(),
  ended_at timestamptz,
  constraint exclusions_pkey primary key (tenant_id, id),
  constraint exclusions_person_fkey foreign key (tenant_id, person_id) references persons (tenant_id, id),
  constraint exclusions_reason_check check (reason in ('confirmed_reports', 'false_declaration'))
);
create unique index exclusions_open_key on exclusions (tenant_id, person_id) where ended_at is null;
select make_tenant_table('exclusions');
grant update (ended_at) on exclusions to gonghui_app;

-- What only a social event has.
create table social_events (
  tenant_id uuid not null,
  event_id uuid not null,
  choice_limit smallint not null,
  -- Whether a private score of 1 to 5 may be given after each meeting.
  takes_scores boolean not null,
  choices_close_at timestamptz not null,
  constraint social_events_pkey primary key (tenant_id, event_id),
  constraint social_events_event_fkey foreign key (tenant_id, event_id) references events (tenant_id, id),
  constraint social_events_limit_check check (choice_limit between 1 and 30)
);
select make_tenant_table('social_events');
grant update on social_events to gonghui_app;

-- The key of an event's sheets, wrapped by the master key; destroyed some time after the event is closed, and the sheets with it.
create table choice_keys (
  tenant_id uuid not null,
  event_id uuid not null,
  wrapped_key bytea not null,
  master_key_id smallint not null,
  constraint choice_keys_pkey primary key (tenant_id, event_id),
  constraint choice_keys_event_fkey foreign key (tenant_id, event_id) references events (tenant_id, id)
);
select make_tenant_table('choice_keys');
grant update, delete on choice_keys to gonghui_app;

-- One sealed sheet of fixed length for each participant: whom they would meet again, also nobody. It is replaced as a whole; no step, no
-- audit entry and no stored answer says whom.
create table choice_sheets (
  tenant_id uuid not null,
  event_id uuid not null,
  registration_id uuid not null,
  sealed bytea not null,
  constraint choice_sheets_pkey primary key (tenant_id, event_id, registration_id),
  constraint choice_sheets_registration_fkey foreign key (tenant_id, registration_id) references registrations (tenant_id, id)
);
create index choice_sheets_registration_idx on choice_sheets (tenant_id, registration_id);
select make_tenant_table('choice_sheets');
grant update, delete on choice_sheets to gonghui_app;

-- Choices were closed: how many sheets there were, and how many mutual pairs. Pairs come into being in the same transaction.
create table choice_closings (
  tenant_id uuid not null,
  event_id uuid not null,
  sheets integer not null,
  pairs integer not null,
  closed_by uuid,
  closed_at timestamptz not null default now(),
  constraint choice_closings_pkey primary key (tenant_id, event_id),
  constraint choice_closings_event_fkey foreign key (tenant_id, event_id) references events (tenant_id, id)
);
select make_tenant_table('choice_closings');

-- A matchmaker of the federation 职工红娘. Training is a plain field until there is a register of training.
create table matchmakers (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  organisation_id uuid not null,
  registered_on date not null,
  registered_by uuid not null,
  agreement_signed_on date,
  agreement_no text,
  trained_on date,
  training text,
  -- Districts looked after; empty: all of the organisation.
  district_codes text[] not null,
  caseload_limit smallint not null,
  ended_on date,
  end_reason text,
  constraint matchmakers_pkey primary key (tenant_id, id),
  constraint matchmakers_person_fkey foreign key (tenant_id, person_id) references persons (tenant_id, id),
  constraint matchmakers_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id),
  constraint matchmakers_caseload_check check (caseload_limit > 0),
  constraint matchmakers_end_check check ((ended_on is null) = (end_reason is null))
);
create unique index matchmakers_open_key on matchmakers (tenant_id, person_id) where ended_on is null;
create index matchmakers_organisation_idx on matchmakers (tenant_id, organisation_id);
select make_tenant_table('matchmakers');
grant update on matchmakers to gonghui_app;

-- Who looks after whom. A profile without an open case is in the shared pool.
create table matchmaker_cases (
  tenant_id uuid not null,
  id uuid not null,
  matchmaker_id uuid not null,
  person_id uuid not null,
  opened_on date not null,
  ended_on date,
  end_reason text,
  constraint matchmaker_cases_pkey primary key (tenant_id, id),
  constraint matchmaker_cases_matchmaker_fkey foreign key (tenant_id, matchmaker_id) references matchmakers (tenant_id, id),
  constraint matchmaker_cases_person_fkey foreign key (tenant_id, person_id) references persons (tenant_id, id),
  constraint matchmaker_cases_end_check check ((ended_on is null) = (end_reason is null)),
  constraint matchmaker_cases_reason_check check (end_reason in ('couple', 'withdrawn', 'handed_over', 'asked', 'matchmaker_left'))
);
create unique index matchmaker_cases_open_key on matchmaker_cases (tenant_id, person_id) where ended_on is null;
create index matchmaker_cases_matchmaker_idx on matchmaker_cases (tenant_id, matchmaker_id);
select make_tenant_table('matchmaker_cases');
grant update (ended_on, end_reason) on matchmaker_cases to gonghui_app;

-- A proposed to B: by a matchmaker, or by the weekly lists. Each side answers without knowing the other's answer. person_a < person_b.
create table introductions (
  tenant_id uuid not null,
  id uuid not null,
  person_a uuid not null,
  person_b uuid not null,
  source text not null,
  matchmaker_id uuid,
  organisation_id uuid not null,
  proposed_at timestamptz not null default now(),
  answer_until timestamptz not null,
  constraint introductions_pkey primary key (tenant_id, id),
  constraint introductions_a_fkey foreign key (tenant_id, person_a) references persons (tenant_id, id),
  constraint introductions_b_fkey foreign key (tenant_id, person_b) references persons (tenant_id, id),
  constraint introductions_matchmaker_fkey foreign key (tenant_id, matchmaker_id) references matchmakers (tenant_id, id),
  constraint introductions_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id),
  constraint introductions_order_check check (person_a < person_b),
  constraint introductions_source_check check (source in ('matchmaker', 'suggestion')),
  constraint introductions_matchmaker_check check ((source = 'matchmaker') = (matchmaker_id is not null))
);
create index introductions_a_idx on introductions (tenant_id, person_a, proposed_at);
create index introductions_b_idx on introductions (tenant_id, person_b, proposed_at);
create index introductions_matchmaker_idx on introductions (tenant_id, matchmaker_id);
create index introductions_organisation_idx on introductions (tenant_id, organisation_id);
select make_tenant_table('introductions');

-- Each side's answer, sealed in one fixed length until both stand or the time is over; both rows are there from the start, so that a row says nothing.
create table introduction_answers (
  tenant_id uuid not null,
  introduction_id uuid not null,
  person_id uuid not null,
  sealed bytea not null,
  constraint introduction_answers_pkey primary key (tenant_id, introduction_id, person_id),
  constraint introduction_answers_introduction_fkey foreign key (tenant_id, introduction_id) references introductions (tenant_id, id),
  constraint introduction_answers_person_fkey foreign key (tenant_id, person_id) references persons (tenant_id, id)
);
create index introduction_answers_person_idx on introduction_answers (tenant_id, person_id);
select make_tenant_table('introduction_answers');
grant update, delete on introduction_answers to gonghui_app;

-- Both said yes: one row for each pair and occasion (对次). A pair is unordered: person_a < person_b. `organisation_id` is where it counts.
create table mutual_interests (
  tenant_id uuid not null,
  id uuid not null,
  person_a uuid not null,
  person_b uuid not null,
  event_id uuid,
  introduction_id uuid,
  organisation_id uuid not null,
  revealed_at timestamptz not null default now(),
  constraint mutual_interests_pkey primary key (tenant_id, id),
  constraint mutual_interests_a_fkey foreign key (tenant_id, person_a) references persons (tenant_id, id),
  constraint mutual_interests_b_fkey foreign key (tenant_id, person_b) references persons (tenant_id, id),
  constraint mutual_interests_event_fkey foreign key (tenant_id, event_id) references events (tenant_id, id),
  constraint mutual_interests_introduction_fkey foreign key (tenant_id, introduction_id) references introductions (tenant_id, id),
  constraint mutual_interests_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id),
  constraint mutual_interests_order_check check (person_a < person_b),
  constraint mutual_interests_occasion_check check ((event_id is null) <> (introduction_id is null))
);
create unique index mutual_interests_event_key on mutual_interests (tenant_id, event_id, person_a, person_b) where event_id is not null;
create unique index mutual_interests_introduction_key on mutual_interests (tenant_id, introduction_id) where introduction_id is not null;
create index mutual_interests_a_idx on mutual_interests (tenant_id, person_a, person_b);
create index mutual_interests_b_idx on mutual_interests (tenant_id, person_b);
create index mutual_interests_organisation_idx on mutual_interests (tenant_id, organisation_id, revealed_at);
select make_tenant_table('mutual_interests');

-- What one side lets the other of one pair see, each field by itself, sealed under the giver's key; may be taken back.
create table contact_releases (
  tenant_id uuid not null,
  id uuid not null,
  interest_id uuid not null,
  person_id uuid not null,
  field text not null,
  value_cipher bytea not null,
  released_at timestamptz not null default now(),
  revoked_at timestamptz,
  constraint contact_releases_pkey primary key (tenant_id, id),
  constraint contact_releases_interest_fkey foreign key (tenant_id, interest_id) references mutual_interests (tenant_id, id),
  constraint contact_releases_person_fkey foreign key (tenant_id, person_id) references persons (tenant_id, id),
  constraint contact_releases_field_check check (field in ('name', 'mobile', 'wechat', 'photo'))
);
create unique index contact_releases_open_key on contact_releases (tenant_id, interest_id, person_id, field) where revoked_at is null;
create index contact_releases_person_idx on contact_releases (tenant_id, person_id);
select make_tenant_table('contact_releases');
grant update (revoked_at, value_cipher) on contact_releases to gonghui_app;

-- A couple 牵手成功: one row for each pair ever, whoever claims it; it counts once both have confirmed. person_a < person_b.
create table couples (
  tenant_id uuid not null,
  id uuid not null,
  person_a uuid not null,
  person_b uuid not null,
  -- Where it counts: the host of the event or the matchmaker's organisation that brought them together.
  organisation_id uuid not null,
  interest_id uuid,
  a_confirmed_at timestamptz,
  b_confirmed_at timestamptz,
  -- The later of the two: the moment it counts from.
  confirmed_at timestamptz,
  recorded_at timestamptz not null default now(),
  constraint couples_pkey primary key (tenant_id, id),
  constraint couples_pair_key unique (tenant_id, person_a, person_b),
  constraint couples_a_fkey foreign key (tenant_id, person_a) references persons (tenant_id, id),
  constraint couples_b_fkey foreign key (tenant_id, person_b) references persons (tenant_id, id),
  constraint couples_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id),
  constraint couples_interest_fkey foreign key (tenant_id, interest_id) references mutual_interests (tenant_id, id),
  constraint couples_order_check check (person_a < person_b),
  constraint couples_confirmed_check check ((confirmed_at is null) = (a_confirmed_at is null or b_confirmed_at is null)
    and (confirmed_at is null or confirmed_at = greatest(a_confirmed_at, b_confirmed_at)))
);
create index couples_b_idx on couples (tenant_id, person_b);
create index couples_organisation_idx on couples (tenant_id, organisation_id, confirmed_at);
create index couples_interest_idx on couples (tenant_id, interest_id);
select make_tenant_table('couples');
grant update on couples to gonghui_app;

-- One open couple for each person: two rows while a confirmed couple lasts.
create table open_couples (
  tenant_id uuid not null,
  person_id uuid not null,
  couple_id uuid not null,
  constraint open_couples_pkey primary key (tenant_id, person_id),
  constraint open_couples_person_fkey foreign key (tenant_id, person_id) references persons (tenant_id, id),
  constraint open_couples_couple_fkey foreign key (tenant_id, couple_id) references couples (tenant_id, id)
);
create index open_couples_couple_idx on open_couples (tenant_id, couple_id);
select make_tenant_table('open_couples');
grant delete on open_couples to gonghui_app;

-- Who says to have brought a couple together; any number may, the couple counts once.
create table couple_claims (
  tenant_id uuid not null,
  couple_id uuid not null,
  organisation_id uuid not null,
  matchmaker_id uuid,
  claimed_by uuid,
  claimed_at timestamptz not null default now(),
  constraint couple_claims_pkey primary key (tenant_id, couple_id, organisation_id),
  constraint couple_claims_couple_fkey foreign key (tenant_id, couple_id) references couples (tenant_id, id),
  constraint couple_claims_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id),
  constraint couple_claims_matchmaker_fkey foreign key (tenant_id, matchmaker_id) references matchmakers (tenant_id, id)
);
create index couple_claims_organisation_idx on couple_claims (tenant_id, organisation_id);
create index couple_claims_matchmaker_idx on couple_claims (tenant_id, matchmaker_id);
select make_tenant_table('couple_claims');

-- The outcome ledger of a pair: contact, dating, couple, married, ended; each with its day and who said so.
create table pair_outcomes (
  tenant_id uuid not null,
  id uuid not null,
  person_a uuid not null,
  person_b uuid not null,
  outcome text not null,
  happened_on date not null,
  -- Told by one of the two (their account's person) or noted at the desk (an appointment).
  told_by_person uuid,
  noted_by uuid,
  organisation_id uuid not null,
  recorded_at timestamptz not null default now(),
  constraint pair_outcomes_pkey primary key (tenant_id, id),
  constraint pair_outcomes_a_fkey foreign key (tenant_id, person_a) references persons (tenant_id, id),
  constraint pair_outcomes_b_fkey foreign key (tenant_id, person_b) references persons (tenant_id, id),
  constraint pair_outcomes_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id),
  constraint pair_outcomes_order_check check (person_a < person_b),
  constraint pair_outcomes_outcome_check check (outcome in ('contact', 'dating', 'couple', 'married', 'ended'))
);
create index pair_outcomes_pair_idx on pair_outcomes (tenant_id, person_a, person_b, happened_on);
create index pair_outcomes_b_idx on pair_outcomes (tenant_id, person_b);
create index pair_outcomes_organisation_idx on pair_outcomes (tenant_id, organisation_id);
select make_tenant_table('pair_outcomes');

-- Asking how it goes 回访 after 3 days, 3 weeks, 3 months (J7); answering is up to them.
create table follow_ups (
  tenant_id uuid not null,
  id uuid not null,
  interest_id uuid not null,
  stage text not null,
  due_on date not null,
  organisation_id uuid not null,
  matchmaker_id uuid,
  done_at timestamptz,
  done_by uuid,
  constraint follow_ups_pkey primary key (tenant_id, id),
  constraint follow_ups_stage_key unique (tenant_id, interest_id, stage),
  constraint follow_ups_interest_fkey foreign key (tenant_id, interest_id) references mutual_interests (tenant_id, id),
  constraint follow_ups_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id),
  constraint follow_ups_matchmaker_fkey foreign key (tenant_id, matchmaker_id) references matchmakers (tenant_id, id)
);
create index follow_ups_due_idx on follow_ups (tenant_id, organisation_id, due_on) where done_at is null;
create index follow_ups_matchmaker_idx on follow_ups (tenant_id, matchmaker_id);
select make_tenant_table('follow_ups');
grant update (done_at, done_by, matchmaker_id) on follow_ups to gonghui_app;

create table follow_up_answers (
  tenant_id uuid not null,
  follow_up_id uuid not null,
  person_id uuid not null,
  answer text not null,
  answered_at timestamptz not null default now(),
  constraint follow_up_answers_pkey primary key (tenant_id, follow_up_id, person_id),
  constraint follow_up_answers_follow_up_fkey foreign key (tenant_id, follow_up_id) references follow_ups (tenant_id, id),
  constraint follow_up_answers_person_fkey foreign key (tenant_id, person_id) references persons (tenant_id, id),
  constraint follow_up_answers_answer_check check (answer in ('no_contact', 'contact', 'dating', 'couple', 'ended', 'no_answer'))
);
create index follow_up_answers_person_idx on follow_up_answers (tenant_id, person_id);
select make_tenant_table('follow_up_answers');
grant update (answer, answered_at), delete on follow_up_answers to gonghui_app;
