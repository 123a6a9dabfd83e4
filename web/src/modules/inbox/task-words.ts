import type { InboxTask } from '#contract/inbox.ts'
import { fill, type Sentence } from '../../i18n/texts.ts'

const sentences: Record<string, Sentence> = {
  place_memberships: {
    zh: '为 {count} 名会员安排新的工会',
    en: 'Place {count} {count|member|members} with another union',
  },
  transfer_proposed: {
    zh: '确认 {count} 名会员的转会',
    en: 'Answer the transfer of {count} {count|member|members}',
  },
  roster_import_review: {
    zh: '核对名册导入中的 {count} 行',
    en: 'Review {count} {count|row|rows} of a roster import',
  },
  form_committee: {
    zh: '会员已达 25 人，请组建工会委员会',
    en: '25 members are reached: form a union committee',
  },
  term_ending: { zh: '任期即将届满，请准备换届', en: 'The term is ending: prepare the election' },
}
const unnamed: Sentence = { zh: '需要您处理的事项', en: 'Something that needs you' }

/** What a task asks for, as a sentence. A kind without its sentence here is still shown, as something to look at. */
export function taskWords(task: Pick<InboxTask, 'kind' | 'params'>): string {
  return fill(sentences[task.kind] ?? unnamed, task.params)
}
