import { texts } from '../../../i18n/texts.ts'

export const t = texts({
  loading: { zh: '正在读取', en: 'Loading' },
  retry: { zh: '再试一次', en: 'Try again' },
  before: { zh: '开始之前，请先读一读', en: 'Please read this first' },
  beforeHint: {
    zh: '这里说明工会怎样使用您的信息。阅读不等于同意任何用途。',
    en: 'This says how the union uses your data. Reading it agrees to nothing.',
  },
  haveRead: { zh: '我已阅读', en: 'I have read it' },
  notice: { zh: '隐私告知', en: 'Privacy notice' },
  purposes: { zh: '用途和同意', en: 'Purposes and consents' },
  purposesHint: {
    zh: '每项用途单独决定，随时可以撤回。不同意不影响会籍和基本服务。',
    en: 'Each purpose by itself; withdraw whenever you like. A no does not touch your membership or basic services.',
  },
  agree: { zh: '同意这项用途', en: 'Agree to this' },
  withdraw: { zh: '撤回同意', en: 'Withdraw' },
  kinds: { zh: '信息：{kinds}', en: 'Data: {kinds}' },
  keep: { zh: '保存：{keep}', en: 'Kept: {keep}' },
  basis: { zh: '依据：{document}', en: 'Ground: {document}' },
  not_asked: { zh: '法定职责，不需要同意', en: 'a duty by law; nobody is asked' },
  given: { zh: '您已同意（{date}）', en: 'you agreed on {date}' },
  not_given: { zh: '您没有同意', en: 'you have not agreed' },
  withdrawnState: { zh: '您已撤回（{date}）', en: 'you withdrew on {date}' },
  outdated: { zh: '说明已更新，需要重新决定', en: 'it has changed: decide anew' },
  separate: { zh: '含敏感信息或对外提供', en: 'sensitive, or given to somebody else' },
  breaches: { zh: '涉及您的安全事件', en: 'Incidents that touch you' },
})
