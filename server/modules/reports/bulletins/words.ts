/** Figures, days and codes as a bulletin says them, in both languages. */
export type Language = 'zh' | 'en'

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

const codes: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  male: { zh: '男', en: 'men' },
  female: { zh: '女', en: 'women' },
  federation: { zh: '总工会', en: 'federations' },
  women_workers: { zh: '女职工组织', en: 'women workers’ committees' },
  industry: { zh: '产业（集团）工会', en: 'industry unions' },
  site: { zh: '工地、园区等', en: 'sites and parks' },
  part_time_chair: { zh: '兼职工会主席', en: 'part-time chairs' },
  party_affairs_officer: { zh: '专职党务专员', en: 'full-time Party-affairs officers' },
  excellent: { zh: '优秀', en: 'excellent' },
  good: { zh: '良好', en: 'good' },
  pass: { zh: '合格', en: 'pass' },
  fail: { zh: '不合格', en: 'fail' },
  not_assessed: { zh: '不参加考核', en: 'not assessed' },
  incomplete: { zh: '资料不全', en: 'incomplete' },
  public_thanks: { zh: '通报表扬', en: 'public thanks' },
  excellent_commissioner: { zh: '优秀党工专员', en: 'excellent commissioners' },
  excellent_union_worker: { zh: '优秀工会工作者', en: 'excellent union workers' },
  excellent_union: { zh: '先进工会组织', en: 'excellent unions' },
  demonstration_point: { zh: '示范点', en: 'demonstration points' },
  committee: { zh: '委员会委员', en: 'committees' },
  standing_committee: { zh: '常务委员', en: 'standing committees' },
  audit_committee: { zh: '经审委员', en: 'audit committees' },
  chair: { zh: '主席', en: 'chairs' },
  delegates: { zh: '代表', en: 'delegates' },
  two_new_venue: { zh: '“两新”阵地', en: 'two-new venues' },
  outdoor_station: { zh: '户外劳动者服务站点', en: 'stations for outdoor workers' },
  expressway_station: { zh: '高速公路服务站点', en: 'expressway stations' },
  studio: { zh: '工作室', en: 'studios' },
  introduction: { zh: '红娘引见', en: 'introductions' },
}

const words = {
  hidden: { zh: '（数量过少，不公开）', en: '(too few to be told)' },
  atLeast: { zh: '不少于', en: 'at least ' },
  itself: { zh: '未注明', en: 'not stated' },
}

/** `1804` as `1,804`; a figure that is kept back says so, and one that is told rounded down says that it is more. */
export function figureWords(
  { value, rounded, unit }: { value: number | null; rounded: boolean; unit?: string },
  language: Language,
): string {
  if (value === null) return words.hidden[language]
  const told = unit === 'fen' ? yuanWords(value) : value.toLocaleString('en-US')
  return (rounded ? words.atLeast[language] : '') + told
}

// Money is counted in fen and read in yuan.
function yuanWords(fen: number): string {
  return (fen / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })
}

/** `2026-08-19` as `2026年8月19日` or `19 August 2026`. */
export function dayWords(day: string, language: Language): string {
  const [year, month, date] = day.split('-').map(Number)
  return language === 'zh' ? `${year}年${month}月${date}日` : `${date} ${months[month! - 1]} ${year}`
}

/** What a part of a figure is called: a code in words, a name or a year as it is. */
export function labelWords(label: string, language: Language): string {
  if (label === '') return words.itself[language]
  return codes[label]?.[language] ?? label
}
