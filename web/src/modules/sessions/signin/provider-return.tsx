import type { Me } from '#contract/sessions.ts'
import { useEffect, useRef, useState } from 'react'
import { CallError } from '../../../kit/call-error.ts'
import { call } from '../../../kit/call.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { Button } from '../../../ui/light/button.tsx'
import { Notice } from '../../../ui/light/notice.tsx'
import { Skeleton } from '../../../ui/light/waiting.tsx'
import type { tripBack } from '../provider-trip.ts'
import { secondStepOf, SecondFactorForm, type SecondStep, type Shown } from './second-factor-form.tsx'
import { t } from './texts.ts'

interface Props {
  trip: NonNullable<ReturnType<typeof tripBack>>
  onSignedIn: (me: Me) => void
  onBack: () => void
}

/** Back from the outside provider: finishes signing in, or linking the account, and says what did not work. */
export function ProviderReturn({ trip, onSignedIn, onBack }: Props) {
  const [problem, setProblem] = useState<string>()
  const [second, setSecond] = useState<SecondStep>()
  // Each try of the second factor goes on by a new id.
  const flowId = useRef(trip.flowId)
  const begun = useRef(false)

  async function send(more: Partial<Record<'answer', string>> | Shown): Promise<Me> {
    return call('createProviderSession', { flowId: flowId.current, ...more }).catch((error: unknown) => {
      if (error instanceof CallError && typeof error.params.flowId === 'string')
        flowId.current = error.params.flowId
      throw error
    })
  }

  async function finish() {
    try {
      if (trip.why === 'link') {
        await call('getMe')
        await call('linkProvider', { flowId: trip.flowId, answer: trip.answer })
        location.assign(trip.back)
      } else onSignedIn(await send({ answer: trip.answer }))
    } catch (error) {
      const step = secondStepOf(error)
      if (step === null) setProblem(errorSentence(error))
      else setSecond(step)
    }
  }

  useEffect(() => {
    if (begun.current) return
    begun.current = true
    void finish()
  })

  if (second) return <SecondFactorForm first={second} send={send} onSignedIn={onSignedIn} onBack={onBack} />
  if (!problem) return <Skeleton lines={4} label={t('providerFinishing')} />
  return (
    <div className="sign-in-form">
      <Notice tone="problem">{problem}</Notice>
      <Button look="primary" onClick={trip.why === 'link' ? () => location.assign(trip.back) : onBack}>
        {t('backToSignIn')}
      </Button>
    </div>
  )
}
