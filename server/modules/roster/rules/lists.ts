/** Code lists of the roster and what else officers write for their values (import policy, section 4, Lists). */

export type ListField = 'sex' | 'ethnic_group' | 'political_affiliation' | 'education_level'

/** `value` null with `known`: the cell says "unknown". */
export interface ListReading {
  value: string | null
  known: boolean
  alias: boolean
}

/** Looks a repaired value up. An alias is marked X24, what is not in the list at all goes to review. */
export function readListValue(field: ListField, text: string): ListReading {
  return TABLES[field].get(text) ?? UNKNOWN
}

/** The values an officer can choose from. */
export function listValues(field: ListField): readonly string[] {
  return [...new Set([...TABLES[field].values()].map((reading) => reading.value))].filter(
    (value) => value !== null,
  )
}

type Aliases = Record<string, readonly string[]>

const POLITICAL: Aliases = {
  中共党员: ['党员', '共产党员', '中国共产党党员'],
  中共预备党员: ['预备党员', '中共党员（预备）', '中共党员(预备)'],
  共青团员: ['团员', '共青团'],
  民主党派: ['民革', '民盟', '民建', '民进', '农工党', '致公党', '九三学社', '台盟'],
  无党派人士: ['无党派'],
  群众: ['普通群众'],
  其他: [],
}

const EDUCATION: Aliases = {
  初中及以下: ['初中', '小学', '文盲'],
  '高中/中专': ['高中', '中专', '中技', '职高', '技校'],
  大专: ['专科', '大学专科'],
  本科: ['大学', '大学本科'],
  研究生: ['硕士', '博士', '硕士研究生', '博士研究生'],
}

const SEX: Aliases = { 男: ['M', 'm', '1', '男性'], 女: ['F', 'f', '2', '女性'] }

/** The 56 of GB/T 3304. */
const ETHNIC_GROUPS = (
  '汉族 蒙古族 回族 藏族 维吾尔族 苗族 彝族 壮族 布依族 朝鲜族 满族 侗族 瑶族 白族 土家族 哈尼族 哈萨克族 傣族 黎族 ' +
  '傈僳族 佤族 畲族 高山族 拉祜族 水族 东乡族 纳西族 景颇族 柯尔克孜族 土族 达斡尔族 仫佬族 羌族 布朗族 撒拉族 毛南族 ' +
  '仡佬族 锡伯族 阿昌族 普米族 塔吉克族 怒族 乌孜别克族 俄罗斯族 鄂温克族 德昂族 保安族 裕固族 京族 塔塔尔族 独龙族 ' +
  '鄂伦春族 赫哲族 门巴族 珞巴族 基诺族'
).split(' ')

const UNKNOWN: ListReading = Object.freeze({ value: null, known: false, alias: false })

function table(aliases: Aliases): Map<string, ListReading> {
  const readings = new Map<string, ListReading>()
  for (const [value, others] of Object.entries(aliases)) {
    for (const other of others) readings.set(other, Object.freeze({ value, known: true, alias: true }))
    readings.set(value, Object.freeze({ value, known: true, alias: false }))
  }
  return readings
}

const TABLES: Record<ListField, Map<string, ListReading>> = {
  political_affiliation: table(POLITICAL),
  education_level: table(EDUCATION),
  ethnic_group: table(Object.fromEntries(ETHNIC_GROUPS.map((name) => [name, [name.slice(0, -1)]]))),
  sex: table(SEX),
}
// GB/T 2261: 0 unknown, 9 not stated.
for (const code of ['0', '9']) TABLES.sex.set(code, Object.freeze({ value: null, known: true, alias: true }))
