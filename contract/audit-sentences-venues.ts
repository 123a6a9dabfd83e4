import type { Sentence } from './sentence.ts'

/** What is done with venues. */
export const venueSentences = {
  'venues.created': { zh: '登记了活动阵地', en: 'registered a venue' },
  'venues.changed': { zh: '修改了活动阵地的资料', en: 'changed a venue' },
  'venues.closed': { zh: '关闭了活动阵地', en: 'closed a venue' },
  'venues.inspected': {
    zh: '核查了活动阵地：看了 {seen} 项，{met} 项达标',
    en: 'inspected a venue: {met} of {seen} {seen|item|items} met',
  },
  'venues.stars_granted': { zh: '评定活动阵地为 {stars} 星', en: 'gave a venue {stars} {stars|star|stars}' },
  'venues.stars_withdrawn': { zh: '取消了活动阵地的星级', en: 'took the stars of a venue back' },
  'venues.booked': { zh: '预约了活动阵地', en: 'booked a venue' },
  'venues.booking_cancelled': { zh: '取消了阵地预约', en: 'gave a booked time back' },
  'venues.booking_used': { zh: '签到使用了活动阵地', en: 'checked in at a venue' },
} as const satisfies Record<string, Sentence>
