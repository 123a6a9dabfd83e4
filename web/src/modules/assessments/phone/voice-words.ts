import type { VoiceLevel } from '#contract/assessments-voices.ts'
import { t } from './texts.ts'

/** How satisfied somebody is. */
export const levelName = (level: VoiceLevel): string => t(level)

/** The post somebody is assessed in. */
export const postWords = (post: string): string =>
  post === 'union_chair' ? t('union_chair') : t('commissioner')
