import type { Sentence } from '../../i18n/texts.ts'

/** Sentences for the codes of the commissioners’ programme. */
export const commissionerErrors = {
  'commissioners.not_two_new': {
    zh: '它不是在册的两新组织，没有党工专员情况。请在组织台账核对类型。',
    en: 'This is no two-new organisation in the register. Check its type there.',
  },
  'commissioners.not_oneself': {
    zh: '不能给自己配备任职，也不能办理自己的离任。请由其他干部办理。',
    en: 'Nobody gives a post to themself or ends their own. Ask a colleague.',
  },
  'commissioners.end_before_start': {
    zh: '结束日期要晚于开始日期。',
    en: 'The end must come after the start.',
  },
  'commissioners.candidacy_blocked': {
    zh: '按候选人条件不能任职（依据：{source}）。请核对声明，或另选人选。',
    en: 'The candidate rules bar this person ({source}). Check the declaration or choose somebody else.',
  },
  'commissioners.already_there': {
    zh: '此人在这段时间已是这家组织的党工专员。',
    en: 'This person is a commissioner there in that time already.',
  },
  'commissioners.seat_taken': {
    zh: '这家组织在这段时间已有同类专员在任，请先办理离任。',
    en: 'A commissioner of this kind serves there in that time. End that post first.',
  },
  'commissioners.declare_first': {
    zh: '党工专员任职前要作候选人声明，请在缺口清单打开该组织，从“合适人选”里配备。',
    en: 'A commissioner declares first. Open the organisation from the list of gaps and appoint somebody who fits.',
  },
  'commissioners.step_not_yet': {
    zh: '晋级条件还没有全部达到，请看缺哪一项。',
    en: 'Not every requirement is met yet; the list says which.',
  },
  'commissioners.highest_grade': {
    zh: '已是最高等级，不用再登记。',
    en: 'This is the highest grade already; nothing is left to record.',
  },
  'commissioners.step_taken': {
    zh: '此人已有这一等级，请刷新页面。',
    en: 'The person holds this grade already. Refresh the page.',
  },
  'commissioners.too_many_posts': {
    zh: '一人同时任职不能超过 {most} 家。请先办理离任，或另选人选。',
    en: 'Nobody holds more than {most} posts at a time. End one first or choose somebody else.',
  },
  'commissioners.post_goes_on': {
    zh: '任职还没有定结束日期，不用交接。请先登记离任。',
    en: 'The post goes on; there is nothing to hand over. Record its end first.',
  },
  'commissioners.handed_over_already': {
    zh: '这一项已经交接，请刷新页面。',
    en: 'This point is done already. Refresh the page.',
  },
  'commissioners.in_the_pool': {
    zh: '此人已在人才库里，可以直接修改原条目。',
    en: 'This person is in the pool already. Change that entry.',
  },
} satisfies Record<string, Sentence>
