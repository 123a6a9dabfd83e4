import type { Me } from '#contract/sessions.ts'
import { useEffect, useState } from 'react'
import { useLanguage } from '../../../i18n/language.ts'
import { call } from '../../../kit/call.ts'
import { Icon } from '../../../ui/icon.tsx'
import { LanguageSwitch } from '../../../ui/light/language-switch.tsx'
import { Mark } from '../../../ui/light/mark.tsx'
import { Notice } from '../../../ui/light/notice.tsx'
import { DemoLogins, type DemoLogin } from './demo-logins.tsx'
import { destinationOf } from './destination.ts'
import { tripBack } from '../provider-trip.ts'
import { NewPasswordForm } from './new-password-form.tsx'
import { ProviderReturn } from './provider-return.tsx'
import { roleName } from './roles.ts'
import { SignInForm } from './sign-in-form.tsx'
import { t } from './texts.ts'

/** The front door: what this is, the form, and in demo mode the log-ins to try. */
export function SignInPage() {
  const [chosen, setChosen] = useState<DemoLogin>()
  const [change, setChange] = useState<{ me: Me; password: string }>()
  const [trip, setTrip] = useState(tripBack)
  const language = useLanguage()
  const signedIn = (me: Me, password: string) => (me.passwordDue ? setChange({ me, password }) : enter(me))
  useEffect(() => {
    // Sent here by a page that found the password still to be changed.
    if (new URLSearchParams(location.search).has('password'))
      void call('getMe').then(
        (me) => me.passwordDue && setChange({ me, password: '' }),
        () => undefined,
      )
  }, [])
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
        {trip ? (
          <ProviderReturn trip={trip} onSignedIn={(me) => signedIn(me, '')} onBack={() => setTrip(null)} />
        ) : change ? (
          <NewPasswordForm me={change.me} known={change.password} onChanged={() => enter(change.me)} />
        ) : (
          <SignInForm chosen={chosen} onSignedIn={signedIn} />
        )}
        {chosen && !change && <Notice tone="done">{t('demoFilled', { role: roleName(chosen.role) })}</Notice>}
        {!change && !trip && <DemoLogins onChoose={setChosen} />}
      </main>
    </div>
  )
}

function enter(me: Me): void {
  location.assign(destinationOf(me, new URLSearchParams(location.search).get('next')))
}
