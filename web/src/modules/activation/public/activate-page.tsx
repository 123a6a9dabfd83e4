import type { ActivationTicket } from '#contract/activation.ts'
import { useState } from 'react'
import { ChooseForm } from './choose-form.tsx'
import { ClaimForm } from './claim-form.tsx'
import { CodeForm } from './code-form.tsx'
import { PublicFrame } from './frame.tsx'
import { Invitation } from './invitation.tsx'
import { SlipForm } from './slip-form.tsx'
import { t } from './texts.ts'
import { Ways } from './ways.tsx'

/** Where somebody stands on the way to a log-in. */
type Step =
  | { at: 'ways' }
  | { at: 'claim' }
  | { at: 'code'; requestId: string; minutes: number; mobile: string }
  | { at: 'slip'; slip: string }
  | { at: 'invitation'; token: string }
  | { at: 'choose'; proof: ActivationTicket; login: string }

/** Getting a log-in, or a new password: prove who one is, then choose. A link may bring a slip or an invitation along. */
export function ActivatePage() {
  const [step, go] = useState<Step>(firstStep)
  const back = () => go({ at: 'ways' })
  return (
    <PublicFrame title={t('pageTitle')}>
      {step.at === 'ways' && (
        <Ways onCode={() => go({ at: 'claim' })} onSlip={() => go({ at: 'slip', slip: '' })} />
      )}
      {step.at === 'claim' && <ClaimForm onBack={back} onAsked={(asked) => go({ at: 'code', ...asked })} />}
      {step.at === 'code' && (
        <CodeForm
          {...step}
          onBack={() => go({ at: 'claim' })}
          onProved={(proof) => go({ at: 'choose', proof, login: step.mobile })}
        />
      )}
      {step.at === 'slip' && (
        <SlipForm
          slip={step.slip}
          onBack={back}
          onProved={(proof) => go({ at: 'choose', proof, login: '' })}
        />
      )}
      {step.at === 'invitation' && (
        <Invitation
          token={step.token}
          onBack={back}
          onProved={(proof) => go({ at: 'choose', proof, login: '' })}
        />
      )}
      {step.at === 'choose' && <ChooseForm proof={step.proof} suggested={step.login} />}
    </PublicFrame>
  )
}

// Behind the hash, which browsers send to nobody: no log and no proxy sees a slip or an invitation.
function firstStep(): Step {
  const given = new URLSearchParams(location.hash.slice(1))
  const [slip, token] = [given.get('slip'), given.get('invitation')]
  if (token) return { at: 'invitation', token }
  return slip === null ? { at: 'ways' } : { at: 'slip', slip }
}
