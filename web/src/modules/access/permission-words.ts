import type { Permission } from '#contract/permissions.ts'
import { fill, type Sentence } from '../../i18n/texts.ts'

/** Each permission as the thing one may do. Complete by type: a new permission needs its words here. */
const words: Record<Permission, Sentence> = {
  'organisations.read': { zh: '查看组织', en: 'see organisations' },
  'organisations.write': { zh: '变更组织', en: 'change organisations' },
  'organisations.import': { zh: '导入组织名册', en: 'import organisations' },
  'people.read': { zh: '查看会员', en: 'see members' },
  'people.write': { zh: '变更会员信息', en: 'change members' },
  'people.reveal': {
    zh: '查看会员的完整证件号和手机号',
    en: 'see members’ full document numbers and mobiles',
  },
  'roster.import': { zh: '导入会员名册', en: 'import rosters' },
  'roster.export': { zh: '导出会员名册', en: 'export rosters' },
  'inbox.read': { zh: '办理待办', en: 'work on tasks' },
  'figures.read': { zh: '查看数据', en: 'see figures' },
  'figures.open': { zh: '点开数据看明细', en: 'open figures to their rows' },
  'reports.seal': { zh: '封存上报数据', en: 'seal figures as reports' },
  'bulletins.write': { zh: '撰写简报', en: 'write bulletins' },
  'bulletins.release': { zh: '审签发布简报', en: 'release bulletins' },
  'audit.read': { zh: '查看审计日志', en: 'read the audit log' },
  'audit.verify': { zh: '校验审计日志', en: 'verify the audit log' },
  'accounts.manage': { zh: '管理账号', en: 'manage accounts' },
  'accounts.invite': { zh: '邀请干部开通账号', en: 'invite officers to open accounts' },
  'accounts.activate': { zh: '打印会员激活凭条', en: 'print members’ activation slips' },
  'appointments.read': { zh: '查看任职', en: 'see appointments' },
  'appointments.write': { zh: '登记任职和免职', en: 'record and end appointments' },
  'delegations.write': { zh: '把自己的权限委托给他人', en: 'pass one’s own powers on' },
  'grants.manage': { zh: '管理授权', en: 'manage grants' },
  'system.operate': { zh: '运行维护系统', en: 'operate the system' },
  'privacy.manage': { zh: '管理隐私告知和保存期限', en: 'manage privacy notices and retention' },
  'complaints.handle': { zh: '处理投诉', en: 'handle complaints' },
  'events.read': { zh: '查看活动', en: 'see events' },
  'events.write': { zh: '起草活动', en: 'draft events' },
  'events.publish': { zh: '审核发布活动', en: 'publish events' },
  'events.run': { zh: '办理活动现场', en: 'run events on the day' },
  'matchmaking.attest': { zh: '为本单位职工出具交友证明', en: 'attest for workers of one’s unit' },
  'matchmaking.desk': { zh: '红娘工作台', en: 'work at the matchmakers’ desk' },
  'matchmaking.key_choices': { zh: '录入纸质意向卡', en: 'key in paper choices' },
  'matchmaking.manage': { zh: '管理职工红娘', en: 'look after matchmaking' },
  'matchmaking.safety': { zh: '处理交友举报', en: 'handle reports of people' },
  'funds.read': { zh: '查看资金', en: 'see funds' },
  'funds.write': { zh: '编制预算和发放清单', en: 'make budgets and payment lists' },
  'funds.check': { zh: '复核发放', en: 'check payments' },
  'funds.pay': { zh: '办理付款', en: 'pay out' },
  'venues.read': { zh: '查看活动阵地', en: 'see venues' },
  'venues.write': { zh: '登记和管理活动阵地', en: 'keep venues' },
  'venues.inspect': { zh: '核查活动阵地、评定星级', en: 'inspect venues and give stars' },
  'venues.book': { zh: '预约共享阵地', en: 'book shared venues' },
  'commissioners.read': {
    zh: '查看党工专员和两新组织缺口',
    en: 'see commissioners and gaps of two-new organisations',
  },
  'commissioners.write': { zh: '配备和管理党工专员', en: 'look after commissioners' },
  'assessments.manage': { zh: '管理考核方案和周期', en: 'look after schemes and periods of assessment' },
  'assessments.score': { zh: '考核打分', en: 'score assessments' },
  'assessments.review': { zh: '核定考核结果', en: 'review assessments' },
  'assessments.approve': { zh: '审批考核结果', en: 'approve assessments' },
  'training.read': { zh: '查看培训', en: 'see training' },
  'training.write': { zh: '管理培训计划和课程', en: 'plan training' },
  'own.read': { zh: '查看本人信息', en: 'see one’s own data' },
  'own.write': { zh: '变更本人信息', en: 'change one’s own data' },
}

/** What a permission lets one do, as the end of a sentence: “不能…”, “may not …”. */
export function permissionWords(permission: string): string {
  const sentence: Sentence | undefined = (words as Record<string, Sentence>)[permission]
  return sentence ? fill(sentence, {}) : permission
}
