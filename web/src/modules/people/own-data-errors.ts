import type { Sentence } from '../../i18n/texts.ts'

/** Sentences for what a worker may be told about their own data; officers meet them too. */
export const ownDataErrors = {
  'people.date_in_future': { zh: '日期不能晚于今天。', en: 'The date cannot be later than today.' },
  'people.document_check': {
    zh: '证件号码的校验位不对，请对照证件改正。',
    en: 'The check character of the document number is wrong. Compare with the document.',
  },
  'people.erased': {
    zh: '这位职工的个人信息已按本人要求删除，不能再修改。',
    en: 'This person’s data was erased on request and cannot be changed.',
  },
  'people.erasure_asked': {
    zh: '您已经申请过删除，正在办理。要改主意，请先撤回那次申请。',
    en: 'You have asked for this already and it is under way. To change your mind, take that request back.',
  },
  'people.mobile_format': {
    zh: '手机号应为 11 位数字，请核对。',
    en: 'A mobile has 11 digits. Check the number.',
  },
  'people.nobody_answers': {
    zh: '您的信息还没有归属的工会，请直接联系所在街道总工会办理。',
    en: 'No union answers for your record yet. Please ask the federation of your sub-district.',
  },
  'people.nothing_to_correct': {
    zh: '请至少填写一项要更正的内容。',
    en: 'Give at least one thing to correct.',
  },
} satisfies Record<string, Sentence>
