-- Entering matchmaking and being safe in it: the purpose in full, the numbers of policy, reports about persons.

-- What was signed: the text of the declaration by its version.
alter table single_declarations add column text_version smallint not null default 1;

-- How the other side was shown to whoever blocked them, sealed under their own key: so that they know again whom they blocked.
alter table blocks add column label_cipher bytea;

-- A report about another person 举报: who said it stays with the desk; what was said is sealed.
create table person_reports (
  tenant_id uuid not null,
  id uuid not null,
  reporter_id uuid not null,
  reported_id uuid not null,
  organisation_id uuid not null,
  event_id uuid,
  introduction_id uuid,
  interest_id uuid,
  kind text not null,
  sealed_text bytea,
  due_on date not null,
  task_id uuid not null,
  reported_at timestamptz not null default now(),
  constraint person_reports_pkey primary key (tenant_id, id),
  constraint person_reports_reporter_fkey foreign key (tenant_id, reporter_id) references persons (tenant_id, id),
  constraint person_reports_reported_fkey foreign key (tenant_id, reported_id) references persons (tenant_id, id),
  constraint person_reports_organisation_fkey foreign key (tenant_id, organisation_id) references organisations (tenant_id, id),
  constraint person_reports_event_fkey foreign key (tenant_id, event_id) references events (tenant_id, id),
  constraint person_reports_introduction_fkey foreign key (tenant_id, introduction_id) references introductions (tenant_id, id),
  constraint person_reports_interest_fkey foreign key (tenant_id, interest_id) references mutual_interests (tenant_id, id),
  constraint person_reports_self_check check (reporter_id <> reported_id),
  constraint person_reports_occasion_check check (num_nonnulls(event_id, introduction_id, interest_id) = 1),
  constraint person_reports_kind_check check (kind in ('harassment', 'false_profile', 'married', 'fraud', 'leak', 'other'))
);
create index person_reports_reporter_idx on person_reports (tenant_id, reporter_id);
create index person_reports_reported_idx on person_reports (tenant_id, reported_id);
create index person_reports_organisation_idx on person_reports (tenant_id, organisation_id, due_on);
create index person_reports_event_idx on person_reports (tenant_id, event_id);
create index person_reports_introduction_idx on person_reports (tenant_id, introduction_id);
create index person_reports_interest_idx on person_reports (tenant_id, interest_id);
select make_tenant_table('person_reports');
-- With a person what they said goes; that a report was made and decided stays.
grant update (sealed_text) on person_reports to gonghui_app;

create table person_report_decisions (
  tenant_id uuid not null,
  report_id uuid not null,
  reported_id uuid not null,
  decision text not null,
  sealed_reason bytea,
  -- What the reporter reads.
  sealed_answer bytea,
  decided_by uuid not null,
  decided_at timestamptz not null default now(),
  constraint person_report_decisions_pkey primary key (tenant_id, report_id),
  constraint person_report_decisions_report_fkey foreign key (tenant_id, report_id) references person_reports (tenant_id, id),
  constraint person_report_decisions_reported_fkey foreign key (tenant_id, reported_id) references persons (tenant_id, id),
  constraint person_report_decisions_decision_check check (decision in ('confirmed', 'dismissed'))
);
create index person_report_decisions_reported_idx on person_report_decisions (tenant_id, reported_id);
select make_tenant_table('person_report_decisions');
grant update (sealed_reason, sealed_answer) on person_report_decisions to gonghui_app;

-- What was kept long enough goes.
grant delete on profile_views to gonghui_app;

-- How far matchmaking goes, in full (K2): the earlier text said less, so everybody is asked anew.
insert into processing_purposes (code, version, basis, separate, name_zh, name_en, method_zh, method_en, kinds_zh, kinds_en, retention_zh, retention_en,
  document, starts_on, sort) values
  ('matchmaking', 2, 'consent', true, '职工红娘', 'matchmaking',
    '由红娘在您选择的范围内介绍，报名参加联谊活动。别人只按步骤看到您：活动上是号码和昵称，介绍时是资料卡，双方都愿意后才是名字、照片和您自己放出的联系方式。您选了谁，加密保存，只有互相选中才会告诉双方；交纸质卡的，由两名录入人员看到您的选择，每次打开都有记录。两段式活动的后半场，按前半场情况取整为五档（是否常选人、是否常被选、您愿意打的分）排座，不按您选了谁。推荐名单按同样的档次计算，可以随时关掉',
    'introductions by a matchmaker within the limits you choose, and social match events. Others see you step by step: number and nickname at an event, your card when introduced, given name, picture and the contact you release once both agreed. Whom you chose is sealed and told to both only where it is mutual; on a paper card two keyers see it, and each opening is logged. The second part of a two-part event is seated by levels rounded to five (how often you choose, how often you are chosen, scores you care to give), never by whom you chose. Suggestions use the same levels and can be switched off at any time',
    '单身声明、出生年、所在区、职业、身高、学历、爱好、期望；您自愿填写的收入、住房、子女情况和照片；您的选择和评分',
    'declaration of being single, year of birth, district, trade, height, education, hobbies, hopes; income, house, children and picture if you offer them; your choices and scores',
    '退出即删除；选择在活动结束后销毁；长期不用先隐藏再删除；只留人数', 'deleted when you leave; choices are destroyed after the event; hidden and then deleted when unused for long; only counts are kept',
    '个人信息保护法 第十四条、第二十四条、第二十九条', '2000-01-01', 60);

insert into rules (id, region, key, operator, value, unit, starts_on, ends_before, document, article, checked) values
  ('00000000-0000-7000-8000-000000004401', '', 'matchmaking.marriage_age.male', '>=', '22', 'years', '2000-01-01', null, '中华人民共和国民法典', '第一千零四十七条', 'statute read'),
  ('00000000-0000-7000-8000-000000004402', '', 'matchmaking.marriage_age.female', '>=', '20', 'years', '2000-01-01', null, '中华人民共和国民法典', '第一千零四十七条', 'statute read'),
  ('00000000-0000-7000-8000-000000004403', '', 'matchmaking.youngest', '>=', '18', 'years', '2000-01-01', null, '中华人民共和国未成年人保护法', '第二条', 'statute read'),
  ('00000000-0000-7000-8000-000000004404', '', 'matchmaking.service_cards', '>=', '1', 'cards', '2000-01-01', null, 'Gonghui preset', 'J1', 'practice'),
  ('00000000-0000-7000-8000-000000004405', '', 'matchmaking.declaration_months', '=', '6', 'months', '2000-01-01', null, 'Gonghui preset', 'J2', 'practice'),
  ('00000000-0000-7000-8000-000000004406', '', 'matchmaking.declaration_reminder_days', '<=', '14', 'days', '2000-01-01', null, 'Gonghui preset', 'J2', 'practice'),
  ('00000000-0000-7000-8000-000000004407', '', 'matchmaking.attest_days', '<=', '7', 'days', '2000-01-01', null, 'Gonghui preset', 'J2', 'practice'),
  ('00000000-0000-7000-8000-000000004408', '', 'matchmaking.report_days', '<=', '180', 'days', '2000-01-01', null, 'Gonghui preset', 'J8', 'practice'),
  ('00000000-0000-7000-8000-000000004409', '', 'matchmaking.safety_days', '<=', '7', 'days', '2000-01-01', null, 'Gonghui preset', 'J8', 'practice'),
  ('00000000-0000-7000-8000-000000004410', '', 'matchmaking.reports_to_exclude', '>=', '2', 'reporters', '2000-01-01', null, 'Gonghui preset', 'J8', 'practice'),
  ('00000000-0000-7000-8000-000000004411', '', 'matchmaking.inactive_days', '>=', '365', 'days', '2000-01-01', null, 'Gonghui preset', 'J12', 'practice'),
  ('00000000-0000-7000-8000-000000004412', '', 'retention.dating_profiles', '=', '730', 'days', '2000-01-01', null, '中华人民共和国个人信息保护法', '第十九条；J12', 'practice'),
  ('00000000-0000-7000-8000-000000004413', '', 'retention.couple_profiles', '=', '120', 'days', '2000-01-01', null, '中华人民共和国个人信息保护法', '第十九条；J12', 'practice'),
  ('00000000-0000-7000-8000-000000004414', '', 'retention.profile_views', '>=', '1096', 'days', '2000-01-01', null, '网络数据安全管理条例', '第十二条（不少于三年）', 'statute read'),
  ('00000000-0000-7000-8000-000000004415', '', 'retention.single_declarations', '=', '365', 'days', '2000-01-01', null, '中华人民共和国个人信息保护法', '第十九条；J12', 'practice'),
  -- Districts a profile can name, where the product ships their names; elsewhere a federation adds its own.
  ('00000000-0000-7000-8000-000000004420', '', 'matchmaking.districts', '=', '[]', 'divisions', '2000-01-01', null, 'Gonghui preset', 'J4', 'practice'),
  ('00000000-0000-7000-8000-000000004421', '12', 'matchmaking.districts', '=',
    '[["120101","和平区","Heping"],["120102","河东区","Hedong"],["120103","河西区","Hexi"],["120104","南开区","Nankai"],["120105","河北区","Hebei"],["120106","红桥区","Hongqiao"],["120110","东丽区","Dongli"],["120111","西青区","Xiqing"],["120112","津南区","Jinnan"],["120113","北辰区","Beichen"],["120114","武清区","Wuqing"],["120115","宝坻区","Baodi"],["120116","滨海新区","Binhai"],["120117","宁河区","Ninghe"],["120118","静海区","Jinghai"],["120119","蓟州区","Jizhou"]]',
    'divisions', '2000-01-01', null, '中华人民共和国行政区划代码', '120000', 'practice'),
  ('00000000-0000-7000-8000-000000004422', '3302', 'matchmaking.districts', '=',
    '[["330203","海曙区","Haishu"],["330205","江北区","Jiangbei"],["330206","北仑区","Beilun"],["330211","镇海区","Zhenhai"],["330212","鄞州区","Yinzhou"],["330213","奉化区","Fenghua"],["330225","象山县","Xiangshan"],["330226","宁海县","Ninghai"],["330281","余姚市","Yuyao"],["330282","慈溪市","Cixi"]]',
    'divisions', '2000-01-01', null, '中华人民共和国行政区划代码', '330200', 'practice');
