import type { InboxTask } from '#contract/inbox.ts'
import { fill, type Sentence } from '../../i18n/texts.ts'
import { t } from './texts.ts'

/** What each kind of task asks for. A check finds every kind of the server that has no sentence here. */
export const taskSentences: Record<string, Sentence> = {
  'approvals.correction': {
    zh: '职工申请更正本人信息，请核对后审批',
    en: 'A worker asks to have their data corrected: compare and decide',
  },
  'approvals.erasure': {
    zh: '职工申请删除本人信息，请审批',
    en: 'A worker asks to have their data erased: decide',
  },
  'approvals.full_export': {
    zh: '有人申请导出完整号码的名册，请审批',
    en: 'Somebody asks to export a list with full numbers: decide',
  },
  'approvals.bulletin': {
    zh: '有一篇简报等您审签发布',
    en: 'A bulletin waits to be reviewed and released',
  },
  'approvals.election': {
    zh: '下级工会请示换届（补选）选举，请审批',
    en: 'A union below asks to hold an election: decide',
  },
  'approvals.election_result': {
    zh: '下级工会报来选举结果，请审批',
    en: 'A union below reports the result of an election: decide',
  },
  'ballots.chair_vacant': {
    zh: '工会主席空缺已满 {days} 天，请组织补选',
    en: 'The union has had no chair for {days} days: plan a by-election',
  },
  'ballots.chairs_vacant': {
    zh: '下级 {count} 家工会主席空缺已满 {days} 天，请督促补选',
    en: '{count} {count|union|unions} below without a chair for {days} days: see that one is elected',
  },
  'phone_votes.to_allow': { zh: '下级工会申请用手机投票，请决定', en: 'Decide on a vote by phone' },
  'phone_votes.void_to_confirm': {
    zh: '手机投票声明作废，请确认',
    en: 'Confirm that a vote by phone is void',
  },
  'phone_votes.voided_below': {
    zh: '下级工会的手机投票已作废，改用纸质重新投票，请了解情况',
    en: 'A vote by phone below is void and repeated on paper: look into it',
  },
  'phone_votes.key_to_make': { zh: '请监票人生成手机投票密钥', en: 'Make the key of a vote by phone' },
  'complaints.to_answer': {
    zh: '有职工投诉，请核实并答复',
    en: 'A worker complains: look into it and answer',
  },
  'matchmaking.matchmaker_wished': {
    zh: '有职工希望安排（或更换）红娘，请在“红娘登记”里安排',
    en: 'Somebody wishes for a matchmaker, or another one: assign one in the register',
  },
  'matchmaking.to_attest': {
    zh: '有职工请本单位工会确认会员和在职情况',
    en: 'A worker asks your union to attest membership and employment',
  },
  'matchmaking.report_to_decide': {
    zh: '职工红娘收到一件举报，请核实处理',
    en: 'Somebody was reported in matchmaking: look into it and decide',
  },
  'organisations.place_memberships': {
    zh: '工会已撤销，请为 {count} 名会员安排新的工会',
    en: 'The union has ended: place {count} {count|member|members} with another one',
  },
  'organisations.transfer_members': {
    zh: '组织已分立，请把 {count} 名会员转到分立出的工会',
    en: 'The union was split: transfer {count} {count|member|members} to the new one',
  },
  'approvals.expulsion': {
    zh: '有一件开除会籍的提议，请审批',
    en: 'An expulsion was proposed: decide',
  },
  'approvals.lapse': {
    zh: '有会员连续半年不交会费、不参加活动，提议按退会处理，请审批',
    en: 'Half a year without dues and union life is proposed as withdrawal: decide',
  },
  'people.withdrawal_declared': {
    zh: '有会员提出退会，{effectiveOn} 生效，可以先谈一谈',
    en: 'A member withdraws from {effectiveOn} on: there is time to talk',
  },
  'people.merge_proposed': {
    zh: '有两份档案可能是同一个人，分属两个工会，请核对后合并或分开',
    en: 'Two records in two unions may be one person: compare, then merge them or keep them apart',
  },
  'people.transfer_accept_due': {
    zh: '{count} 名会员的转入快到答复期限了，请尽快接收或退回',
    en: 'The answer to {count} {count|transfer|transfers} to you is due soon: accept or refuse',
  },
  'people.transfer_expired': {
    zh: '您提出的 {count} 件转会逾期没有答复，已失效；仍要转的，请重新提出',
    en: '{count} {count|transfer|transfers} you asked for expired without an answer; ask again where still wanted',
  },
  'people.transfer_refused': {
    zh: '您提出的 {count} 件转会没有得到同意，请看理由',
    en: '{count} {count|transfer|transfers} you asked for {count|was|were} refused: read why',
  },
  'people.transfer_release_due': {
    zh: '{count} 名会员的转出快到答复期限了，请尽快放行或说明理由',
    en: 'The answer to {count} {count|transfer|transfers} from you is due soon: release or refuse',
  },
  'appointments.check_posts': {
    zh: '{count} 名工会干部的会籍已终止，请核对是否继续任职',
    en: '{count} union {count|officer|officers} whose membership is over: check the posts',
  },
  'appointments.handed_over': {
    zh: '一项职务的工作已交接给您，{count} 件事请接着办',
    en: 'The work of a post was handed over to you: {count} {count|matter|matters} to go on with',
  },
  'appointments.terms_ending': {
    zh: '{count} 人的任期将在 {days} 天内届满，请安排换届或续任',
    en: 'The terms of {count} {count|officer|officers} end within {days} days: prepare elections or new appointments',
  },
  'people.transfer_to_accept': {
    zh: '有 {count} 名会员申请转入，请确认是否接收',
    en: '{count} {count|member asks|members ask} to be transferred to you: accept or refuse',
  },
  'people.transfer_to_release': {
    zh: '有 {count} 名会员申请转出，请确认是否放行',
    en: '{count} {count|member asks|members ask} to leave for another union: release or refuse',
  },
  'assessments.to_score': {
    zh: '考核：请代表本单位为 {count} 人打分',
    en: 'Assessment: score {count} {count|person|people} for your unit',
  },
  'assessments.to_score_below': {
    zh: '考核：请为下级单位的 {count} 人打分',
    en: 'Assessment: score {count} {count|person|people} of units below',
  },
  'assessments.to_approve': {
    zh: '有核定好的考核结果等您审批',
    en: 'Reviewed assessments wait for approval',
  },
  'assessments.to_decide_appeal': {
    zh: '有人对考核结果提出申诉，请处理',
    en: 'Somebody appeals against an assessment: decide',
  },
  'commissioners.to_hand_over': {
    zh: '党工专员离任，请办结交接清单',
    en: 'A commissioner leaves: see the hand-over through',
  },
  'venues.to_revisit': {
    zh: '有阵地要复查，请按期核查',
    en: 'A venue is to be looked at again: inspect it by the day',
  },
  'training.induction_due': {
    zh: '新任党工专员还没有参加初任培训，请安排',
    en: 'A new commissioner has not had induction training: arrange it',
  },
  'events.to_review': {
    zh: '下级工会报来一场活动，请审核发布',
    en: 'A union below asks for an event to be published: review it',
  },
  'events.drafted': {
    zh: '每月活动的下一场草案已经生成，请核对后发布',
    en: 'The next event of a monthly series was drafted: check and publish it',
  },
  'events.host_invited': {
    zh: '有单位邀请本单位联合主办活动，请答复',
    en: 'Another union asks yours to host an event together: answer',
  },
  'events.returned': {
    zh: '报审的活动被退回，请看理由后修改',
    en: 'An event you submitted came back: read why and change it',
  },
  'roster.transfer_proposed': {
    zh: '名册导入中有会员属于别的工会，请确认转会',
    en: 'A roster names a member of another union: answer the transfer',
  },
  'roster.leavers_proposed': {
    zh: '全员名册里少了 {count} 名会员，请确认是否离职',
    en: '{count} {count|member is|members are} missing from a full roster: confirm who left',
  },
}
const unnamed: Sentence = { zh: '需要您处理的事项', en: 'Something that needs you' }

/** What a task asks for, as a sentence. A kind without its sentence here is still shown, as something to look at. */
export function taskWords({ kind, params, units }: Pick<InboxTask, 'kind' | 'params' | 'units'>): string {
  const below = units > 1 ? sentencesBelow[kind] : undefined
  return fill(below ?? taskSentences[kind] ?? unnamed, { ...params, units })
}

/** What is said to an office above of units that are asked the same, where the sentence for one of them would say something else. */
const sentencesBelow: Record<string, Sentence> = {
  'assessments.to_score': {
    zh: '考核：{units} 个单位还没有给本单位的人打完分，共 {count} 人',
    en: 'Assessment: {units} units have not scored all their own, {count} {count|person|people} in all',
  },
  'assessments.to_score_below': {
    zh: '考核：{units} 个单位还没有给下级的人打完分，共 {count} 人',
    en: 'Assessment: {units} units have not scored all in units below, {count} {count|person|people} in all',
  },
}

/** Whose task it is: the unit, or how many of them. */
export function unitWords({
  organisationName,
  units,
}: Pick<InboxTask, 'organisationName' | 'units'>): string {
  return units > 1 ? t('units', { count: units }) : organisationName
}
