import { citizenNumbers, mobileNumbers, serviceCardNumbers, SYNTHETIC_COUNTY, type Sex } from './codes.ts'
import { isoOf, yearsAfter } from './days.ts'
import { dottedName, ordinaryName, rareName } from './names.ts'
import { randomFrom, slotsByWeight, type Random } from './random.ts'

/** A person who does not exist. List values are the plain forms of the roster's code lists. */
export interface SyntheticPerson {
  name: string
  sex: Sex
  birthDay: number
  birthDate: string
  citizenNumber: string
  mobile: string
  ethnicGroup: string
  politicalAffiliation: string
  educationLevel: string
  householdType: string
  householdPlace: string
  isMigrantWorker: boolean
  job: string
}

/** What the caller decides about a person; the rest is drawn. */
export interface PersonProfile {
  sex: Sex
  birthDay: number
  isMigrantWorker: boolean
}

export interface PeopleMaker {
  /** Another person: the citizen number, the mobile and the pair of name and birth date occur once. */
  next(profile: PersonProfile): SyntheticPerson
  nextServiceCard(): string
}

export const JOBS = [
  ...[
    '操作工',
    '装配工',
    '检验员',
    '仓管员',
    '叉车工',
    '焊工',
    '电工',
    '数控车工',
    '钳工',
    '注塑工',
    '缝纫工',
    '包装工',
  ],
  ...[
    '会计',
    '出纳',
    '行政专员',
    '人事专员',
    '销售代表',
    '客服专员',
    '采购员',
    '文员',
    '程序员',
    '设计师',
    '工程师',
    '技术员',
  ],
  ...[
    '驾驶员',
    '配送员',
    '保洁员',
    '保安员',
    '厨师',
    '服务员',
    '护理员',
    '保育员',
    '教师',
    '社工',
    '班组长',
    '车间主任',
  ],
]

/** The workshops and groups of an employer. */
export const UNION_GROUPS = [
  ...['一车间', '二车间', '三车间', '装配班', '注塑班', '缝制班', '质检部', '仓储部', '行政部', '财务部'],
  ...['销售部', '研发中心', '后勤组', '运输队', '客服部'],
]

const COUNTIES = slotsByWeight(
  [
    [SYNTHETIC_COUNTY, 56],
    ...(['330699', '331099', '340199', '341199', '360199', '361199', '410199', '411599'] as const).map(
      (c) => [c, 4] as const,
    ),
    ...(['420199', '430199', '510199', '520199', '530199'] as const).map((county) => [county, 2] as const),
  ],
  1024,
)
const PLACES: Record<string, string> = {
  33: '浙江',
  34: '安徽',
  36: '江西',
  41: '河南',
  42: '湖北',
  43: '湖南',
  51: '四川',
  52: '贵州',
  53: '云南',
}
const ETHNIC_GROUPS = slotsByWeight<string>([
  ['汉族', 965],
  ['土家族', 8],
  ['苗族', 7],
  ['回族', 5],
  ['畲族', 5],
  ['壮族', 4],
  ['布依族', 3],
  ['满族', 2],
  ['侗族', 2],
])
const POLITICAL_YOUNG = slotsByWeight<string>([
  ['群众', 480],
  ['共青团员', 450],
  ['中共党员', 60],
  ['中共预备党员', 10],
])
const POLITICAL = slotsByWeight<string>([
  ['群众', 830],
  ['中共党员', 148],
  ['中共预备党员', 8],
  ['民主党派', 7],
  ['无党派人士', 7],
])
const EDUCATION = slotsByWeight<string>([
  ['初中及以下', 18],
  ['高中/中专', 30],
  ['大专', 27],
  ['本科', 22],
  ['研究生', 3],
])

/**
 * Makes people for one seed, as of one day. Every 400th has a character outside the basic plane, every 300th a name with ·. Nobody gets
 * the number of another maker's people while of these no more than `taken` share a birthday.
 */
export function peopleMaker(seed: number, today: number, taken = 0): PeopleMaker {
  // Membership of the Youth League ends at 28.
  const leagueFrom = yearsAfter(today, -28)
  const random = randomFrom(`${seed}:people`)
  const citizenNumber = citizenNumbers(taken)
  const mobile = mobileNumbers(seed)
  const namesakes = new Set<string>()
  let made = 0
  const freshName = (sex: Sex, birthDate: string, make: typeof ordinaryName): string => {
    for (;;) {
      const name = make(random, sex)
      // Same name and birth date with two numbers is what an importer must ask about, so it never comes by chance.
      const key = name + birthDate
      if (namesakes.has(key)) continue
      namesakes.add(key)
      return name
    }
  }
  return {
    next: ({ sex, birthDay, isMigrantWorker }) => {
      made++
      const birthDate = isoOf(birthDay)
      const isDotted = made % 300 === 150
      const make = isDotted ? dottedName : made % 400 === 60 ? rareName : ordinaryName
      const county = isDotted ? '650199' : random.pick(COUNTIES)
      return {
        name: freshName(sex, birthDate, make),
        sex,
        birthDay,
        birthDate,
        citizenNumber: citizenNumber(county, birthDay, sex),
        mobile: mobile(),
        ethnicGroup: isDotted ? (made % 600 === 150 ? '维吾尔族' : '哈萨克族') : random.pick(ETHNIC_GROUPS),
        politicalAffiliation: random.pick(birthDay > leagueFrom ? POLITICAL_YOUNG : POLITICAL),
        educationLevel: random.pick(EDUCATION),
        householdType: isMigrantWorker ? '农村' : '城镇',
        householdPlace: isDotted ? '新疆' : PLACES[county.slice(0, 2)]!,
        isMigrantWorker,
        job: random.pick(JOBS),
      }
    },
    nextServiceCard: serviceCardNumbers(seed),
  }
}

/** A birthday of somebody at work: 18 to 58 years old on the day, most of them between 25 and 45. */
export function workerBirthDay(random: Random, today: number): number {
  const years = 18.1 + (random.unit() * 0.55 + random.unit() * 0.45) * 40
  return Math.floor(today - years * 365.2425)
}
