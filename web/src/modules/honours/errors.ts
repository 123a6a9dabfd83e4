import type { Sentence } from '../../i18n/texts.ts'

/** Sentences for the codes of honours. */
export const honourErrors = {
  'honours.title_unknown': {
    zh: '当日的办法里没有这个荣誉称号。请重新选择。',
    en: 'The rules of that day know no such title. Choose another.',
  },
  'honours.wrong_basis': {
    zh: '个人荣誉凭本人同意或公示公开，单位荣誉凭授予文件公开，请重新选择依据。',
    en: 'An honour of a person is released on consent or after a public notice, one of an organisation by its document. Choose the basis anew.',
  },
  'honours.released_already': {
    zh: '已经公开过，请刷新页面。',
    en: 'It has been released already. Refresh the page.',
  },
  'honours.not_released': {
    zh: '没有公开，不用撤下。请刷新页面。',
    en: 'It is on no public page. Refresh the page.',
  },
  'honours.one_holder': {
    zh: '请选择授予的个人或单位，只选一个。',
    en: 'Choose one person or one organisation that receives it.',
  },
  'honours.wrong_holder': {
    zh: '这个称号授予的对象不是这一类。请看称号是给个人还是给单位。',
    en: 'This title is for the other kind of holder: see whether it goes to people or to organisations.',
  },
  'honours.day_to_come': { zh: '授予日期还没有到。', en: 'That day has not come yet.' },
  'honours.expires_before': {
    zh: '有效期要晚于授予日期。',
    en: 'It must hold beyond the day it is conferred.',
  },
  'honours.same_title': {
    zh: '{last} 已经授予过同一称号，{months} 个月内不重复授予。',
    en: 'The same title was conferred on {last}; nobody gets it again within {months} months.',
  },
  'honours.near_relative': {
    zh: '不能给本人或申报的近亲属授予、撤销荣誉。请由其他干部办理。',
    en: 'Nobody confers or takes back honours of themselves or declared near relatives. Ask a colleague.',
  },
  'honours.revoked_already': { zh: '这项荣誉已经撤销。', en: 'This honour was taken back already.' },
} as const satisfies Record<string, Sentence>
