import type { EmptyReturnItem, ReturnFinding } from '#contract/reports-returns.ts'
import { texts, type Sentence } from '../../i18n/texts.ts'

/** The words of annual returns. */
export const r = texts({
  title: { zh: '统计年报', en: 'Annual returns' },
  oneTitle: { zh: '{year} 年度基层工会统计年报', en: 'Annual return of {year}' },
  make: { zh: '编制年报', en: 'Make a return' },
  makeNote: {
    zh: '按年度末的台账封存会员和职工人数，逐个基层工会列出 901—904 各项。同一年度再编一次，就是一个更正版本，先前的保留。',
    en: 'Seals members and workers as of the end of the statistical year and lists every basic union with items 901 to 904. Made again for the same year it is a correction; the earlier one stays.',
  },
  year: { zh: '年度', en: 'Year' },
  yearHint: { zh: '按年度末那一天的台账', en: 'As of the last day of the statistical year' },
  whose: { zh: '范围', en: 'Scope' },
  emptyTitle: { zh: '还没有编制过年报', en: 'No returns yet' },
  emptyHint: {
    zh: '点“编制年报”，选年度，系统按年度末的台账列出范围内所有基层工会。',
    en: 'Choose “Make a return” and a year: all basic unions of the scope are listed as they were at its end.',
  },
  organisation: { zh: '单位', en: 'Unit' },
  period: { zh: '统计期', en: 'Period' },
  days: { zh: '{from} 至 {to}', en: '{from} to {to}' },
  unions: { zh: '基层工会', en: 'Basic unions' },
  wrong: { zh: '审核未过', en: 'To look at' },
  version: { zh: '版本', en: 'Version' },
  versionNo: { zh: '第 {version} 版', en: 'Version {version}' },
  madeAt: { zh: '编制时间', en: 'Made' },
  rule: { zh: '依据', en: 'Rule' },
  members: { zh: '会员人数', en: 'Members' },
  workers: { zh: '职工人数', en: 'Workers' },
  persons: { zh: '{count} 人', en: '{count}' },
  seal: { zh: '封存报表', en: 'Sealed report' },
  openSeal: { zh: '打开封存报表并核验', en: 'Open and verify the seal' },
  back: { zh: '所有年报', en: 'All returns' },
  download: { zh: '下载 .xlsx', en: 'Download .xlsx' },
  check: { zh: '逻辑审核', en: 'Logic check' },
  checkPassed: { zh: '全部通过', en: 'Nothing found' },
  checkFound: { zh: '{name}：{count} 个', en: '{name}: {count}' },
  comma: { zh: '、', en: ', ' },
  missingNote: {
    zh: '{items}：本系统没有这些数据，表里留空，请按上级表样补填。',
    en: '{items}: the product has nothing for these. They stay empty; fill them in by hand.',
  },
  search: { zh: '名称或代码', en: 'Name or code' },
  anyFinding: { zh: '所有未过的', en: 'Anything found' },
  statCode: { zh: '901 统计代码', en: '901 code' },
  name: { zh: '902 单位名称', en: '902 name' },
  divisionCode: { zh: '903 行政区划', en: '903 division' },
  unionType: { zh: '904 单独或联合', en: '904 kind' },
  employers: { zh: '覆盖单位', en: 'Covered' },
  womenWorkers: { zh: '女职工', en: 'Women workers' },
  migrantWorkers: { zh: '农民工', en: 'Migrant workers' },
  noLines: { zh: '没有这样的基层工会', en: 'No such unions' },
  noLinesHint: { zh: '换个条件再查。', en: 'Search for something else.' },
  codes: { zh: '统计代码', en: 'Statistical code' },
  codesNote: {
    zh: '一个工会一个代码，改名、换届、跨年都不变。上级核发或更正时在这里登记，下次编制年报起使用。',
    en: 'One code for each union, whatever it is called and in every year. Write it down here when the superior gives or corrects it; the next return uses it.',
  },
  fromRegister: { zh: '建账时的代码', en: 'From the register' },
  until: { zh: '用到 {at}', en: 'until {at}' },
  code: { zh: '新代码', en: 'New code' },
  documentNo: { zh: '文号', en: 'Document' },
  reason: { zh: '原因', en: 'Reason' },
  record: { zh: '登记代码', en: 'Write it down' },
  recorded: { zh: '已登记，下次编制年报起使用', en: 'Written down; the next return uses it' },
  openUnion: { zh: '打开工会档案', en: 'Open the union' },
})

const findingWords: Record<ReturnFinding, Sentence> = {
  code_twice: { zh: '901 代码重复', en: 'code used twice' },
  code_changed: { zh: '901 与往年不同', en: 'code changed' },
  division_missing: { zh: '缺 903', en: 'no division code' },
  type_missing: { zh: '缺 904', en: 'kind missing' },
  single_covers_others: { zh: '单独，覆盖单位不是 1', en: 'single, but not one employer' },
  joint_covers_few: { zh: '联合，覆盖单位少于 2', en: 'joint, but fewer than two employers' },
  members_exceed_workers: { zh: '会员多于职工', en: 'more members than workers' },
  women_exceed_workers: { zh: '女职工多于职工', en: 'more women than workers' },
  workers_missing: { zh: '没有职工人数', en: 'no workers reported' },
}

const emptyWords: Record<EmptyReturnItem, Sentence> = {
  womenMembers: { zh: '女会员', en: 'women members' },
  migrantMembers: { zh: '农民工会员', en: 'migrant members' },
  fullTimeOfficers: { zh: '专职工会工作人员', en: 'full-time officers' },
  negotiation: { zh: '集体协商和集体合同', en: 'collective contracts' },
  participation: { zh: '职代会和厂务公开', en: 'workers’ congresses' },
  emulation: { zh: '劳动和技能竞赛', en: 'contests' },
  protection: { zh: '劳动保护和权益保障', en: 'labour protection' },
  finance: { zh: '经费收支', en: 'finances' },
}

/** What the logic check found, in words. */
export const findingName = texts(findingWords)
/** An item of the form that stays empty, in words. */
export const emptyItemName = texts(emptyWords)
