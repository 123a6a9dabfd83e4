import type { Sentence } from './sentence.ts'

/** What acts on events are called in the audit log. */
export const eventSentences = {
  'events.created': { zh: '起草了一场活动', en: 'drafted an event' },
  'events.changed': { zh: '修改了活动草案', en: 'changed a draft of an event' },
  'events.submitted': { zh: '把活动报上级审核', en: 'submitted an event for review' },
  'events.returned': { zh: '退回了一场活动的草案', en: 'sent a draft of an event back' },
  'events.published': { zh: '发布了一场活动', en: 'published an event' },
  'events.published_own': {
    zh: '发布了自己起草的活动',
    en: 'published an event they had drafted themselves',
  },
  'events.postponed': { zh: '改期了一场活动', en: 'postponed an event' },
  'events.cancelled': { zh: '取消了一场活动', en: 'cancelled an event' },
  'events.closed': { zh: '办结了一场活动', en: 'closed an event' },
  'events.scan_device_opened': {
    zh: '在一处入口打开了扫码签到',
    en: 'opened the scanning page at a door',
  },
  'events.scans_kept': {
    zh: '签到：读码 {readings} 次，新签到 {checkedIn} 人',
    en: 'took {readings} {readings|reading|readings} at the door; {checkedIn} checked in',
  },
  'events.check_in_taken_back': { zh: '撤回了一次误登的签到', en: 'took back a check-in entered by mistake' },
  'events.door_list_printed': {
    zh: '打印了签到纸质名单（{persons} 人）',
    en: 'printed the paper list of the door ({persons} {persons|person|persons})',
  },
  'events.registered': { zh: '报名了一场活动', en: 'registered for an event' },
  'events.registration_cancelled': { zh: '取消了报名', en: 'cancelled a registration' },
  'events.registration_withdrawn': { zh: '替人取消了报名', en: 'took somebody off the list of an event' },
  'events.offer_answered': { zh: '答复了候补名额', en: 'answered an offered place' },
  'events.admission_set': {
    zh: '设定了活动名额（{capacity} 个，{quotas} 项限制）',
    en: 'set the places of an event ({capacity}, with {quotas} {quotas|quota|quotas})',
  },
  'events.absence_excused': { zh: '认可了缺席理由', en: 'excused an absence' },
  'events.absences_recorded': {
    zh: '登记了 {count} 人缺席',
    en: 'recorded that {count} {count|person|people} stayed away',
  },
  'events.drawn': {
    zh: '进行了抽签（{entries} 人参加，{admitted} 人中签）',
    en: 'held a draw among {entries}, {admitted} of them got a place',
  },
  'events.rounds_planned': {
    zh: '为 {guests} 人排了 {rounds} 轮座位',
    en: 'planned {rounds} {rounds|round|rounds} for {guests} {guests|guest|guests}',
  },
  'events.round_released': { zh: '开始了第 {roundNo} 轮', en: 'began round {roundNo}' },
  'events.guest_left': { zh: '登记了一名参加者提前离场', en: 'noted that a guest went home early' },
  'events.guest_returned': { zh: '登记了一名参加者返场', en: 'noted that a guest came back' },
  'events.series_begun': { zh: '建立了活动系列', en: 'began a series of events' },
  'events.series_changed': { zh: '修改了活动系列', en: 'changed a series of events' },
  'events.editions_drafted': {
    zh: '按系列起草了 {events} 场活动',
    en: 'drafted {events} {events|event|events} of a series',
  },
  'events.host_invited': { zh: '邀请联合主办活动', en: 'asked a union to host an event together' },
  'events.host_accepted': { zh: '同意联合主办活动', en: 'agreed to host an event together' },
  'events.host_declined': { zh: '谢绝联合主办活动', en: 'declined to host an event together' },
} as const satisfies Record<string, Sentence>
