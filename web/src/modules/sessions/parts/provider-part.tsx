import { App, Button } from 'antd'
import { call } from '../../../kit/call.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { formatInstant } from '../../../kit/format.ts'
import { useRead } from '../../../kit/query.ts'
import { t } from '../account/texts.ts'
import { PasswordNotGiven } from '../password-again.ts'
import { leaveToLink } from '../provider-trip.ts'
import { useFreshFactors } from './fresh-factors.ts'
import type { Run } from './second-factor-part.tsx'

/** The link with the outside provider, where one is set up. */
export function ProviderPart({ run }: { run: Run }) {
  const provider = useRead('getProvider')
  const own = useRead('getOwnSignIn')
  const refresh = useFreshFactors()
  const { message } = App.useApp()
  const name = provider.data?.name
  const linkedAt = own.data?.providerLinkedAt
  if (!name) return null
  const say = (error: unknown) => {
    if (!(error instanceof PasswordNotGiven)) void message.error(errorSentence(error))
  }
  const unlink = () => run(() => call('unlinkProvider')).then(refresh, say)
  const link = () => run(leaveToLink).catch(say)
  return (
    <section className="account-part" aria-label={name}>
      <div className="account-line">
        <div>
          <h2>{name}</h2>
          <p className="quiet">
            {linkedAt ? t('linkedAt', { date: formatInstant(linkedAt) }) : t('notLinked', { name })}
          </p>
        </div>
        <Button onClick={() => void (linkedAt ? unlink() : link())}>
          {linkedAt ? t('unlink') : t('link')}
        </Button>
      </div>
    </section>
  )
}
