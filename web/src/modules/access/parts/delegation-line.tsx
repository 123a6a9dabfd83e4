import '../access.css'
import { App, Button } from 'antd'
import type { Delegation } from '#contract/appointments.ts'
import { useConfirm } from '../../../kit/confirm.tsx'
import { errorSentence } from '../../../kit/errors.ts'
import { formatPeriod } from '../../../kit/format.ts'
import { useMay } from '../../../kit/me.ts'
import { useAct } from '../../../kit/query.ts'
import { permissionWords } from '../permission-words.ts'
import { postName } from '../posts.ts'
import { t } from '../texts.ts'
import { reachWords } from '../words.ts'

/** One delegation as a line: from whom to whom, what, how far, until when; with the button to take it back where one may. */
export function DelegationLine({ delegation }: { delegation: Delegation }) {
  const { giver, receiver } = delegation
  const place = { scope: delegation.reach, scopeOrganisationName: delegation.organisationName }
  return (
    <div className="delegation-line">
      <div>
        <strong>{t('delegationFromTo', { giver: personAt(giver), receiver: personAt(receiver) })}</strong>
        <small>{delegation.permissions.map(permissionWords).join('、')}</small>
        <small>
          {[reachWords(place), delegation.reason, delegation.documentNo].filter(Boolean).join(' · ')}
        </small>
      </div>
      <span className="figures">
        {formatPeriod(delegation.startsOn, delegation.endsBefore)} · {t(delegation.state)}
      </span>
      {delegation.canEnd && <TakeBack delegationId={delegation.id} />}
    </div>
  )
}

function personAt({ name, post }: Delegation['giver']): string {
  return `${name}（${postName(post)}）`
}

function TakeBack({ delegationId }: { delegationId: string }) {
  const confirm = useConfirm()
  const { message } = App.useApp()
  const asAdministrator = useMay('grants.manage')
  const end = useAct('endDelegation', {
    invalidates: ['listOwnDelegations', 'listDelegations', 'getAppointment', 'listOwnPowers'],
  })
  const ask = async () => {
    const sure = await confirm({
      title: t('takeBackTitle'),
      body: t('takeBackBody'),
      verb: t('takeBack'),
    })
    if (!sure) return
    end.mutate(
      { delegationId, reason: asAdministrator ? t('revokeReason') : t('takeBackReason') },
      {
        onSuccess: () => void message.success(t('takenBack')),
        onError: (error) => void message.error(errorSentence(error)),
      },
    )
  }
  return (
    <Button size="small" loading={end.isPending} onClick={() => void ask()}>
      {t('takeBack')}
    </Button>
  )
}
