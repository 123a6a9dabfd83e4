import { useEffect, type ReactNode } from 'react'
import { useLanguage } from '../../../i18n/language.ts'
import { LanguageSwitch } from '../../../ui/light/language-switch.tsx'
import { Mark } from '../../../ui/light/mark.tsx'
import { t } from './texts.ts'

/** The frame of pages for people who have not signed in: whose they are, the language, one column. */
export function PublicFrame({ title, children }: { title: string; children: ReactNode }) {
  const language = useLanguage()
  useEffect(() => {
    document.title = title
  }, [title, language])
  return (
    <main className="activate">
      <header className="activate-head">
        <a className="activate-brand" href="/">
          <Mark size={32} />
          <span>{t('product')}</span>
        </a>
        <LanguageSwitch />
      </header>
      {children}
    </main>
  )
}
