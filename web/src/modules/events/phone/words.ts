import type { OpenEventRow } from '#contract/events.ts'
import { fill, type Sentence } from '../../../i18n/texts.ts'

type State = NonNullable<OpenEventRow['registration']>['state']

const states: Record<State, Sentence> = {
  entered: { zh: '已报名，等待抽签', en: 'Entered in the lottery' },
  waiting: { zh: '候补第 {no} 位', en: 'Waiting, number {no}' },
  offered: { zh: '有名额了，请确认', en: 'A place is kept for you: answer' },
  admitted: { zh: '已录取', en: 'You have a place' },
  cancelled: { zh: '已取消报名', en: 'You cancelled' },
  declined: { zh: '已放弃名额', en: 'You declined' },
  expired: { zh: '名额确认已过期', en: 'The offer expired' },
  lapsed: { zh: '未录取', en: 'No place became free' },
}

/** How one stands with an event, in words. */
export function standingWords(registration: NonNullable<OpenEventRow['registration']>): string {
  if (registration.checkedIn) return fill({ zh: '已签到', en: 'You were there' }, {})
  return fill(states[registration.state], { no: registration.waitingNo })
}
