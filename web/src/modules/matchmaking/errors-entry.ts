import type { Sentence } from '../../i18n/texts.ts'

/** Sentences for the codes of entering matchmaking and of safety. */
export const entryErrors = {
  'matchmaking.declaration_changed': {
    zh: '承诺书有了新的文本，请刷新后重新阅读再签。',
    en: 'The declaration has a new text. Please reload, read it and sign again.',
  },
  'matchmaking.attested_already': {
    zh: '单位工会已经确认过了，不用再申请。',
    en: 'Your union has attested already; there is nothing to ask.',
  },
  'matchmaking.attestation_waits': {
    zh: '申请已经送到单位工会，正在等待答复。',
    en: 'Your request is with the union of your unit and waits for its answer.',
  },
  'matchmaking.attestation_answered': {
    zh: '这项确认已经有人答复了。',
    en: 'Somebody has answered this request already.',
  },
  'matchmaking.attests_oneself': {
    zh: '不能为自己确认，请本单位其他工会干部办理。',
    en: 'Nobody attests for themselves. Please let another officer of your union do it.',
  },
  'matchmaking.profile_exists': {
    zh: '您已经填过资料，可以直接修改。',
    en: 'You have a profile already; you can change it.',
  },
  'matchmaking.profile_changed': {
    zh: '资料在另一台设备上改过了，请刷新后再改。',
    en: 'The profile was changed on another device. Please reload and change it again.',
  },
  'matchmaking.tells_contact': {
    zh: '这里不能写电话、微信、QQ 等联系方式。双方都愿意以后，您可以逐项放出。',
    en: 'No numbers, accounts or addresses here. Once it is mutual you can release each by itself.',
  },
  'matchmaking.nickname_is_name': {
    zh: '昵称请不要用真实姓名。',
    en: 'Please do not use your real name as a nickname.',
  },
  'matchmaking.photo_is_no_picture': {
    zh: '照片请用图片文件。',
    en: 'Please use a picture file.',
  },
  'matchmaking.district_unknown': {
    zh: '请从列表里选择区。',
    en: 'Please choose a district from the list.',
  },
  'matchmaking.limits_turned': {
    zh: '上限不能小于下限。',
    en: 'The upper limit cannot be below the lower one.',
  },
  'matchmaking.report_too_late': {
    zh: '已经超过 {days} 天，不能在这里举报了。紧急情况请报警，也可以通过“投诉建议”反映。',
    en: 'More than {days} days have passed, so it cannot be reported here. In danger call the police; you can also use Complaints.',
  },
  'matchmaking.report_decided': {
    zh: '这件举报已经有人处理了。',
    en: 'Somebody has decided this report already.',
  },
  'matchmaking.not_excluded': {
    zh: '对方现在没有被停止参加。',
    en: 'The person is not put out at present.',
  },
} satisfies Record<string, Sentence>
