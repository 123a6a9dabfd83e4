import type { Founder, NewTenant } from './real-tenant.ts'

/** What `gonghui init` asks, in this order. The last four are a person and her log-in, `NAME:LOGIN`. */
export const answerNames = ['name', 'division', 'code', 'system', 'security', 'audit', 'officer'] as const

export type AnswerName = (typeof answerNames)[number]
export type Answers = Record<AnswerName, string>

const administrators = ['system', 'security', 'audit'] as const
const people = [...administrators, 'officer'] as const

// GB/T 2260: the first two digits are a province, a region, a municipality or a special administrative region.
const provinces = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])\d{4}$/

/** Why an answer cannot stand beside those given so far, as a sentence; null when it can. */
export function wrongAnswer(name: AnswerName, answer: string, soFar: Partial<Answers>): string | null {
  switch (name) {
    case 'name':
      return answer.trim().length >= 2
        ? null
        : "The federation's name is missing: write it in full. 请写总工会全称。"
    case 'division':
      return provinces.test(answer.trim())
        ? null
        : 'The division code must be the six digits of GB/T 2260, such as 330205. 行政区划代码是六位数字。'
    case 'code':
      return /^[a-z][a-z0-9-]{1,39}$/.test(answer.trim().toLowerCase())
        ? null
        : 'The tenant code must be 2 to 40 small letters, digits and hyphens, such as "ningbo-jiangbei". 代号用 2 到 40 个小写字母、数字和连字符，以字母开头。'
    default:
      return wrongFounder(name, answer, soFar)
  }
}

/** Every sentence that the answers together deserve; none when a tenant can be made from them. */
export function wrongAnswers(answers: Answers): string[] {
  return answerNames
    .map((name, at) => {
      const before = Object.fromEntries(answerNames.slice(0, at).map((each) => [each, answers[each]]))
      return wrongAnswer(name, answers[name], before)
    })
    .filter((sentence) => sentence !== null)
}

/** The tenant of answers that are all right. */
export function tenantOf(answers: Answers): NewTenant {
  const founder = (name: AnswerName) => founderOf(answers[name])!
  return {
    name: answers.name.trim(),
    code: answers.code.trim().toLowerCase(),
    divisionCode: answers.division.trim(),
    system: founder('system'),
    security: founder('security'),
    audit: founder('audit'),
    officer: founder('officer'),
  }
}

function wrongFounder(name: (typeof people)[number], answer: string, soFar: Partial<Answers>): string | null {
  const founder = founderOf(answer)
  if (founder === null) return `--${name} is NAME:LOGIN, such as "王秋实:wangqiushi". 请写“姓名:账号”。`
  if (!/^[a-z0-9][a-z0-9._@-]{2,99}$/i.test(founder.login))
    return `The login of the ${name} account must be 3 or more letters, digits, dots or hyphens. 账号至少三位，用字母、数字、点或连字符。`
  const others = people.filter((each) => each !== name && soFar[each] !== undefined)
  const clash = others.find(
    (each) => founderOf(soFar[each]!)?.login.toLowerCase() === founder.login.toLowerCase(),
  )
  if (clash !== undefined)
    return `Every log-in belongs to one person: four different ones ("${founder.login}" is taken by ${clash}). 每个账号只能属于一个人。`
  const isAdministrator = administrators.some((each) => each === name)
  const same = others.find(
    (each) => each !== 'officer' && isAdministrator && founderOf(soFar[each]!)?.name === founder.name,
  )
  return same === undefined
    ? null
    : 'System, security and audit administrator must be three different persons (三员分立): one alone could hide what she does. 三位管理员必须是三个不同的人。'
}

function founderOf(text: string): Founder | null {
  const [name, login, ...more] = text.split(/[:：]/).map((part) => part.trim())
  return !name || !login || more.length > 0 ? null : { name, login }
}
