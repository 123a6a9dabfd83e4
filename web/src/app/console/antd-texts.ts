import type { ConfigProviderProps } from 'antd'
import english from 'antd/es/locale/en_US.js'
import chinese from 'antd/es/locale/zh_CN.js'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn.js'
import type { Language } from '../../i18n/language.ts'

type Locale = NonNullable<ConfigProviderProps['locale']>

// antd's files are ES modules that its package declares as CommonJS, so TypeScript sees the default export one level too deep.
/** The words inside antd's own parts: pagination, calendars, empty tables. */
export const antdTexts = { zh: chinese, en: english } as unknown as Record<Language, Locale>

/** Week days and first day of the week in antd's calendars. */
export function setCalendarWords(language: Language): void {
  dayjs.locale(language === 'zh' ? 'zh-cn' : 'en')
}
