import type { FollowUp, FollowUpAnswer, FollowUpStage, PairOutcome } from '#contract/matchmaking-desk.ts'
import { fill, type Sentence } from '../../i18n/texts.ts'

const stages: Record<FollowUpStage, Sentence> = {
  '3_days': { zh: '三天回访', en: 'after 3 days' },
  '3_weeks': { zh: '三周回访', en: 'after 3 weeks' },
  '3_months': { zh: '三个月回访', en: 'after 3 months' },
}

const states: Record<FollowUp['state'], Sentence> = {
  planned: { zh: '未到期', en: 'planned' },
  due: { zh: '该回访了', en: 'due' },
  overdue: { zh: '已逾期', en: 'overdue' },
  done: { zh: '已完成', en: 'done' },
}

const answers: Record<FollowUpAnswer, Sentence> = {
  no_contact: { zh: '还没联系', en: 'not in contact yet' },
  contact: { zh: '已联系', en: 'in contact' },
  dating: { zh: '在交往', en: 'seeing each other' },
  couple: { zh: '牵手成功', en: 'a couple' },
  ended: { zh: '不再联系', en: 'over' },
  no_answer: { zh: '不想回答', en: 'rather not say' },
}

const outcomes: Record<PairOutcome, Sentence> = {
  contact: { zh: '已联系', en: 'in contact' },
  dating: { zh: '在交往', en: 'seeing each other' },
  couple: { zh: '牵手成功', en: 'a couple' },
  married: { zh: '已结婚', en: 'married' },
  ended: { zh: '不再联系', en: 'over' },
}

const occasions: Record<FollowUp['occasion'], Sentence> = {
  event: { zh: '联谊活动', en: 'an event' },
  matchmaker: { zh: '红娘介绍', en: 'an introduction' },
  suggestion: { zh: '每周推荐', en: 'a suggestion' },
}

export const stageName = (stage: FollowUpStage) => fill(stages[stage], {})
export const followUpStateName = (state: FollowUp['state']) => fill(states[state], {})
export const answerName = (answer: FollowUpAnswer) => fill(answers[answer], {})
export const outcomeName = (outcome: PairOutcome) => fill(outcomes[outcome], {})
export const occasionName = (occasion: FollowUp['occasion']) => fill(occasions[occasion], {})
