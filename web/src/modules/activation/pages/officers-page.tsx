import '../activation.css'
import { App, Button } from 'antd'
import { useState } from 'react'
import type { OfficerAccess } from '#contract/activation.ts'
import { useConfirm } from '../../../kit/confirm.tsx'
import { errorSentence } from '../../../kit/errors.ts'
import { formatDay, shanghaiDate } from '../../../kit/format.ts'
import { useAct } from '../../../kit/query.ts'
import { ListPage } from '../../../kit/table/list-page.tsx'
import type { Column } from '../../../kit/table/list-types.ts'
import { postName } from '../../access/posts.ts'
import { InvitationDialog } from '../forms/invitation-dialog.tsx'
import { StateTag } from '../parts/state-tag.tsx'
import { t } from '../texts.ts'
import { channelName, stateName } from '../words.ts'

const states = ['none', 'invited', 'active', 'closed'] as const

/** Holders of appointments and whether they can sign in; whoever cannot is invited from here. */
export default function OfficersPage() {
  const [asked, ask] = useState<OfficerAccess>()
  const revoke = useRevoking()
  return (
    <>
      <ListPage
        title={t('invitations')}
        operation="listOfficerAccess"
        filters={[
          { kind: 'search', name: 'q', label: t('officerSearch') },
          {
            kind: 'select',
            name: 'state',
            label: t('state'),
            options: states.map((value) => ({ value, label: stateName(value) })),
          },
        ]}
        columns={columns({ invite: ask, revoke })}
        rowId={(row) => row.appointmentId}
        empty={{ title: t('officersEmpty'), hint: t('officersEmptyHint') }}
      />
      {asked && <InvitationDialog officer={asked} onClose={() => ask(undefined)} />}
    </>
  )
}

function useRevoking(): (officer: OfficerAccess) => void {
  const confirm = useConfirm()
  const { message } = App.useApp()
  const act = useAct('revokeInvitation', { invalidates: ['listOfficerAccess'] })
  return (officer) => {
    const question = {
      title: t('revokeInvitationTitle'),
      body: t('revokeInvitationBody'),
      verb: t('revoke'),
    }
    void confirm(question).then((yes) => {
      if (yes && officer.invitationId !== null)
        act.mutate(
          { invitationId: officer.invitationId },
          { onError: (error) => void message.error(errorSentence(error), 8) },
        )
    })
  }
}

interface RowActs {
  invite: (officer: OfficerAccess) => void
  revoke: (officer: OfficerAccess) => void
}

function columns({ invite, revoke }: RowActs): Column<OfficerAccess>[] {
  return [
    { key: 'name', title: t('name'), width: 130, render: (row) => row.name },
    { key: 'post', title: t('post'), width: 170, render: (row) => postName(row.post) },
    { key: 'organisation', title: t('organisation'), render: (row) => row.organisationName },
    { key: 'state', title: t('state'), width: 130, render: (row) => <StateTag state={row.state} /> },
    { key: 'invitation', title: t('invitation'), width: 200, render: invitationWords },
    {
      key: 'acts',
      title: t('acts'),
      width: 170,
      render: (row) =>
        (row.state === 'none' || row.state === 'invited') && (
          <span className="row-acts">
            <Button size="small" onClick={() => invite(row)}>
              {row.state === 'none' ? t('invite') : t('inviteAgain')}
            </Button>
            {row.state === 'invited' && (
              <Button size="small" type="text" onClick={() => revoke(row)}>
                {t('revoke')}
              </Button>
            )}
          </span>
        ),
    },
  ]
}

function invitationWords({ state, channel, expiresAt }: OfficerAccess): string {
  if (state !== 'invited' || channel === null || expiresAt === null) return ''
  return t('invitationWords', {
    channel: channelName(channel),
    date: formatDay(shanghaiDate(expiresAt)),
  })
}
