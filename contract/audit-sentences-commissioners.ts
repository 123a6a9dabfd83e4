import type { Sentence } from './sentence.ts'

/** What is done about commissioners. */
export const commissionerSentences = {
  'commissioners.worklist_exported': {
    zh: '导出了两新组织缺口清单（{rows} 家）',
    en: 'exported a worklist of two-new organisations ({rows} {rows|organisation|organisations})',
  },
  'commissioners.post_given': { zh: '配备了党工专员', en: 'gave a commissioner’s post' },
  'commissioners.post_ended': { zh: '登记了党工专员任职结束', en: 'ended a commissioner’s post' },
  'commissioners.point_handed_over': { zh: '办结了一项专员工作交接', en: 'recorded a point of a hand-over' },
  'commissioners.stepped_up': {
    zh: '登记了职业化试点晋级',
    en: 'recorded a step up in the professional pilot',
  },
  'commissioners.talent_added': { zh: '推荐一人进入人才库', en: 'recommended somebody for the pool' },
  'commissioners.talent_changed': { zh: '修改了人才库条目', en: 'changed an entry of the pool' },
  'commissioners.talent_ended': { zh: '移出了人才库', en: 'took an entry out of the pool' },
  'commissioners.talent_shared': {
    zh: '登记了本人同意各街道共享其人才库条目',
    en: 'recorded on paper that somebody shares their entry of the pool',
  },
  'commissioners.talent_unshared': {
    zh: '登记了本人不再共享其人才库条目',
    en: 'recorded that somebody shares their entry no longer',
  },
} as const satisfies Record<string, Sentence>
