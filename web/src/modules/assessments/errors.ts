import type { Sentence } from '../../i18n/texts.ts'

/** Sentences for the codes of assessments. */
export const assessmentErrors = {
  'assessments.subject_unknown': {
    zh: '系统不认识这类考核对象，请从列表中选择。',
    en: 'This kind of people is not known. Please choose one from the list.',
  },
  'assessments.scheme_name_taken': {
    zh: '本单位已有同名方案，请换个名称，或在原方案上修订新版。',
    en: 'There is a scheme of this name already. Please choose another name, or revise that scheme.',
  },
  'assessments.weights_not_100': {
    zh: '各项权重合计为 {weight}，应为 100。',
    en: 'The weights make {weight}; they must make 100.',
  },
  'assessments.code_twice': {
    zh: '两项指标的代码相同，请改一个。',
    en: 'Two indicators have the same code. Please change one.',
  },
  'assessments.weight_or_extra': {
    zh: '每项指标要么有权重，要么是加分项，二者取一。',
    en: 'An indicator has either a weight or extra points: one of the two.',
  },
  'assessments.target_of_counted': {
    zh: '系统统计的指标要写明统计项目和满分数量；其他来源不用写。',
    en: 'A counted indicator names what is counted and its target; any other names neither.',
  },
  'assessments.counter_unknown': {
    zh: '系统没有这个统计项目，请从列表中选择。',
    en: 'This cannot be counted. Please choose from the list.',
  },
  'assessments.voice_given': {
    zh: '您已经评过了，每人只评一次。',
    en: 'You have given your opinion already; everybody does so once.',
  },
  'assessments.every_indicator_once': {
    zh: '请每一项都选，一项只选一次。',
    en: 'Please answer every question once.',
  },
  'assessments.period_there': {
    zh: '这个方案已有同一天开始的考核周期。',
    en: 'This scheme has a period that begins on the same day already.',
  },
  'assessments.period_closed': {
    zh: '这个考核周期已经结束，不能再改。',
    en: 'This period is closed; nothing of it can be changed.',
  },
  'assessments.period_not_over': {
    zh: '考核周期还没到期，到期后才能结束。',
    en: 'The period is not over yet. It can be closed once it is.',
  },
  'assessments.period_unfinished': {
    zh: '还有 {waiting} 人没有审批结果或申诉未处理，请先办完。',
    en: '{waiting} {waiting|assessment waits|assessments wait} for approval or for a decision on an appeal. Please finish these first.',
  },
  'assessments.appeals_open': {
    zh: '申诉期还没结束，请在申诉期满后再结束周期。',
    en: 'Appeals may still come. Please close the period when their days are over.',
  },
  'assessments.not_first_of_month': {
    zh: '考核按整月计算，请选某月 1 日。',
    en: 'Periods are whole months. Please choose the first day of a month.',
  },
  'assessments.end_before_start': {
    zh: '结束日期要在开始日期之后。',
    en: 'The end must come after the start.',
  },
  'assessments.outside_the_period': {
    zh: '这段时间不在考核周期内。',
    en: 'These days lie outside the period.',
  },
  'assessments.step_not_now': {
    zh: '这份考核的状态已经变化，请刷新后再办理。',
    en: 'This assessment has moved on. Please load it again.',
  },
  'assessments.not_yours_to_score': {
    zh: '这项指标不由您的岗位打分。',
    en: 'This indicator is not for your appointment to score.',
  },
  'assessments.indicator_unknown': {
    zh: '方案里没有这项可打分的指标。',
    en: 'The scheme has no such indicator to score.',
  },
  'assessments.voices_of_members': {
    zh: '职工评价要填参评人数；其他指标不填。',
    en: 'What members said needs how many were heard; nothing else does.',
  },
  'assessments.not_a_relative': {
    zh: '对方是您申报的近亲属，请由他人办理。',
    en: 'This is a near relative of yours as declared. Please let somebody else do it.',
  },
  'assessments.reviewed_by_oneself': {
    zh: '结果是您核定的，要由另一人审批。',
    en: 'You reviewed this result; somebody else approves it.',
  },
  'assessments.had_a_hand': {
    zh: '您参与过这份考核的打分、核定或审批，申诉要由其他人处理。',
    en: 'You scored, reviewed or approved this; somebody else decides on the appeal.',
  },
  'assessments.assessed_already': {
    zh: '这个人在本周期已有考核。',
    en: 'This person is assessed in this period already.',
  },
  'assessments.appealed_already': {
    zh: '每次考核只能申诉一次，您已经申诉过。',
    en: 'One appeal is possible for each assessment, and you have made it.',
  },
  'assessments.appeal_too_late': {
    zh: '申诉期已过。如有疑问，请联系区总工会。',
    en: 'The days of appeal are over. Please speak to the federation.',
  },
} as const satisfies Record<string, Sentence>
