import type { ActivationTicket } from '#contract/activation.ts'
import { useEffect } from 'react'
import { errorSentence } from '../../../kit/errors.ts'
import { useAct } from '../../../kit/query.ts'
import { Button } from '../../../ui/light/button.tsx'
import { Notice } from '../../../ui/light/notice.tsx'
import { Skeleton } from '../../../ui/light/waiting.tsx'
import { postName } from '../../access/posts.ts'
import { t } from './texts.ts'

interface Props {
  token: string
  onProved: (proof: ActivationTicket) => void
  onBack: () => void
}

/** Whom the invitation of a link is for; its token is the ticket. */
export function Invitation({ token, onProved, onBack }: Props) {
  const read = useAct('openInvitation', { invalidates: [] })
  const { mutate } = read
  useEffect(() => mutate({ token }), [mutate, token])
  const invitation = read.data
  return (
    <>
      <h1>{t('invitationTitle')}</h1>
      {read.isPending && <Skeleton lines={3} label={t('loading')} />}
      {read.error && <Notice tone="problem">{errorSentence(read.error)}</Notice>}
      {invitation && (
        <>
          <p className="activate-lead">
            {t('invited', {
              name: invitation.name,
              organisation: invitation.organisationName,
              post: postName(invitation.post),
            })}
          </p>
          <Button
            look="primary"
            onClick={() =>
              onProved({ ticket: token, name: invitation.name, hasAccount: invitation.hasAccount })
            }
          >
            {t('confirm')}
          </Button>
        </>
      )}
      {read.error && (
        <Button look="quiet" onClick={onBack}>
          {t('back')}
        </Button>
      )}
    </>
  )
}
