import { makeUscc, type UsccRegister } from './codes.ts'
import { slotsByWeight, type Random } from './random.ts'

/** An employer that does not exist: non-public enterprise or social organisation. */
export interface SyntheticEmployer {
  name: string
  uscc: string
  twoNew: 'new_economic' | 'new_social'
  /** One of the 20 classes 01-20 of the national classification, as union registers write them. */
  industryCode: string
  /** Code of the employer's nature in the union register: 159, 160, 170 … for companies, 700 for social organisations. */
  natureCode: string
}

// Two rare characters of this list make a brand that no registered company should bear.
const BRAND = [
  ...'霁桁岫珩翊昫榉杼蘅沅麓屿汀熠砚黛澍甄湜崚旌芃埏珺淙棹澜洹岑禾筱漪骞峤峣瀛琚珈鄞奭绥暄煦翀翮翯筠箴纮缙耘胤舻菘葳蔚',
]
const TRADES: readonly (readonly [trade: string, industryCode: string, weight: number])[] = [
  ['精密机械', '03', 9],
  ['电子科技', '03', 7],
  ['服饰', '03', 6],
  ['塑胶制品', '03', 5],
  ['五金工具', '03', 6],
  ['汽车零部件', '03', 6],
  ['包装材料', '03', 4],
  ['医疗器械', '03', 2],
  ['环保设备', '03', 3],
  ['纺织', '03', 3],
  ['印刷', '03', 2],
  ['模具', '03', 4],
  ['照明电器', '03', 3],
  ['家具', '03', 2],
  ['食品', '03', 3],
  ['建筑工程', '05', 5],
  ['装饰设计', '05', 4],
  ['商贸', '06', 8],
  ['进出口', '06', 6],
  ['汽车销售', '06', 2],
  ['物流', '07', 6],
  ['国际货运代理', '07', 4],
  ['餐饮管理', '08', 5],
  ['酒店管理', '08', 3],
  ['软件技术', '09', 4],
  ['网络科技', '09', 4],
  ['物业服务', '11', 4],
  ['人力资源', '12', 3],
  ['广告传媒', '12', 3],
  ['保安服务', '12', 1],
  ['检测技术', '13', 2],
  ['园林绿化', '14', 2],
  ['家政服务', '15', 2],
]
const SOCIAL: readonly (readonly [kind: string, industryCode: string, weight: number])[] = [
  ['幼儿园', '16', 6],
  ['职业培训学校', '16', 3],
  ['养老服务中心', '17', 4],
  ['社会工作服务中心', '17', 4],
  ['公益促进会', '17', 2],
  ['残疾人托养服务中心', '17', 1],
  ['艺术交流中心', '18', 2],
  ['体育俱乐部', '18', 2],
]
const FORMS = slotsByWeight<readonly [form: string, natureCode: string]>([
  [['有限公司', '170'], 80],
  [['股份有限公司', '169'], 5],
  [['有限责任公司', '159'], 8],
  [['厂', '170'], 7],
])
const tradeSlots = slotsByWeight(TRADES.map((trade) => [trade, trade[2]] as const))
const socialSlots = slotsByWeight(SOCIAL.map((kind) => [kind, kind[2]] as const))

export interface EmployerMaker {
  /** Another enterprise, or one of every eleven a social organisation; no name and no code twice. */
  next(): SyntheticEmployer
  /** Another code for a body of the given register, different from all others of this maker. */
  nextUscc(register: UsccRegister): string
}

/** Makes employers whose names begin with the city, or for social organisations with the district. */
export function employerMaker(random: Random, place: { city: string; district: string }): EmployerMaker {
  const names = new Set<string>()
  let serial = random.between(100_000, 900_000)
  const nextUscc = (register: UsccRegister) => makeUscc(register, (serial += random.between(1, 40)))
  const fresh = (make: () => string): string => {
    for (;;) {
      const name = make()
      if (!names.has(name)) {
        names.add(name)
        return name
      }
    }
  }
  return {
    nextUscc,
    next: () => {
      if (random.chance(1 / 11)) {
        const [kind, industryCode] = random.pick(socialSlots)
        const name = fresh(() => place.district + brand(random) + kind)
        return { name, uscc: nextUscc('52'), twoNew: 'new_social', industryCode, natureCode: '700' }
      }
      const [trade, industryCode] = random.pick(tradeSlots)
      const [form, natureCode] = random.pick(FORMS)
      // The place in brackets is what sheets write with half-width brackets half of the time.
      const isBracketed = form === '有限公司' && random.chance(0.07)
      const name = fresh(() =>
        isBracketed
          ? `${brand(random)}（${place.city}）${trade}${form}`
          : place.city + brand(random) + trade + form,
      )
      return { name, uscc: nextUscc('91'), twoNew: 'new_economic', industryCode, natureCode }
    },
  }
}

/** The ordinary name of an employer's own union. */
export function unionNameOf(employerName: string): string {
  return `${employerName}工会委员会`
}

/** Sizes as employers have them (few large, many small), each at least `least`, with exactly the given sum. */
export function skewedSizes(
  random: Random,
  wanted: { count: number; total: number; least: number },
): number[] {
  const spare = wanted.total - wanted.count * wanted.least
  if (spare < 0)
    throw new RangeError(
      `${wanted.total} cannot be shared by ${wanted.count} with at least ${wanted.least} each`,
    )
  const weights = Array.from({ length: wanted.count }, () => Math.exp(1.15 * random.normal()))
  return shareOut(spare, weights).map((share) => share + wanted.least)
}

/** Shares a whole number by weights, so that the parts are whole and their sum is exact (largest remainders). */
export function shareOut(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0)
  const exact = weights.map((weight) => (weight / sum) * total)
  const parts = exact.map(Math.floor)
  const left = total - parts.reduce((a, b) => a + b, 0)
  const byRemainder = exact
    .map((_, at) => at)
    .sort((a, b) => exact[b]! - parts[b]! - (exact[a]! - parts[a]!) || a - b)
  for (const at of byRemainder.slice(0, left)) parts[at]!++
  return parts
}

function brand(random: Random): string {
  const first = random.pick(BRAND)
  for (;;) {
    const second = random.pick(BRAND)
    if (second !== first) return first + second + (random.chance(0.25) ? random.pick(BRAND) : '')
  }
}
