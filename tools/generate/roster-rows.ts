import { draftRow, type DraftRow } from './expectation.ts'
import { isoOf, yearsAfter } from './days.ts'
import { peopleMaker, UNION_GROUPS, workerBirthDay } from './people.ts'
import { randomFrom } from './random.ts'
import type { RegisterEmployer } from './register.ts'

/** The columns of a roster with the header that officers use most and other headers for the same column (rules 3.1). */
export const ROSTER_COLUMNS = [
  { key: 'no', header: '序号', others: ['编号'] },
  { key: 'full_name', header: '姓名', others: ['会员姓名', '职工姓名'] },
  { key: 'sex', header: '性别', others: ['性别*'] },
  { key: 'id_type', header: '证件类型', others: ['证件名称'] },
  { key: 'id_number', header: '身份证号', others: ['公民身份号码', '身份证号码', '证件号码*'] },
  { key: 'birth_date', header: '出生日期', others: ['出生年月'] },
  { key: 'ethnic_group', header: '民族', others: ['民 族'] },
  { key: 'political_affiliation', header: '政治面貌', others: ['政治面貌*'] },
  { key: 'education_level', header: '学历', others: ['文化程度'] },
  { key: 'mobile', header: '手机号码', others: ['联系电话', '移动电话'] },
  { key: 'employer_name', header: '工作单位', others: ['所在单位', '工作单位（全称）'] },
  { key: 'employer_uscc', header: '单位统一社会信用代码', others: ['单位统一社会信用代码*'] },
  { key: 'union_name', header: '所属工会', others: ['基层工会名称'] },
  { key: 'union_group', header: '部门/班组', others: ['工会小组', '车间'] },
  { key: 'job', header: '职务/岗位', others: ['工种'] },
  { key: 'employment_form', header: '用工形式', others: ['用工形式'] },
  { key: 'household_type', header: '户籍类型', others: ['户籍类型'] },
  { key: 'household_place', header: '户籍所在地', others: ['户籍所在地'] },
  { key: 'join_date', header: '入会时间', others: ['入会日期'] },
  { key: 'remark', header: '备注', others: ['备注'] },
] as const

export type RosterRow = DraftRow & {
  employer: RegisterEmployer
  birthDay: number
  joinDay: number
  today: number
}

export interface RosterWanted {
  employers: readonly RegisterEmployer[]
  seed: number
  /** Day number of "today" for ages and joining dates. */
  today: number
  /** People of one birthday and sex whose numbers are left to others. */
  taken?: number
}

/** Clean rows, employer by employer, one person at a time; what an importer must read stands beside each. */
export function* rosterRows({
  employers,
  seed,
  today,
  taken,
}: RosterWanted): Generator<RosterRow, void, undefined> {
  const random = randomFrom(`${seed}:roster`)
  const maker = peopleMaker(seed, today, taken)
  let number = 0
  for (const employer of employers) {
    for (let at = 0; at < employer.members; at++) {
      const birthDay = workerBirthDay(random, today)
      const person = maker.next({
        sex: random.chance(employer.women / employer.workers) ? 'female' : 'male',
        birthDay,
        isMigrantWorker: random.chance(0.4),
      })
      const joinDay = random.between(Math.max(yearsAfter(birthDay, 18), yearsAfter(today, -20)), today - 1)
      const joinDate = isoOf(joinDay)
      const judged = {
        full_name: person.name,
        id_number: person.citizenNumber,
        mobile: person.mobile,
        sex: person.sex === 'male' ? '男' : '女',
        birth_date: person.birthDate,
        ethnic_group: person.ethnicGroup,
        political_affiliation: person.politicalAffiliation,
        education_level: person.educationLevel,
        employer_name: employer.name,
        employer_uscc: employer.uscc,
        union_name: employer.unionName,
      }
      const cells = {
        ...judged,
        no: ++number,
        id_type: '居民身份证',
        union_group: random.pick(UNION_GROUPS),
        job: person.job,
        employment_form: '合同制',
        household_type: person.householdType,
        household_place: person.householdPlace,
        join_date: joinDate,
        remark: null,
      }
      const row = draftRow(cells, { ...judged, join_date: { value: joinDate, precision: 'day' } })
      yield Object.assign(row, { employer, birthDay, joinDay, today })
    }
  }
}
