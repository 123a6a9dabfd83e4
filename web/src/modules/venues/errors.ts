import type { Sentence } from '../../i18n/texts.ts'

/** Sentences for the codes of venues. */
export const venueErrors = {
  'venues.day_to_come': {
    zh: '这一天还没有到。请填今天或以前的日期。',
    en: 'That day has not come yet. Enter today or an earlier day.',
  },
  'venues.before_opening': {
    zh: '这一天阵地还没有启用。请核对日期。',
    en: 'The venue was not open yet on that day. Check the date.',
  },
  'venues.closes_before_opening': {
    zh: '关门时间要晚于开门时间。',
    en: 'It must close later than it opens.',
  },
  'venues.shared_with_stranger': {
    zh: '只能共享给管理本阵地的上级工会所辖的单位。请重新选择共享范围。',
    en: 'A venue can be shared only below an organisation that leads its keeper. Choose another.',
  },
  'venues.changed_meanwhile': {
    zh: '别人刚刚改过这个阵地。请刷新后在最新的内容上再改。',
    en: 'Somebody has just changed this venue. Reload and change the newest version.',
  },
  'venues.is_closed': {
    zh: '这个阵地已经关闭，不能再办理。',
    en: 'This venue is closed; nothing more can be done with it.',
  },
  'venues.own_venue': {
    zh: '不能核查、评定自己单位管理的阵地。请由上级工会来办。',
    en: 'Nobody judges a venue of their own organisation. Ask the superior union.',
  },
  'venues.near_relative': {
    zh: '您申报的近亲属在管理这个阵地的单位任职，请由别的同志核查、评定。',
    en: 'A near relative you declared serves where this venue is kept. Somebody else has to judge it.',
  },
  'venues.revisit_before_inspection': {
    zh: '复查日期要在核查日期之后。',
    en: 'The day to look again must lie after the inspection.',
  },
  'venues.item_unknown': {
    zh: '当日的标准里没有这一项。请刷新页面再填。',
    en: 'The standard of that day has no such item. Reload the page.',
  },
  'venues.item_twice': { zh: '同一项填了两次。', en: 'The same item stands twice.' },
  'venues.picture_missing': {
    zh: '达标的项目要有照片佐证。请上传照片，或改为未达标。',
    en: 'A met item needs its picture. Send one in, or say that it is not met.',
  },
  'venues.validity_missing': {
    zh: '请填写佐证的有效期。',
    en: 'Say until when the evidence holds.',
  },
  'venues.validity_over': {
    zh: '有效期要晚于核查（今天）的日期。',
    en: 'The last day must lie after the inspection, or after today.',
  },
  'venues.stars_too_long': {
    zh: '星级最长 {months} 个月，到期要重新评定。请填更早的日期。',
    en: 'Stars are given for {months} months at most and then looked at again. Enter an earlier day.',
  },
  'venues.no_stars': { zh: '这个阵地现在没有星级。', en: 'This venue has no stars now.' },
  'venues.times_in_order': {
    zh: '结束要晚于开始，并且在同一天。',
    en: 'The end must come after the beginning, on the same day.',
  },
  'venues.time_past': { zh: '这个时间已经过去。', en: 'That time is past.' },
  'venues.too_early': {
    zh: '最多提前 {days} 天预约。请选近一些的日期。',
    en: 'It can be booked {days} days ahead at most. Choose an earlier day.',
  },
  'venues.closed_that_day': {
    zh: '阵地这一天不开放。请换一天。',
    en: 'The venue is not open on that day. Choose another.',
  },
  'venues.outside_hours': {
    zh: '阵地 {opensAt}–{closesAt} 开放。请在这段时间里选。',
    en: 'The venue is open from {opensAt} to {closesAt}. Choose a time within.',
  },
  'venues.too_long': {
    zh: '一次最多 {minutes} 分钟。请缩短时间。',
    en: 'A meeting has {minutes} minutes at most. Make it shorter.',
  },
  'venues.time_taken': {
    zh: '这段时间已被预约。请看当天的安排，另选时间。',
    en: 'That time is taken. See the day above and choose another.',
  },
  'venues.booking_begun': {
    zh: '已经开始，不能再取消。没有来就不用签到。',
    en: 'It has begun and cannot be given back. If nobody came, check nobody in.',
  },
  'venues.not_begun': { zh: '还没有开始，到时再签到。', en: 'It has not begun. Check in when it has.' },
  'venues.check_in_over': {
    zh: '签到截止到次日。这次已经过了时间。',
    en: 'One can check in until the end of the next day. This one is over.',
  },
  'venues.booking_cancelled': { zh: '这次预约已经取消。', en: 'This booking was given back.' },
  'venues.booking_used': { zh: '这次预约已经签到。', en: 'This booking was checked in already.' },
} as const satisfies Record<string, Sentence>
