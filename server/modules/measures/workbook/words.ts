import type { Measure } from '#contract/measures.ts'
import type { Language, Sentence } from '#contract/sentence.ts'

const units: Record<string, Sentence> = {
  organisations: { zh: '家', en: 'organisations' },
  workers: { zh: '人', en: 'workers' },
  persons: { zh: '人', en: 'persons' },
  events: { zh: '场', en: 'events' },
  participations: { zh: '人次', en: 'person-times' },
  sheets: { zh: '张', en: 'sheets' },
  'pair-times': { zh: '对次', en: 'pair-times' },
  pairs: { zh: '对', en: 'pairs' },
  couples: { zh: '对', en: 'couples' },
  venues: { zh: '个', en: 'venues' },
  honours: { zh: '项', en: 'honours' },
  elections: { zh: '次', en: 'elections' },
  // Money is counted in fen and told in yuan.
  fen: { zh: '元', en: 'yuan' },
}

const breakdowns: Record<string, Sentence> = {
  organisation: { zh: '单位', en: 'Unit' },
  year: { zh: '年份', en: 'Year' },
  host_kind: { zh: '主办', en: 'Host' },
  sex: { zh: '性别', en: 'Sex' },
  commissioner_kind: { zh: '任职方式', en: 'Kind' },
  stipend_month: { zh: '月份', en: 'Month' },
  payer: { zh: '出资方', en: 'Payer' },
  level: { zh: '层级', en: 'Level' },
}

const kinds: Record<string, Sentence> = {
  female: { zh: '女', en: 'Women' },
  male: { zh: '男', en: 'Men' },
  federation: { zh: '总工会', en: 'Federations' },
  women_workers: { zh: '女职工组织', en: 'Women workers’ bodies' },
  industry: { zh: '产业（集团）工会', en: 'Industry unions' },
  site: { zh: '基层工会', en: 'Unions of sites' },
  introduction: { zh: '红娘引见', en: 'Introductions' },
  part_time_chair: { zh: '兼职工会主席', en: 'Part-time chairs' },
  party_affairs_officer: { zh: '专职党务专员', en: 'Full-time Party-affairs officers' },
  two_new_committee: { zh: '两新工委', en: 'two-new committee' },
  district_federation: { zh: '区总工会', en: 'district federation' },
  street_town: { zh: '街道（镇）', en: 'street or town' },
  district_finance: { zh: '区财政', en: 'district finance' },
  superior_union: { zh: '上级工会', en: 'superior union' },
  district: { zh: '区级', en: 'district level' },
  street: { zh: '街道级', en: 'street level' },
  member: { zh: '会员', en: 'member' },
  retained: { zh: '保留会籍', en: 'retained membership' },
  new_economic: { zh: '新经济组织', en: 'new economic organisation' },
  new_social: { zh: '新社会组织', en: 'new social organisation' },
}

/** What a workbook of figures says besides figures, in one language; a code without words stays a code. */
export function wordsIn(language: Language) {
  const of = (table: Record<string, Sentence>, code: string) => table[code]?.[language] ?? code
  const zh = language === 'zh'
  return {
    measure: (measure: Pick<Measure, 'zh' | 'en'>) => measure[language],
    unit: (code: string) => of(units, code),
    breakdown: (code: string) => of(breakdowns, code),
    kind: (code: string) => of(kinds, code),
    sheet: zh ? '数据' : 'Figures',
    rowsSheet: zh ? '明细' : 'Rows',
    total: zh ? '合计' : 'Total',
    hidden: zh ? '过少，不显示' : 'too few to show',
    earlier: zh ? '对比时期' : 'Earlier',
    change: zh ? '增减' : 'Change',
    row: zh ? '名称' : 'Name',
    detail: zh ? '说明' : 'Detail',
    rounded: zh
      ? '只看合计的身份：数字向下取整，过少的不显示。'
      : 'For posts that see counts only: numbers are rounded down, small ones are not shown.',
    mark: (where: string, day: string, purpose: string) =>
      zh ? `${where} ${day} 导出，用途：${purpose}` : `${where}, exported on ${day} for: ${purpose}`,
    asOf: (day: string) => (zh ? `截至 ${day}` : `as of ${day}`),
    knownAt: (moment: string) => (zh ? `按 ${moment} 掌握的情况` : `as it was known at ${moment}`),
    period: (from: string, to: string) => (zh ? `${from} 至 ${to}` : `from ${from} to ${to}`),
  }
}

export type Words = ReturnType<typeof wordsIn>
