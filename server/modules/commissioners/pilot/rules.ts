import type { Grade } from '#contract/assessments-schemes.ts'
import type { PilotGrade, PilotRequirement } from '#contract/commissioners-pilot.ts'

/** A grade of the rule `commissioners.pilot_grades`: the last `periods` closed assessments must be at least `leastGrade`. */
export interface GradeRule {
  code: PilotGrade
  years: number
  classHours: number
  periods: number
  leastGrade: Grade | null
}

/** What is known of somebody on a day, kept as proof with a step. `grades`: of closed assessments, the latest first. */
export interface PilotFacts {
  daysServed: number
  inductionOn: string | null
  classHours: number
  grades: readonly { assessmentId: string; grade: Grade; endsBefore: string }[]
}

const order: readonly string[] = ['fail', 'pass', 'good', 'excellent']
const daysOfYear = 365

/** The grade after the one held (null: none yet); undefined at the top. */
export function nextGrade(rules: readonly GradeRule[], held: PilotGrade | null): GradeRule | undefined {
  return rules[held === null ? 0 : rules.findIndex(({ code }) => code === held) + 1]
}

/** Every requirement of a grade with what there is of it. An assessment that gave no grade meets none. */
export function requirementsOf(rule: GradeRule, facts: PilotFacts): PilotRequirement[] {
  const years = Math.floor(facts.daysServed / daysOfYear)
  const requirements: PilotRequirement[] = [
    {
      code: 'induction',
      need: '',
      have: facts.inductionOn ?? '',
      met: facts.inductionOn !== null,
    },
    {
      code: 'training',
      need: String(rule.classHours),
      have: String(facts.classHours),
      met: facts.classHours >= rule.classHours,
    },
  ]
  if (rule.years > 0)
    requirements.push({
      code: 'years',
      need: String(rule.years),
      have: String(years),
      met: years >= rule.years,
    })
  if (rule.periods > 0) {
    const last = facts.grades.slice(0, rule.periods)
    const least = order.indexOf(rule.leastGrade ?? 'pass')
    requirements.push({
      code: 'assessment',
      need: `${rule.periods} ${rule.leastGrade}`,
      have: last.map(({ grade }) => grade).join(' '),
      met: last.length === rule.periods && last.every(({ grade }) => order.indexOf(grade) >= least),
    })
  }
  return requirements
}
