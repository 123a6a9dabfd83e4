import type { BulletinTemplate } from '#contract/reports-bulletins.ts'

/**
 * Texts to begin with, for any federation: every figure in them is asked for when it is read, so a text says of each federation what its own
 * rows say. An officer edits a copy.
 */
export const presets: readonly BulletinTemplate[] = [
  {
    key: 'matchmaking',
    zh: '职工婚恋交友服务',
    en: 'Matchmaking for single workers',
    textZh: `# 服务到身边　良缘“会”牵线
# ——{organisation}职工婚恋交友服务情况
青年职工工作忙、圈子小，找对象不容易。{organisation}把婚恋交友列入服务职工的常项工作，各级工会女职工组织牵头办活动，红娘队伍跟进做服务，从报名、见面到回访一件事办到底。
## 活动办到职工身边
{year-5}年以来，各级工会共举办交友联谊活动{events_held|year-5..today}场，参加职工{participations|year-5..today}人次。活动有大有小：每年七夕前后集中办一次大型联谊，平时由区局、集团公司和基层单位就近办小型专场。
## 双向选择，一对一对地成
活动现场和红娘引见都实行双向选择，两个人互相选中才算有意，单方心意不公开。{year-5}年以来，累计达成交友意向{mutual_interest_pair_times|year-5..today}对次，最终牵手成功{couples|year-5..today}对。“牵手”以双方本人确认为准，几家单位都报的只算一对。
历年牵手成功情况：
{couples|year-5..today|year}
## 红娘队伍越建越实
目前在册的职工红娘有{matchmakers|today}人，都签了保密承诺、参加了上岗培训。红娘每月碰头沟通情况，为还没有遇到合适对象的职工一对一引见，牵手之后定期回访。
## 下一步打算
继续把好实名认证和本人意愿两道关，为在职单身会员免费服务；多办小型、多样的活动，让一线职工和夜班职工也能参加。
本期数据截至{date}，均由业务记录汇总产生，点开可查来源。`,
    textEn: `# Close at hand, and hand in hand
# Matchmaking for single workers by {organisation}
Young workers are busy and know few people outside work. {organisation} has made matchmaking a regular service: women workers' committees at every level hold the events, and matchmakers follow up, from the registration to the meeting and the visit afterwards.
## Events where workers are
Since {year-5} unions at every level have held {events_held|year-5..today} match events, with {participations|year-5..today} participations. Some are large: once a year, around Qixi, hundreds meet. Districts, groups of companies and workplaces hold small ones of their own.
## Both must wish it
At events and in introductions alike, only a wish on both sides counts; a one-sided wish is shown to nobody. Since {year-5} there have been {mutual_interest_pair_times|year-5..today} pair-times of mutual interest, and {couples|year-5..today} couples came of them. A couple counts when both confirm it, and once only, however many unions report it.
Couples by year:
{couples|year-5..today|year}
## Matchmakers one can rely on
{matchmakers|today} matchmakers are in the register today; each has promised confidentiality and been trained. They meet every month, introduce workers one to one who have not met the right person yet, and call on couples afterwards.
## What comes next
Verified names and everybody's own wish stay the two conditions; the service stays free for single members at work. There will be more small events of different kinds, so that shift workers can come too.
Figures as of {date}, summed up from the records of the work; each opens to where it comes from.`,
  },
  {
    key: 'register',
    zh: '两新组织和工会会员底数',
    en: 'Register of new organisations and members',
    textZh: `# 摸清底数　建强组织
# ——{organisation}两新组织建会入会情况
把组织建起来、把职工吸引过来，先要底数清、情况明。{organisation}依托一本实名台账，对辖区非公有制企业和社会组织逐家登记、逐人核对，做到组织有名录、会员有档案、数据能追溯。
## 底数清
截至{date}，在册的两新组织共{two_new_organisations|today}家，用人单位填报的职工合计{workers|today}人。去年年底在册两新组织{two_new_organisations|year-1}家。
## 会员实
实名在册的工会会员{members|today}人，会籍、所在工会和用人单位逐一对应，转会、保留会籍随时更新。去年年底为{members|year-1}人。
各单位会员人数：
{members|today|organisation}
## 覆盖到各处
各单位在册两新组织数：
{two_new_organisations|today|organisation}
## 下一步打算
对还没有建会的单位列出名单、逐家上门；对会员数与职工数差距大的单位，由属地工会核实原因，该入会的及时吸收，该转接的及时转接。
本期数据均由台账汇总产生，点开可查来源。`,
    textEn: `# Know the numbers, build the unions
# New organisations and members of {organisation}
To build unions and win workers one must first know who is there. {organisation} keeps one register by real names: private companies and social organisations one by one, members person by person, so that every figure can be followed back.
## Who is there
On {date} there are {two_new_organisations|today} new economic and new social organisations in the register; employers report {workers|today} workers together. At the end of last year there were {two_new_organisations|year-1} such organisations.
## Who has joined
{members|today} members are in the register by name, each with their union and employer; transfers and retained memberships are kept up to date. At the end of last year there were {members|year-1}.
Members by unit:
{members|today|organisation}
## Where they are
New organisations by unit:
{two_new_organisations|today|organisation}
## What comes next
Organisations without a union are listed and visited one by one. Where members are far fewer than workers, the local federation finds out why, and admits or transfers who should be.
Figures are summed up from the register; each opens to where it comes from.`,
  },
  {
    key: 'commissioners',
    zh: '党工专员队伍建设',
    en: 'Commissioners of new organisations',
    textZh: `# 有人管事　有章理事　有处议事
# ——{organisation}“两新”组织党工专员队伍建设情况
两新组织点多面广，党建和工会工作靠谁来做，一直是难点。{organisation}选派党工专员，把选人、培训、考核、激励连成一条线，一家一家补空白，一个人一本账。
## 底数：哪里该配、配了多少
截至{date}，在册两新组织{two_new_organisations|today}家，职工{workers|today}人。按配备规定应当配备党工专员的有{eligible_organisations|today}家，其中已经有人在任的{covered_organisations|today}家；去年年底是{covered_organisations|year-1}家。还没有配备的，已列入街道的缺口清单。
各单位已配备家数：
{covered_organisations|today|organisation}
## 队伍：专兼结合
在任党工专员{commissioners|today}人，专职党务专员和兼职工会主席一起上：
{commissioners|today|commissioner_kind}
区里建起共享人才库，入库{talents|today}人，街道之间经本人同意可以互相推荐。
## 选举：按章办事
会员自己选主席、选委员，从公示到批复全程留痕。今年以来办结工会选举{elections_held|year}次，去年全年{elections_held|year-1}次。
## 培训：先培训再上岗
今年以来培训{trained_persons|year}人、{training_person_times|year}人次；去年培训{trained_persons|year-1}人、{training_person_times|year-1}人次。人数和人次分开算，都以签到为准。
## 考核：干得好不好，有据可查
去年度考核办结{assessments_closed|year-1}人次，各等次如下：
{assessments_closed|year-1|grade}
考核结果先给本人看，本人可以申诉，定下来的等次不再改动。
## 激励：精神在先
{year-3}年以来授予各类荣誉{honours|year-3..today}项：
{honours|year-3..today|title}
荣誉和感谢摆在前面，补贴跟在后面：今年以来实发专项补贴{stipends_paid_fen|year}元，每一笔都能查到考核等次、核算依据和银行回单。
## 直管点：三方出资、按进展拨付
直管点{direct_points|today}个，经费由两新工委、区总工会、街道三方分担，今年已审定{direct_point_granted_fen|year}元，凭证齐全已付{direct_point_paid_fen|year}元。
## 阵地：达标才算数
“六有”达标的阵地{venues_meeting_six_haves|today}个，去年年底{venues_meeting_six_haves|year-1}个。佐证过期的自动退出达标，补齐了再算。
## 下一步打算
照着缺口清单一家一家补，先补有党组织、职工多的单位；新上任的专员先参加初任培训；阵地向邻近单位开放，大家一起用。
本期数据均由业务记录汇总产生，点开可查来源。`,
    textEn: `# Someone in charge, rules to go by, a place to meet
# Commissioners of new organisations of {organisation}
New economic and social organisations are many and scattered, and who should do Party and union work in them has long been the question. {organisation} appoints commissioners: finding, training, assessing and recognising them is one line of work, gap by gap, person by person.
## Where one is due, and where one serves
On {date} there are {two_new_organisations|today} new organisations in the register, with {workers|today} workers. By the rule {eligible_organisations|today} of them must have a commissioner; {covered_organisations|today} have one, against {covered_organisations|year-1} at the end of last year. The others stand on the streets’ lists of gaps.
Organisations covered, by unit:
{covered_organisations|today|organisation}
## Full-time and part-time together
{commissioners|today} commissioners hold a post, full-time Party-affairs officers beside part-time union chairs:
{commissioners|today|commissioner_kind}
The district keeps one pool of talents, {talents|today} persons; streets recommend them to each other where the person agrees.
## Elected by the rules
Members elect chairs and committees themselves, on record from the notice to the approval: {elections_held|year} elections so far this year, {elections_held|year-1} in all of last year.
## Trained first
{trained_persons|year} persons were trained so far this year, {training_person_times|year} person-times; last year {trained_persons|year-1} persons and {training_person_times|year-1} person-times. Both are counted from check-ins.
## Assessed on evidence
{assessments_closed|year-1} assessments of last year are closed, by grade:
{assessments_closed|year-1|grade}
The assessed see their result first and may appeal; a final grade is never changed.
## Recognition comes first
Since {year-3} {honours|year-3..today} honours have been conferred:
{honours|year-3..today|title}
Thanks come first and money second: {stipends_paid_fen|year} yuan of stipends were paid so far this year, each open to the grade, the rule and the bank’s line behind it.
## Points with three payers
There are {direct_points|today} direct points. The two-new committee, the district federation and the street share what they get: {direct_point_granted_fen|year} yuan approved this year, {direct_point_paid_fen|year} yuan paid with vouchers.
## Places that meet the standard
{venues_meeting_six_haves|today} venues meet the six haves, against {venues_meeting_six_haves|year-1} at the end of last year. A venue whose evidence has run out falls by itself until it is renewed.
## What comes next
The gaps are closed one by one, first where there are a Party body and many workers; whoever takes up a post begins with induction training; venues are open to their neighbours.
Figures are summed up from the records of the work; each opens to where it comes from.`,
  },
]
