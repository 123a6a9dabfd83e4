import type { OwnSignIn } from '#contract/sign-in.ts'
import { texts } from '../../i18n/texts.ts'

const t = texts({
  plain: {
    zh: '至少 {shortest} 位，越长越好，比如几个互不相干的词；不要用别人容易想到的。',
    en: 'At least {shortest} characters; longer is better, such as a few words that have nothing to do with each other.',
  },
  mixed: {
    zh: '至少 {shortest} 位，大写字母、小写字母、数字、符号中至少 {kinds} 种；不能与最近 {previous} 次用过的相同。',
    en: 'At least {shortest} characters with {kinds} of: small letters, capitals, digits, signs; none of your last {previous}.',
  },
})

/** What a new password must be like here, in one sentence. */
export function passwordHint(rule: OwnSignIn['password']): string {
  const { shortest, kindsOfCharacters, previousRefused } = rule
  if (kindsOfCharacters === 0) return t('plain', { shortest })
  return t('mixed', { shortest, kinds: kindsOfCharacters, previous: previousRefused })
}
