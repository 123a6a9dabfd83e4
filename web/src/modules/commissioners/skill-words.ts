import type { TalentSkill } from '#contract/commissioners-pool.ts'
import { fill, type Sentence } from '../../i18n/texts.ts'

const skills: Record<TalentSkill, Sentence> = {
  party_affairs: { zh: '党务', en: 'Party affairs' },
  union_work: { zh: '工会业务', en: 'union work' },
  law: { zh: '劳动法律', en: 'labour law' },
  mediation: { zh: '调解协商', en: 'mediation' },
  writing: { zh: '文字', en: 'writing' },
  events: { zh: '活动组织', en: 'events' },
  finance: { zh: '财务', en: 'finance' },
  psychology: { zh: '心理疏导', en: 'counselling' },
}

/** A skill in words. */
export function skillName(skill: string): string {
  return skill in skills ? fill(skills[skill as TalentSkill], {}) : skill
}
