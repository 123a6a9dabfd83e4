import { assessmentSentences } from './audit-sentences-assessments.ts'
import { trainingSentences } from './audit-sentences-training.ts'
import { eventSentences } from './audit-sentences-events.ts'
import { matchmakingSentences } from './audit-sentences-matchmaking.ts'
import { choiceSentences } from './audit-sentences-choices.ts'
import { commissionerSentences } from './audit-sentences-commissioners.ts'
import { deskSentences } from './audit-sentences-desk.ts'
import { fundSentences } from './audit-sentences-funds.ts'
import { phoneVoteSentences } from './audit-sentences-phone-votes.ts'
import { reportSentences } from './audit-sentences-reports.ts'
import { registerSentences } from './audit-sentences-register.ts'
import { ballotSentences } from './audit-sentences-ballots.ts'
import { venueSentences } from './audit-sentences-venues.ts'
import type { Sentence } from './sentence.ts'

/** What each act is called. A check finds every action of the server that has no sentence here. */
export const actionSentences = {
  'access.appointed': { zh: '登记了任职', en: 'recorded an appointment' },
  'access.appointment_annulled': { zh: '撤销了误登的任职', en: 'annulled an appointment entered by mistake' },
  'access.appointment_ended': {
    zh: '登记了免职或离任（{endsBefore} 起）',
    en: 'ended an appointment from {endsBefore} on',
  },
  'access.delegated': {
    zh: '委托了 {permissions} 项权限（{startsOn} 至 {endsBefore} 前）',
    en: 'passed {permissions} {permissions|power|powers} on from {startsOn} until before {endsBefore}',
  },
  'access.delegation_ended': { zh: '收回了委托的权限', en: 'took delegated powers back' },
  'access.explained_of': {
    zh: '查询了另一任职的权限来由',
    en: 'asked why another appointment may or may not do something',
  },
  'access.substituted': { zh: '登记了代理（{startsOn} 起）', en: 'recorded a substitute from {startsOn} on' },
  'access.token_created': {
    zh: '生成了访问令牌，{permissions} 项权限，{endsBefore} 前有效',
    en: 'made a token with {permissions} {permissions|permission|permissions}, good until before {endsBefore}',
  },
  'access.token_revoked': { zh: '撤销了访问令牌', en: 'revoked a token' },
  'accounts.closed': { zh: '停用了账号', en: 'closed an account' },
  'accounts.opened': { zh: '开通了账号', en: 'opened an account' },
  'accounts.password_chosen': { zh: '修改了自己的密码', en: 'chose a new password' },
  'accounts.password_reset': { zh: '重置了密码', en: 'reset a password' },
  'attachments.received': { zh: '上传了一个附件', en: 'sent in a file' },
  'attachments.taken_back': { zh: '撤回了一个附件', en: 'took a file back' },
  'approvals.approved': { zh: '同意了一项申请（第 {step} 步）', en: 'approved a request (step {step})' },
  'approvals.refused': { zh: '没有同意一项申请', en: 'refused a request' },
  'approvals.returned': { zh: '退回了一项申请，请其补正', en: 'sent a request back' },
  'approvals.submitted': { zh: '提交了一项申请', en: 'made a request' },
  'approvals.withdrawn': { zh: '撤回了一项申请', en: 'withdrew a request' },
  'accounts.sign_in_rules_chosen': { zh: '更换了登录规则', en: 'chose other sign-in rules' },
  'accounts.reopened': { zh: '恢复了停用的账号', en: 'opened a closed account again' },
  'accounts.sessions_ended': {
    zh: '让一个账号在所有设备上退出登录',
    en: 'signed an account out everywhere',
  },
  'accounts.unlocked': { zh: '解除了账号的锁定', en: 'unlocked an account' },
  'accounts.login_chosen': { zh: '更换了登录账号', en: 'chose another log-in' },
  'activation.completed': {
    zh: '凭验证码、激活单或邀请设置了账号和密码',
    en: 'set log-in and password by a code, a slip or an invitation',
  },
  'activation.invitation_revoked': {
    zh: '撤回了开通账号的邀请',
    en: 'revoked an invitation to open an account',
  },
  'activation.invited': { zh: '邀请一名干部开通账号', en: 'invited an officer to open an account' },
  'activation.slip_spoilt': {
    zh: '一张激活单因多次核对不符而作废',
    en: 'a slip was spoilt by too many wrong tries',
  },
  'activation.slips_opened': {
    zh: '打开了 {slips} 张激活单供打印',
    en: 'opened {slips} activation {slips|slip|slips} for printing',
  },
  'activation.slips_ordered': {
    zh: '为 {persons} 人制作了激活单',
    en: 'made activation slips for {persons} {persons|person|people}',
  },
  'activation.slips_revoked': {
    zh: '作废了 {slips} 张激活单',
    en: 'revoked {slips} activation {slips|slip|slips}',
  },
  'appointments.handed_over': { zh: '办理了工作交接', en: 'handed the work of an appointment over' },
  'appointments.hand_over_undone': { zh: '撤销了工作交接', en: 'undid a hand-over' },
  'audit.anchor_asked': { zh: '要求制作审计存证', en: 'asked for an audit anchor' },
  'audit.anchored': {
    zh: '制作了第 {anchor} 号审计存证：送到外部 {kept} 处，失败 {failed} 处',
    en: 'made audit anchor {anchor}: taken to {kept} {kept|place|places} outside, {failed} failed',
  },
  'audit.exported': {
    zh: '导出了 {entries} 条审计日志',
    en: 'exported {entries} {entries|entry|entries} of the audit log',
  },
  'audit.verification_asked': { zh: '要求校验审计日志', en: 'asked to verify the audit log' },
  'audit.verified': {
    zh: '校验了审计日志：{entries} 条记录，发现 {broken} 处不符',
    en: 'verified the audit log: {entries} entries, {broken} {broken|thing does|things do} not fit',
  },
  'complaints.answered': { zh: '答复了一件投诉', en: 'answered a complaint' },
  'complaints.filed': { zh: '提交了一件投诉', en: 'filed a complaint' },
  'complaints.identity_revealed': {
    zh: '查看了匿名投诉人的身份',
    en: 'looked at who complained without a name',
  },
  'complaints.replied': { zh: '对投诉答复作了评价', en: 'replied to the answer of a complaint' },
  'consents.assessment_recorded': {
    zh: '登记了个人信息保护影响评估',
    en: 'recorded a privacy impact assessment',
  },
  'consents.breach_recorded': {
    zh: '登记了个人信息泄露事件，涉及 {persons} 人',
    en: 'recorded a breach that touches {persons} {persons|person|persons}',
  },
  'consents.breach_step': { zh: '登记了泄露事件的处置进展', en: 'recorded a step in a breach' },
  'consents.given': { zh: '同意了一项个人信息用途', en: 'agreed to a purpose' },
  'consents.notice_published': {
    zh: '发布了隐私告知第 {version} 版',
    en: 'published version {version} of the privacy notice',
  },
  'consents.notice_read': { zh: '阅读了隐私告知', en: 'read the privacy notice' },
  'consents.withdrawn': { zh: '撤回了一项同意', en: 'withdrew a consent' },
  'inbox.ended': { zh: '办结或不办了一项待办', en: 'ended a task' },
  'people.corrected': { zh: '按申请更正了一名职工的信息', en: 'corrected a person’s data as requested' },
  'people.departed': { zh: '按审批决定终止了一名会员的会籍', en: 'ended a membership as decided' },
  'people.employment_ended': { zh: '结束了一名职工的任职单位记录', en: 'ended a worker’s employment' },
  'people.employment_recorded': { zh: '登记了一名职工的工作单位', en: 'recorded a worker’s employment' },
  'people.erased': { zh: '删除了一名职工的个人信息', en: 'erased a person’s data' },
  'people.erasure_cancelled': { zh: '撤回了删除本人信息的申请', en: 'took back a request to be erased' },
  'people.erasure_scheduled': {
    zh: '同意删除一名职工的个人信息，{executeOn} 执行',
    en: 'approved the erasure of a person’s data, to be done on {executeOn}',
  },
  'measures.exported': {
    zh: '导出了数据“{measure}”，{rows} 行',
    en: 'exported the figure “{measure}”, {rows} {rows|row|rows}',
  },
  'people.exported': { zh: '导出了会员名册', en: 'exported a list of members' },
  'people.lapse_reminded': {
    zh: '提醒了会员交会费、参加活动（{remindedOn}）',
    en: 'reminded a member of dues and union life ({remindedOn})',
  },
  'people.mass_change_undone': { zh: '撤回了一次批量变更', en: 'took a mass change back' },
  'people.member_added': { zh: '新增了会员', en: 'added a member' },
  'people.member_changed': { zh: '变更了会员信息', en: 'changed a member’s data' },
  'people.member_revealed': {
    zh: '查看了一名会员的完整信息',
    en: 'looked at a member’s hidden data',
  },
  'people.memberships_changed': {
    zh: '批量变更了 {members} 名会员的会籍',
    en: 'changed the memberships of {members} {members|member|members}',
  },
  'people.memberships_moved': { zh: '把会员转到了另一个工会', en: 'moved members to another union' },
  'people.merge_undone': { zh: '撤回了人员合并', en: 'took a merge of two persons back' },
  'people.kept_apart': { zh: '确认两份档案是两个人', en: 'found two records to be two persons' },
  'people.merge_proposed': { zh: '请上级核对疑似重复的档案', en: 'asked the union above about a duplicate' },
  'people.merged_many': {
    zh: '批量合并了 {pairs} 对重复的档案',
    en: 'merged {pairs} {pairs|pair|pairs} of duplicates',
  },
  'people.merged': { zh: '合并了重复的人员', en: 'merged two records of one person' },
  'people.transfer_accepted': { zh: '接收了转入的会员', en: 'accepted a transfer' },
  'people.transfer_refused': { zh: '没有同意转会', en: 'refused a transfer' },
  'people.transfer_released': { zh: '放行了转出的会员', en: 'released a member for a transfer' },
  'people.transfer_requested': {
    zh: '提出了 {members} 名会员的转会',
    en: 'asked for the transfer of {members} {members|member|members}',
  },
  'people.transfer_withdrawn': { zh: '撤回了转会申请', en: 'withdrew a transfer' },
  'people.withdrawal_declared': {
    zh: '本人提出退会，{effectiveOn} 生效',
    en: 'declared to withdraw from {effectiveOn} on',
  },
  'people.withdrawal_taken_back': { zh: '本人撤回了退会', en: 'took the withdrawal back' },
  'people.withdrawn': { zh: '退会生效，会籍终止', en: 'ended a membership by the member’s own wish' },
  'people.transfers_expired': {
    zh: '{transfers} 件转会逾期未答复，自动失效',
    en: '{transfers} {transfers|transfer|transfers} expired without an answer',
  },
  'people.own_data_taken': { zh: '导出了本人的信息', en: 'took own data away' },
  'people.own_data_changed': { zh: '修改了本人的信息', en: 'changed own data' },
  'people.transfer_proposed': { zh: '提出了会员转会', en: 'proposed a transfer of a member' },
  'retention.ran': {
    zh: '清理了超过保存期限的 {removed} 条数据',
    en: 'removed {removed} {removed|row|rows} kept long enough',
  },
  'sessions.acted_as': { zh: '切换了工作身份', en: 'switched to another appointment' },
  'sessions.created': { zh: '登录', en: 'signed in' },
  'sessions.ended': {
    zh: '退出了其他 {sessions} 处登录',
    en: 'signed out in {sessions} other {sessions|place|places}',
  },
  'sessions.failed': { zh: '登录失败', en: 'failed to sign in' },
  'sessions.passkey_registered': { zh: '添加了通行密钥', en: 'added a passkey' },
  'sessions.passkey_removed': { zh: '移除了通行密钥', en: 'removed a passkey' },
  'sessions.provider_linked': {
    zh: '关联了统一认证账号',
    en: 'linked the account with the outside provider',
  },
  'sessions.provider_unlinked': {
    zh: '取消了统一认证的关联',
    en: 'took the link with the outside provider back',
  },
  'sessions.recovery_codes_made': { zh: '生成了恢复码', en: 'made recovery codes' },
  'sessions.spraying_noticed': {
    zh: '同一地址对许多账号试密码，已放慢',
    en: 'saw one address try many log-ins, and slowed it down',
  },
  'sessions.totp_removed': { zh: '停用了验证器', en: 'removed the authenticator' },
  'sessions.totp_confirmed': { zh: '开启了两步登录', en: 'turned two-step sign-in on' },
  'sessions.totp_started': { zh: '开始设置两步登录', en: 'began to set up two-step sign-in' },
  'system.backed_up': {
    zh: '做了一份备份：{rows} 行，{megabytes} MB',
    en: 'took a backup: {rows} {rows|row|rows}, {megabytes} MB',
  },
  'system.backup_ordered': { zh: '要求立即备份', en: 'ordered a backup' },
  'system.drill_ordered': { zh: '要求做一次恢复演练', en: 'ordered a restore drill' },
  'system.drill_failed': {
    zh: '恢复演练没有通过（{problem}）',
    en: 'a restore drill failed ({problem})',
  },
  'system.drill_passed': {
    zh: '恢复演练通过：恢复 {rows} 行，核对 {checks} 项',
    en: 'a restore drill passed: {rows} {rows|row|rows} restored, {checks} {checks|check|checks} passed',
  },
  'system.job_forgotten': { zh: '清除了一项失败的后台任务', en: 'took a failed job off the list' },
  'system.restored': {
    zh: '从备份恢复了数据（备份于 {takenAt}），重新删除 {erased} 人',
    en: 'restored the data from the backup of {takenAt}; {erased} {erased|person|persons} erased again',
  },
  'system.job_retried': { zh: '让一项失败的后台任务重新执行', en: 'let a failed job run again' },
  'tenants.created': { zh: '建立了租户', en: 'made the tenant' },
  'tenants.demo_loaded': {
    zh: '载入了演示数据：{organisations} 个组织，{persons} 人',
    en: 'loaded the demo: {organisations} organisations, {persons} persons',
  },
  'tenants.key_rotated': { zh: '更换了加密密钥', en: 'replaced the encryption key' },
  ...venueSentences,
  ...ballotSentences,
  'honours.conferred': { zh: '授予了一项荣誉', en: 'conferred an honour' },
  'honours.released': { zh: '公开了一项荣誉', en: 'put an honour on the public pages' },
  'honours.release_withdrawn': {
    zh: '撤下了一项公开的荣誉',
    en: 'took an honour off the public pages',
  },
  'honours.revoked': { zh: '撤销了一项荣誉', en: 'took an honour back' },
  ...registerSentences,
  ...reportSentences,
  ...trainingSentences,
  ...phoneVoteSentences,
  ...fundSentences,
  ...assessmentSentences,
  ...eventSentences,
  ...choiceSentences,
  ...deskSentences,
  ...commissionerSentences,
  ...matchmakingSentences,
} as const satisfies Record<string, Sentence>

/** The areas one can search by: each stands for all acts of a module. */
export const actionAreas: Record<string, Sentence> = {
  sessions: { zh: '登录', en: 'Sign-in' },
  accounts: { zh: '账号', en: 'Accounts' },
  activation: { zh: '账号开通', en: 'Activation' },
  access: { zh: '任职与授权', en: 'Appointments and powers' },
  appointments: { zh: '工作交接', en: 'Hand-overs' },
  organisations: { zh: '组织', en: 'Organisations' },
  measures: { zh: '数据', en: 'figures' },
  people: { zh: '会员', en: 'Members' },
  roster: { zh: '名册导入', en: 'Roster imports' },
  consents: { zh: '告知与同意', en: 'Notices and consents' },
  complaints: { zh: '投诉', en: 'Complaints' },
  approvals: { zh: '审批', en: 'Approvals' },
  events: { zh: '活动', en: 'Events' },
  retention: { zh: '保存期限', en: 'Retention' },
  attachments: { zh: '附件', en: 'Attachments' },
  inbox: { zh: '待办', en: 'Tasks' },
  audit: { zh: '审计', en: 'Audit' },
  system: { zh: '备份与运行', en: 'Upkeep' },
  matchmaking: { zh: '职工红娘', en: 'Matchmaking' },
  commissioners: { zh: '党工专员', en: 'Commissioners' },
  assessments: { zh: '考核', en: 'Assessments' },
  training: { zh: '培训', en: 'Training' },
  reports: { zh: '报告与简报', en: 'Reports and bulletins' },
  funds: { zh: '资金', en: 'Funds' },
  stipends: { zh: '专项补贴', en: 'Stipends' },
  points: { zh: '直管点', en: 'Direct points' },
  contributions: { zh: '工会经费收缴', en: 'Contributions' },
  allocations: { zh: '差异化拨付', en: 'Allocations' },
  ceilings: { zh: '职工福利', en: 'Benefits' },
  prizes: { zh: '文体活动奖励', en: 'Prizes' },
  dues: { zh: '会费', en: 'Dues' },
  ballots: { zh: '选举', en: 'Elections' },
  venues: { zh: '活动阵地', en: 'Venues' },
  phone_votes: { zh: '手机投票', en: 'Votes by phone' },
  honours: { zh: '荣誉', en: 'Honours' },
  tenants: { zh: '系统', en: 'System' },
}
