import type { Sentence } from './sentence.ts'

/** What acts of entering matchmaking and of safety are called in the audit log. None of them says who blocked or reported whom. */
export const matchmakingSentences = {
  'matchmaking.declared': {
    zh: '签署单身承诺，有效期至 {holdsUntil}',
    en: 'signed the declaration of being single, holding until {holdsUntil}',
  },
  'matchmaking.attestation_asked': {
    zh: '请单位工会确认会员和在职情况',
    en: 'asked the union of the unit to attest membership and employment',
  },
  'matchmaking.attested': {
    zh: '答复了一项会员和在职情况确认：{answer}',
    en: 'answered a request to attest membership and employment: {answer}',
  },
  'matchmaking.profile_created': { zh: '填写了交友资料', en: 'wrote a dating profile' },
  'matchmaking.profile_changed': { zh: '修改了交友资料', en: 'changed a dating profile' },
  'matchmaking.profile_paused': { zh: '暂时隐藏了交友资料', en: 'hid a dating profile for a while' },
  'matchmaking.profile_resumed': { zh: '恢复显示交友资料', en: 'showed a dating profile again' },
  'matchmaking.left': { zh: '退出职工红娘，资料已删除', en: 'left matchmaking; the profile was deleted' },
  'matchmaking.blocked': { zh: '屏蔽了一个人', en: 'blocked somebody' },
  'matchmaking.unblocked': { zh: '取消了一次屏蔽', en: 'took a block back' },
  'matchmaking.reported': { zh: '举报了一个人', en: 'reported somebody' },
  'matchmaking.report_confirmed': { zh: '核实了一件举报', en: 'confirmed a report about a person' },
  'matchmaking.report_dismissed': { zh: '认定一件举报不成立', en: 'dismissed a report about a person' },
  'matchmaking.excluded': {
    zh: '因多人举报属实，停止一人参加职工红娘',
    en: 'put somebody out of matchmaking after confirmed reports',
  },
  'matchmaking.exclusion_lifted': {
    zh: '恢复一人参加职工红娘',
    en: 'let somebody take part in matchmaking again',
  },
  'matchmaking.upkept': {
    zh: '职工红娘每日整理：隐藏 {hidden}，恢复 {shown}，到期删除 {deleted}',
    en: 'daily upkeep of matchmaking: {hidden} hidden, {shown} shown again, {deleted} deleted',
  },
} as const satisfies Record<string, Sentence>
