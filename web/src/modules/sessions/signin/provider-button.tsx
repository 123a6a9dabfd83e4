import { useState } from 'react'
import { errorSentence } from '../../../kit/errors.ts'
import { useRead } from '../../../kit/query.ts'
import { Button } from '../../../ui/light/button.tsx'
import { Notice } from '../../../ui/light/notice.tsx'
import { leaveToSignIn } from '../provider-trip.ts'
import { t } from './texts.ts'

/** Leaves for the outside provider, where one is set up; otherwise nothing. */
export function ProviderButton() {
  const provider = useRead('getProvider')
  const [problem, setProblem] = useState<string>()
  const name = provider.data?.name
  if (!name) return null
  return (
    <>
      {problem && <Notice tone="problem">{problem}</Notice>}
      <Button
        onClick={() => void leaveToSignIn().catch((error: unknown) => setProblem(errorSentence(error)))}
      >
        {t('signInBy', { name })}
      </Button>
    </>
  )
}
