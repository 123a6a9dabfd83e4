import { useEffect, useState } from 'react'
import { useLanguage } from '../../../i18n/language.ts'
import { Icon } from '../../../ui/icon.tsx'
import { LanguageSwitch } from '../../../ui/light/language-switch.tsx'
import { Mark } from '../../../ui/light/mark.tsx'
import { Notice } from '../../../ui/light/notice.tsx'
import { DemoLogins, type DemoLogin } from './demo-logins.tsx'
import { roleName } from './roles.ts'
import { SignInForm } from './sign-in-form.tsx'
import { t } from './texts.ts'

/** The front door: what this is, the form, and in demo mode the log-ins to try. */
export function SignInPage() {
  const [chosen, setChosen] = useState<DemoLogin>()
  const language = useLanguage()
  useEffect(() => {
    document.title = t('pageTitle')
  }, [language])
  return (
    <div className="sign-in">
      <header className="sign-in-intro">
        <div className="sign-in-brand">
          <Mark size={44} />
          <span>{t('product')}</span>
        </div>
        <p className="sign-in-promise">{t('promise')}</p>
        <ul>
          <li>
            <Icon name="people" />
            {t('forOfficers')}
          </li>
          <li>
            <Icon name="card" />
            {t('forWorkers')}
          </li>
        </ul>
      </header>
      <main className="sign-in-main">
        <div className="sign-in-language">
          <LanguageSwitch />
        </div>
        <SignInForm chosen={chosen} />
        {chosen && <Notice tone="done">{t('demoFilled', { role: roleName(chosen.role) })}</Notice>}
        <DemoLogins onChoose={setChosen} />
      </main>
    </div>
  )
}
