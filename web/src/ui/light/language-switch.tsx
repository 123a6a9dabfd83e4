import { hasUnsaved } from '../../kit/leaving.ts'
import { setLanguage, useLanguage } from '../../i18n/language.ts'
import { Icon } from '../icon.tsx'

/** Names the other language in that language; one press switches. */
export function LanguageSwitch() {
  const now = useLanguage()
  const [next, name, lang] =
    now === 'zh' ? (['en', 'English', 'en'] as const) : (['zh', '中文', 'zh-CN'] as const)
  const ask =
    now === 'zh'
      ? '有内容还没有保存，切换语言会丢失。继续吗？'
      : 'Some entries are not saved and would be lost. Switch anyway?'
  return (
    <button
      type="button"
      className="language-switch"
      lang={lang}
      onClick={() => (!hasUnsaved() || confirm(ask)) && setLanguage(next)}
    >
      <Icon name="language" size={18} />
      {name}
    </button>
  )
}
