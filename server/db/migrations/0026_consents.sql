-- What personal data are used for and on what ground; notices, consents, impact assessments, breaches.

-- Purposes of processing (K1), by version: a change of purpose, method or kinds is a new version and asks anew (K2).
create table processing_purposes (
  code text not null,
  version smallint not null,
  basis text not null,
  -- Sensitive data, or data given to somebody else: agreed to by itself, never together with other things (K4, K5).
  separate boolean not null,
  name_zh text not null,
  name_en text not null,
  method_zh text not null,
  method_en text not null,
  kinds_zh text not null,
  kinds_en text not null,
  retention_zh text not null,
  retention_en text not null,
  document text not null,
  starts_on date not null,
  sort smallint not null,
  constraint processing_purposes_pkey primary key (code, version),
  constraint processing_purposes_basis_check check (basis in ('statutory_duty', 'contract', 'consent'))
);
grant select on processing_purposes to gonghui_app;

insert into processing_purposes (code, version, basis, separate, name_zh, name_en, method_zh, method_en, kinds_zh, kinds_en, retention_zh, retention_en,
  document, starts_on, sort) values
  ('roster', 1, 'statutory_duty', false, '会员实名管理', 'the members’ roster', '登记、核对、统计，在本级和上级工会内部使用',
    'recorded, compared and counted inside the union and the federations above it', '姓名、证件号码、手机号、工作单位、会籍',
    'name, document number, mobile, workplace, membership', '会籍存续期间；结束后按档案规定保存', 'while the membership holds; afterwards as the rules of records say',
    '中华人民共和国工会法', '2000-01-01', 10),
  ('payments', 1, 'contract', true, '补贴、奖金发放', 'paying stipends and awards', '用于核发和对账，交给付款银行', 'used to pay and to reconcile, given to the paying bank',
    '姓名、银行账号', 'name, bank account', '付款后按会计档案规定保存', 'as the rules of accounts say', '个人信息保护法 第十三条、第二十九条', '2000-01-01', 20),
  ('service_card', 1, 'consent', true, '办理会员服务卡', 'issuing the service card', '由工会交给发卡银行开卡', 'given by the union to the bank that issues the card',
    '姓名、证件号码、手机号，只此三项', 'name, document number, mobile: these three only', '交付记录保存三年', 'the record of handing over: three years',
    '个人信息保护法 第二十三条', '2000-01-01', 30),
  ('notices', 1, 'consent', false, '活动短信通知', 'text messages about events', '向您的手机发送活动通知，短信里没有个人信息', 'messages to your mobile; nothing personal stands in them',
    '手机号', 'mobile', '撤回同意即停止', 'stops when you withdraw', '个人信息保护法 第十四条', '2000-01-01', 40),
  ('photos', 1, 'consent', false, '活动照片宣传', 'photographs of events', '在工会的网站、公众号上使用活动照片', 'photographs of events on the union’s own pages',
    '肖像', 'your picture', '撤回同意后不再使用，已发布的撤下', 'no longer used once you withdraw; what is published is taken down', '民法典 第一千零一十九条', '2000-01-01', 50),
  ('matchmaking', 1, 'consent', true, '职工红娘', 'matchmaking', '由红娘在您选择的范围内介绍', 'introductions by a matchmaker within the limits you choose',
    '婚姻状况、择偶意向、照片', 'marital status, wishes, pictures', '退出即删除', 'deleted when you leave', '个人信息保护法 第十四条、第二十九条', '2000-01-01', 60),
  ('health', 1, 'consent', true, '疗休养和健康服务', 'recuperation and health services', '用于安排疗休养、医疗服务', 'used to arrange recuperation and medical services',
    '健康状况', 'state of health', '服务结束后一年', 'one year after the service', '个人信息保护法 第二十九条', '2000-01-01', 70),
  ('hardship', 1, 'consent', true, '困难帮扶', 'help in hardship', '用于核实和发放帮扶，名单不公示', 'used to verify and to give help; no list is published',
    '家庭情况、困难原因', 'family, reasons of hardship', '帮扶结束后三年', 'three years after the help', '个人信息保护法 第二十九条', '2000-01-01', 80);

-- What workers are told before anything is collected (K3); the newest version holds. Without one the shipped text holds, as version 0.
create table privacy_notices (
  tenant_id uuid not null,
  version smallint not null,
  text_zh jsonb not null,
  text_en jsonb not null,
  published_by uuid not null,
  published_at timestamptz not null default now(),
  constraint privacy_notices_pkey primary key (tenant_id, version),
  constraint privacy_notices_version_check check (version > 0)
);
select make_tenant_table('privacy_notices');

create table notice_acknowledgements (
  tenant_id uuid not null,
  person_id uuid not null,
  version smallint not null,
  acknowledged_at timestamptz not null default now(),
  constraint notice_acknowledgements_pkey primary key (tenant_id, person_id, version),
  constraint notice_acknowledgements_person_fkey foreign key (tenant_id, person_id) references persons (tenant_id, id)
);
select make_tenant_table('notice_acknowledgements');

create table consents (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  purpose text not null,
  version smallint not null,
  given_at timestamptz not null default now(),
  constraint consents_pkey primary key (tenant_id, id),
  constraint consents_person_fkey foreign key (tenant_id, person_id) references persons (tenant_id, id),
  constraint consents_purpose_fkey foreign key (purpose, version) references processing_purposes (code, version)
);
create index consents_person_idx on consents (tenant_id, person_id, purpose);
create index consents_purpose_idx on consents (tenant_id, purpose, version);
select make_tenant_table('consents');

create table consent_withdrawals (
  tenant_id uuid not null,
  consent_id uuid not null,
  withdrawn_at timestamptz not null default now(),
  constraint consent_withdrawals_pkey primary key (tenant_id, consent_id),
  constraint consent_withdrawals_consent_fkey foreign key (tenant_id, consent_id) references consents (tenant_id, id)
);
select make_tenant_table('consent_withdrawals');

-- Impact assessments before sensitive data, automated decisions, sharing or publishing (K7); kept for three years at least.
create table privacy_assessments (
  tenant_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  occasion text not null,
  subject text not null,
  necessity text not null,
  risks text not null,
  measures text not null,
  conclusion text not null,
  assessed_on date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  constraint privacy_assessments_pkey primary key (tenant_id, id),
  constraint privacy_assessments_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id),
  constraint privacy_assessments_occasion_check check (occasion in ('sensitive', 'automated', 'sharing', 'publishing')),
  constraint privacy_assessments_conclusion_check check (conclusion in ('go', 'go_with_measures', 'stop'))
);
create index privacy_assessments_organisation_idx on privacy_assessments (tenant_id, organisation_id, assessed_on);
select make_tenant_table('privacy_assessments');

-- A breach (K8): what happened, whom it touches, and each step taken.
create table breaches (
  tenant_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  noticed_at timestamptz not null,
  kinds text[] not null,
  cause text not null,
  harm text not null,
  remedy text not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  constraint breaches_pkey primary key (tenant_id, id),
  constraint breaches_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id)
);
create index breaches_organisation_idx on breaches (tenant_id, organisation_id, noticed_at);
select make_tenant_table('breaches');

create table breach_persons (
  tenant_id uuid not null,
  breach_id uuid not null,
  person_id uuid not null,
  constraint breach_persons_pkey primary key (tenant_id, breach_id, person_id),
  constraint breach_persons_breach_fkey foreign key (tenant_id, breach_id) references breaches (tenant_id, id),
  constraint breach_persons_person_fkey foreign key (tenant_id, person_id) references persons (tenant_id, id)
);
create index breach_persons_person_idx on breach_persons (tenant_id, person_id);
select make_tenant_table('breach_persons');

create table breach_steps (
  tenant_id uuid not null,
  breach_id uuid not null,
  step text not null,
  note text not null,
  taken_by uuid not null,
  taken_at timestamptz not null default now(),
  constraint breach_steps_pkey primary key (tenant_id, breach_id, step),
  constraint breach_steps_breach_fkey foreign key (tenant_id, breach_id) references breaches (tenant_id, id),
  constraint breach_steps_step_check check (step in ('contained', 'authority_notified', 'people_notified', 'closed'))
);
select make_tenant_table('breach_steps');

insert into rules (id, region, key, operator, value, unit, starts_on, ends_before, document, article, checked) values
  ('00000000-0000-7000-8000-000000000270', '', 'retention.assessments', '>=', '1096', 'days', '2000-01-01', null, '中华人民共和国个人信息保护法', '第五十六条',
    'statute read');
