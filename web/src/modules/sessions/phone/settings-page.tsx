import { texts } from '../../../i18n/texts.ts'
import { setTextSize, useTextSize } from '../../../kit/phone/text-size.ts'
import { useAct } from '../../../kit/query.ts'
import { leaveForSignIn } from '../../../kit/sign-in-again.ts'
import { Button } from '../../../ui/light/button.tsx'
import { LanguageSwitch } from '../../../ui/light/language-switch.tsx'

const t = texts({
  largeText: { zh: '大字版', en: 'Large text' },
  largeTextHint: { zh: '所有页面的字和按钮都放大', en: 'Enlarges text and buttons on all pages' },
  language: { zh: '语言', en: 'Language' },
  signOut: { zh: '退出登录', en: 'Sign out' },
})

/** Text size, language, signing out. */
export default function SettingsPage() {
  const size = useTextSize()
  const signOut = useAct('deleteSession', { invalidates: [] })
  return (
    <>
      <ul className="rows">
        <li className="setting">
          <span className="row-words">
            <span id="large-text">{t('largeText')}</span>
            <small>{t('largeTextHint')}</small>
          </span>
          <button
            type="button"
            role="switch"
            className="switch"
            aria-checked={size === 'large'}
            aria-labelledby="large-text"
            onClick={() => setTextSize(size === 'large' ? 'normal' : 'large')}
          >
            <span />
          </button>
        </li>
        <li className="setting">
          <span className="row-words">{t('language')}</span>
          <LanguageSwitch />
        </li>
      </ul>
      <div className="phone-actions">
        <Button busy={signOut.isPending} onClick={() => signOut.mutate({}, { onSettled: leaveForSignIn })}>
          {t('signOut')}
        </Button>
      </div>
    </>
  )
}
