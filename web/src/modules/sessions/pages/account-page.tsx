import { useMe } from '../../../kit/me.ts'
import { Page } from '../../../kit/page.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Alert } from 'antd'
import { PasswordPart } from '../parts/password-part.tsx'
import { PasswordAgain } from '../parts/password-again.tsx'
import { ProviderPart } from '../parts/provider-part.tsx'
import { SecondFactorPart } from '../parts/second-factor-part.tsx'
import { SessionsPart } from '../parts/sessions-part.tsx'
import { usePasswordAgain } from '../password-again.ts'
import { t as own } from '../account/texts.ts'
import { t } from '../texts.ts'

/** One's own sign-in: the password, the second factor, and where one is signed in. */
export default function AccountPage() {
  const again = usePasswordAgain()
  const { secondFactorDue } = useMe()
  return (
    <Page title={own('account')} note={own('accountNote')}>
      <div className="narrow">
        {secondFactorDue && (
          <Alert type="warning" showIcon icon={<Icon name="warn" />} title={t('twoStepMust')} />
        )}
        <PasswordPart />
        <SecondFactorPart run={again.run} />
        <ProviderPart run={again.run} />
        <SessionsPart />
      </div>
      <PasswordAgain again={again} />
    </Page>
  )
}
