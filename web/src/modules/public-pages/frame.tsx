import type { ReactNode } from 'react'
import { LanguageSwitch } from '../../ui/light/language-switch.tsx'
import { Mark } from '../../ui/light/mark.tsx'
import { t } from './texts.ts'

/** What stands around every public page: where one is, the other language, and the way to sign in. */
export function PublicFrame({ children }: { children: ReactNode }) {
  return (
    <div className="public">
      <header className="public-head">
        <a href="/public" className="public-brand">
          <Mark size={30} />
          {t('product')}
        </a>
        <LanguageSwitch />
      </header>
      <main className="public-main">{children}</main>
      <footer className="public-foot">
        <a href="/public">{t('toAll')}</a>
        <a href="/">{t('signIn')}</a>
      </footer>
    </div>
  )
}
