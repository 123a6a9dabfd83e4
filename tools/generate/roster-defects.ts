import { citizenCheck } from './codes.ts'
import { isoOf, yearsAfter } from './days.ts'
import type { Random } from './random.ts'
import type { RosterRow } from './roster-rows.ts'
import type { Cell } from './xlsx.ts'

/** One mistake of a sender: changes the cells and says how an importer must judge the row. */
export interface Defect {
  /** For which rows it can be used; all where it is left out. */
  fits?: (row: RosterRow) => boolean
  /** Only a workbook has number cells; in .csv every value is text. */
  workbookOnly?: true
  /** Changes what a merged cell holds, so it cannot be used where employers are merged. */
  changesEmployer?: true
  /** The row stands in the file twice. */
  repeats?: true
  plant: (row: RosterRow) => void
}

const reject = (row: RosterRow, code: string, why: string) => row.rejected.push([code, why])
const review = (row: RosterRow, code: string, why: string) => row.review.push([code, why])

function repair(row: RosterRow, field: string, written: Cell, ...codes: string[]): void {
  row.cells[field] = written
  for (const code of codes) row.normalisations.add(code)
}

const idOf = (row: RosterRow) => row.expected.id_number as string
const mobileOf = (row: RosterRow) => row.expected.mobile as string
const dateOf = (row: RosterRow) => isoOf(row.joinDay).split('-') as [string, string, string]
const fullWidth = (text: string) =>
  text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))
const hasX = (row: RosterRow) => idOf(row).endsWith('X')

const NUMBER_DEFECTS: Defect[] = [
  {
    workbookOnly: true,
    plant: (row) => {
      row.cells.id_number = Number(`${idOf(row).slice(0, 15)}000`)
      reject(row, 'X01', '身份证号是数值格式，第16位以后已丢失，无法采信')
    },
  },
  {
    // With a check digit that does not fit, as for nine numbers in ten.
    fits: (row) => citizenCheck(`${idOf(row).slice(0, 15)}00`) !== '0',
    plant: (row) => {
      row.cells.id_number = `${idOf(row).slice(0, 15)}000`
      reject(row, 'X02', '身份证号末三位为000，疑似曾被Excel截断')
      reject(row, 'X09', '身份证号不正确')
    },
  },
  {
    plant: (row) => {
      row.cells.id_number = `${idOf(row)[0]}.${idOf(row).slice(1, 6)}E+17`
      reject(row, 'X03', '身份证号是科学计数法，号码已丢失')
    },
  },
  { plant: (row) => repair(row, 'id_number', `'${idOf(row)}`, 'X04') },
  { fits: (row) => !hasX(row), plant: (row) => repair(row, 'id_number', fullWidth(idOf(row)), 'X05') },
  { plant: (row) => repair(row, 'id_number', `${idOf(row).slice(0, 6)}\u00a0${idOf(row).slice(6)}`, 'X06') },
  { fits: hasX, plant: (row) => repair(row, 'id_number', idOf(row).toLowerCase(), 'X07') },
  {
    fits: hasX,
    plant: (row) => {
      row.cells.id_number = `${idOf(row).slice(0, 17)}Х`
      review(row, 'X07', '身份证号末位不是字母X，请核对')
    },
  },
  {
    fits: (row) => isoOf(row.birthDay) < '2000',
    plant: (row) => {
      row.cells.id_number = idOf(row).slice(0, 6) + idOf(row).slice(8, 17)
      review(row, 'X08', '15位旧身份证号，请确认换算后的18位号码')
    },
  },
  {
    plant: (row) => {
      const right = idOf(row).charAt(17)
      row.cells.id_number = idOf(row).slice(0, 17) + (right === '7' ? '4' : '7')
      reject(row, 'X09', '身份证号不正确')
    },
  },
  {
    plant: (row) => {
      row.cells.id_number = idOf(row).slice(0, 17)
      reject(row, 'X09', '身份证号不正确')
    },
  },
  {
    plant: (row) => {
      row.cells.id_number = null
      reject(row, 'M01', '缺少身份证号')
    },
  },
]

const PERSON_DEFECTS: Defect[] = [
  {
    plant: (row) => {
      row.cells.full_name = null
      reject(row, 'M01', '缺少姓名')
    },
  },
  {
    plant: (row) => {
      row.cells.full_name = `${row.cells.full_name as string}（借）`
      review(row, 'M03', '姓名含有括号或数字，请核对')
    },
  },
  { plant: (row) => repair(row, 'full_name', [...(row.cells.full_name as string)].join('\u3000'), 'X06') },
  {
    fits: (row) => (row.cells.full_name as string).includes('·'),
    plant: (row) => repair(row, 'full_name', (row.cells.full_name as string).replace('·', '•'), 'X05'),
  },
  {
    plant: (row) => {
      row.cells.sex = row.expected.sex === '男' ? '女' : '男'
      review(row, 'X10', '性别与身份证号不一致')
    },
  },
  { plant: (row) => repair(row, 'sex', row.expected.sex === '男' ? 'M' : 'F', 'X24') },
  {
    plant: (row) => {
      row.cells.birth_date = isoOf(row.birthDay + 400)
      review(row, 'X10', '出生日期与身份证号不一致')
    },
  },
  {
    fits: (row) => row.expected.ethnic_group === '汉族',
    plant: (row) => repair(row, 'ethnic_group', '汉', 'X24'),
  },
  {
    plant: (row) => {
      row.cells.education_level = '进修班'
      review(row, 'X24', '选项不在代码表中，请选择')
    },
  },
  { plant: (row) => repair(row, 'mobile', `+86${mobileOf(row)}`, 'X25') },
  { plant: (row) => repair(row, 'mobile', mobileOf(row).replace(/^(...)(....)/, '$1-$2-'), 'X25') },
  {
    plant: (row) => {
      repair(row, 'mobile', '无', 'X25')
      row.expected.mobile = null
    },
  },
  {
    plant: (row) => {
      row.cells.mobile = `${mobileOf(row)}12`
      review(row, 'X25', '手机号码不是11位有效号码')
    },
  },
  {
    plant: (row) => {
      row.cells.remark = '已退休'
      review(row, 'X29', '备注含需要人工处理的内容')
    },
  },
  { plant: (row) => repair(row, 'remark', "=cmd|'/c calc'!A1", 'X27') },
  { repeats: true, plant: () => {} },
]

const DATE_DEFECTS: Defect[] = [
  {
    plant: (row) => {
      const [year, month, day] = dateOf(row)
      repair(row, 'join_date', `${year}.${Number(month)}.${Number(day)}`, 'X11')
    },
  },
  {
    // A month counts to its last day, which must not lie after today.
    fits: (row) => row.today - row.joinDay > 31,
    plant: (row) => {
      const [year, month] = dateOf(row)
      repair(row, 'join_date', `${year}年${Number(month)}月`, 'X11')
      row.expected.join_date = { value: `${year}-${month}`, precision: 'month' }
    },
  },
  { plant: (row) => repair(row, 'join_date', dateOf(row).join(''), 'X11') },
  // Excel's serial day counts from 1899-12-30.
  { workbookOnly: true, plant: (row) => repair(row, 'join_date', row.joinDay + 25_569, 'X11') },
  {
    plant: (row) => {
      const [year, month, day] = dateOf(row)
      row.cells.join_date = `${year.slice(2)}/${Number(month)}/${Number(day)}`
      review(row, 'X11', '日期无法确定')
    },
  },
  {
    plant: (row) => {
      row.cells.join_date = isoOf(yearsAfter(row.birthDay, 14))
      review(row, 'M02', '入会时未满16周岁')
    },
  },
]

const EMPLOYER_DEFECTS: Defect[] = [
  {
    changesEmployer: true,
    fits: (row) => row.employer.name.includes('（'),
    plant: (row) =>
      repair(row, 'employer_name', row.employer.name.replace('（', '(').replace('）', ')'), 'X22'),
  },
  {
    changesEmployer: true,
    plant: (row) => repair(row, 'employer_uscc', row.employer.uscc.replaceAll('0', 'O'), 'U02'),
  },
  {
    changesEmployer: true,
    plant: (row) => {
      row.cells.employer_uscc = row.employer.unionUscc
      review(row, 'X23', '单位代码栏填的是工会的统一社会信用代码')
    },
  },
  {
    changesEmployer: true,
    plant: (row) => {
      const right = row.employer.uscc.charAt(17)
      row.cells.employer_uscc = row.employer.uscc.slice(0, 17) + (right === '3' ? '4' : '3')
      review(row, 'U01', '统一社会信用代码校验不通过')
    },
  },
  {
    changesEmployer: true,
    plant: (row) => {
      row.cells.union_name = '江南街道联合工会'
      review(row, 'X22', '所属工会不在台账中，请选择')
    },
  },
]

const DEFECTS = [...NUMBER_DEFECTS, ...PERSON_DEFECTS, ...DATE_DEFECTS, ...EMPLOYER_DEFECTS]

/** Chooses defects in turn, so that all kinds come about equally often; one that does not fit a row is left for the next. */
export function defectPlanter(
  random: Random,
  allowed: (defect: Defect) => boolean,
): (row: RosterRow) => Defect | null {
  const waiting = random.shuffle(DEFECTS.filter(allowed))
  return (row) => {
    const at = waiting.findIndex((defect) => defect.fits?.(row) ?? true)
    if (at < 0) return null
    const [defect] = waiting.splice(at, 1) as [Defect]
    waiting.push(defect)
    defect.plant(row)
    return defect
  }
}
