import type { Sentence } from './sentence.ts'

/** What acts on the register of organisations and imports of rosters are called in the audit log. */
export const registerSentences = {
  'organisations.changed': {
    zh: '变更了组织信息（{startsOn} 起）',
    en: 'changed an organisation from {startsOn} on',
  },
  'organisations.closed': {
    zh: '撤销了组织（{endedOn}），当时有会员 {members} 名',
    en: 'closed an organisation on {endedOn}; it had {members} {members|member|members}',
  },
  'organisations.coverage_ended': {
    zh: '结束了工会对单位的覆盖（{endsBefore}）',
    en: 'ended a union’s coverage of an employer ({endsBefore})',
  },
  'organisations.coverage_recorded': {
    zh: '登记了工会对单位的覆盖（{startsOn} 起）',
    en: 'recorded a union’s coverage of an employer from {startsOn} on',
  },
  'organisations.created': {
    zh: '新建了组织（{startsOn} 起）',
    en: 'created an organisation from {startsOn} on',
  },
  'organisations.headcount_recorded': {
    zh: '填报了职工人数 {workers} 人（{asOf}）',
    en: 'reported {workers} {workers|worker|workers} for {asOf}',
  },
  'organisations.merged': {
    zh: '把组织并入了另一个组织（{happenedOn}）',
    en: 'merged an organisation into another one on {happenedOn}',
  },
  'organisations.moved': {
    zh: '调整了组织的上级（{startsOn} 起）',
    en: 'moved an organisation to another parent from {startsOn} on',
  },
  'organisations.register_imported': {
    zh: '导入了组织台账：新增 {created} 个，变更 {changed} 个',
    en: 'imported a register: {created} created, {changed} changed',
  },
  'organisations.register_undone': {
    zh: '撤回了组织台账的导入：撤回 {undone} 个，保留 {left} 个',
    en: 'took a register import back: {undone} undone, {left} left',
  },
  'organisations.split': { zh: '分立了组织（{happenedOn}）', en: 'split an organisation on {happenedOn}' },
  'organisations.term_recorded': {
    zh: '登记了届期：{electedOn} 选举，任期 {termYears} 年',
    en: 'recorded a term of {termYears} years, elected on {electedOn}',
  },
  'organisations.tied': { zh: '登记了组织之间的关系', en: 'recorded a tie between organisations' },
  'roster.commit_asked': { zh: '提交了名册导入', en: 'asked to commit an import' },
  'roster.committed': { zh: '名册导入已入库', en: 'committed an import' },
  'roster.files_removed': {
    zh: '移除了 {files} 份导入原文件（其中有已删除个人信息的人）',
    en: 'removed {files} uploaded {files|file|files} that named somebody erased',
  },
  'roster.remapped': {
    zh: '重新指定了 {columns} 个列的含义',
    en: 'said anew what {columns} {columns|column|columns} of a file mean',
  },
  'roster.row_fixed': { zh: '改正了导入中的一行', en: 'mended a row of an import' },
  'roster.rows_returned': {
    zh: '下载了 {rows} 行退回的名册',
    en: 'downloaded {rows} returned {rows|row|rows}',
  },
  'roster.undo_asked': { zh: '要求撤回导入', en: 'asked to take an import back' },
  'roster.undone': { zh: '导入已撤回', en: 'took an import back' },
  'roster.uploaded': { zh: '上传了名册文件', en: 'uploaded a roster' },
} as const satisfies Record<string, Sentence>
