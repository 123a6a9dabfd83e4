import type { Indicator, SchemeContent } from '#contract/assessments-schemes.ts'

const usual = { extra: 0, counter: null, target: null, cap: 10_000, missing: 'left_out' } as const

const indicators: Indicator[] = [
  {
    ...usual,
    code: 'training',
    titleZh: '参加培训',
    titleEn: 'Training',
    source: 'counted',
    weight: 10,
    counter: 'training_hours',
    target: 24,
  },
  {
    ...usual,
    code: 'events',
    titleZh: '开展活动',
    titleEn: 'Events held',
    source: 'counted',
    weight: 15,
    counter: 'unit_events',
    target: 6,
  },
  {
    ...usual,
    code: 'members',
    titleZh: '发展会员',
    titleEn: 'Members who joined',
    source: 'counted',
    weight: 15,
    counter: 'members_joined',
    target: 12,
  },
  {
    ...usual,
    code: 'unit',
    titleZh: '所在单位评价',
    titleEn: 'The unit’s opinion',
    source: 'unit',
    weight: 20,
  },
  {
    ...usual,
    code: 'superior',
    titleZh: '街道（镇）评价',
    titleEn: 'The street’s opinion',
    source: 'superior',
    weight: 25,
    missing: 'needed',
  },
  {
    ...usual,
    code: 'voices',
    titleZh: '职工满意度',
    titleEn: 'Satisfaction of members',
    source: 'members',
    weight: 15,
  },
  {
    ...usual,
    code: 'creative',
    titleZh: '创新工作加分',
    titleEn: 'Creative work',
    source: 'entered',
    weight: 0,
    extra: 1000,
  },
]

/** A scheme to begin with, over a year. Jiangbei's own indicators were not seen: the sources follow the page, the weights are to be set by the federation. */
export const jiangbeiPreset: SchemeContent = { indicators, leastKnown: 60 }
