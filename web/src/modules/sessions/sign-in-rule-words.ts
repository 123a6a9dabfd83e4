import type { SignInPreset, SignInRules } from '#contract/sign-in.ts'
import { t } from './sign-in-rules-texts.ts'

/** What a preset is called. */
export function presetName(preset: SignInPreset): string {
  return t(preset)
}

/** The rules of a preset as label and words, in the same order for each. */
export function ruleLines(rules: SignInRules): (readonly [label: string, words: string])[] {
  const { kindsOfCharacters, previousRefused, passwordDays, oneSession } = rules
  return [
    [t('shortest'), t('byKind', rules.shortest)],
    [t('kinds'), kindsOfCharacters === 0 ? t('kindsNone') : t('kindsAsked', { count: kindsOfCharacters })],
    [
      t('previous'),
      previousRefused === 0 ? t('previousNone') : t('previousAsked', { count: previousRefused }),
    ],
    [t('days'), passwordDays === null ? t('daysNone') : t('daysAsked', { count: passwordDays })],
    [t('first'), t('firstAsked')],
    [t('idle'), t('byKind', inWords(rules.idleMinutes, 1))],
    [t('longest'), t('byKind', inWords(rules.longestHours, 60))],
    [t('oneSession'), oneSession.administrator ? t('oneForAdministrators') : t('several')],
  ]
}

function inWords(lengths: SignInRules['idleMinutes'], minutesEach: number) {
  const words = (length: number) => lengthInWords(length * minutesEach)
  return {
    worker: words(lengths.worker),
    officer: words(lengths.officer),
    administrator: words(lengths.administrator),
  }
}

function lengthInWords(minutes: number): string {
  if (minutes < 60) return t('minutes', { count: minutes })
  if (minutes < 48 * 60) return t('hours', { count: minutes / 60 })
  return t('dayCount', { count: minutes / (24 * 60) })
}
