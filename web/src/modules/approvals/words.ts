import { fill, type Sentence } from '../../i18n/texts.ts'
import { formatDay } from '../../kit/format.ts'

const kinds: Record<string, Sentence> = {
  correction: { zh: '更正本人信息', en: 'Correct own data' },
  erasure: { zh: '删除本人信息', en: 'Erase own data' },
  full_export: { zh: '导出完整号码', en: 'Export full numbers' },
  lapse: { zh: '视为自动退会', en: 'Membership lapsed' },
  expulsion: { zh: '开除会籍', en: 'Expulsion' },
  bulletin: { zh: '发布简报', en: 'Release a bulletin' },
  election: { zh: '选举请示', en: 'Request for an election' },
  election_result: { zh: '选举结果报告', en: 'Result of an election' },
}
const states: Record<string, Sentence> = {
  waiting: { zh: '待审批', en: 'waiting' },
  returned: { zh: '已退回', en: 'sent back' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
  approved: { zh: '已同意', en: 'approved' },
  refused: { zh: '未同意', en: 'refused' },
  scheduled: { zh: '已同意，等待执行', en: 'approved, to be done' },
  cancelled: { zh: '已撤回', en: 'taken back' },
  done: { zh: '已完成', en: 'done' },
}
const acts: Record<string, Sentence> = {
  submitted: { zh: '提交', en: 'submitted' },
  returned: { zh: '退回', en: 'sent back' },
  withdrawn: { zh: '撤回', en: 'withdrawn' },
  approved: { zh: '同意', en: 'approved' },
  refused: { zh: '不同意', en: 'refused' },
}
const whyNot: Record<string, Sentence> = {
  own: { zh: '这是您本人的申请，要由别的同志审批。', en: 'It is your own request: somebody else decides.' },
  signed_before: {
    zh: '您已在前一步审批过，这一步由别人审批。',
    en: 'You signed an earlier step; somebody else signs this one.',
  },
  elsewhere: { zh: '现在等别的单位审批。', en: 'It waits for somebody else.' },
  over: { zh: '已经有结果，不用再办。', en: 'It has been decided.' },
}
const fields: Record<string, Sentence> = {
  name: { zh: '姓名', en: 'Name' },
  sex: { zh: '性别', en: 'Sex' },
  birthDate: { zh: '出生日期', en: 'Date of birth' },
  ethnicGroup: { zh: '民族', en: 'Ethnic group' },
  documentKind: { zh: '证件类型', en: 'Kind of document' },
  documentNumber: { zh: '证件号码', en: 'Document number' },
  mobile: { zh: '手机号', en: 'Mobile' },
  joinedOn: { zh: '入会日期', en: 'Joined on' },
  reason: { zh: '说明', en: 'Reason' },
  membershipHolds: { zh: '会籍还有效', en: 'Membership still holds' },
  postHolds: { zh: '还担任职务', en: 'Still holds a post' },
  executeOn: { zh: '执行日期', en: 'To be done on' },
  unpaidSince: { zh: '未缴会费起始', en: 'No dues since' },
  reminded: { zh: '提醒日期', en: 'Reminded on' },
  judgmentNo: { zh: '判决书文号', en: 'Judgment' },
  groupDecidedOn: { zh: '小组讨论日期', en: 'Group decided on' },
  groupDocumentNo: { zh: '小组记录文号', en: 'Group’s record' },
  committeeDecidedOn: { zh: '委员会决定日期', en: 'Committee decided on' },
  committeeDocumentNo: { zh: '委员会文号', en: 'Committee’s record' },
  purpose: { zh: '用途', en: 'Purpose' },
  fields: { zh: '完整号码', en: 'Numbers in full' },
  members: { zh: '人数', en: 'Members' },
  bulletinTitle: { zh: '标题', en: 'Title' },
  electionTitle: { zh: '选举事项', en: 'Election' },
  electionSeats: { zh: '应选人数', en: 'Seats' },
  electionDay: { zh: '大会日期', en: 'Assembly' },
  electionElected: { zh: '当选人', en: 'Elected' },
  recallCarried: { zh: '罢免通过', en: 'Recall carried' },
  recallFailed: { zh: '罢免未通过', en: 'Recall not carried' },
  bulletinDay: { zh: '数据日期', en: 'Figures as of' },
  bulletinFigures: { zh: '数据处数', en: 'Figures' },
}
const values: Record<string, Sentence> = {
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
  male: { zh: '男', en: 'male' },
  female: { zh: '女', en: 'female' },
}
const named = (table: Record<string, Sentence>, code: string) => {
  const sentence = table[code]
  return sentence ? fill(sentence, {}) : code
}

/** What a kind of request is called. */
export const kindName = (kind: string): string => named(kinds, kind)
/** How a request stands, in words. */
export const stateName = (state: string): string => named(states, state)
/** What happened, in a word. */
export const actName = (act: string): string => named(acts, act)
/** Why one cannot decide. */
export const whyNotWords = (why: string): string => named(whyNot, why)
/** What a field of a request is called. */
export const fieldName = (field: string): string => named(fields, field)
/** A value in words where it is a code, or a list of fields; anything else as it is. */
export function valueWords(value: string): string {
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return formatDay(value)
  const parts = value.split(',')
  return parts.every((part) => part in fields) ? parts.map(fieldName).join('、') : named(values, value)
}
