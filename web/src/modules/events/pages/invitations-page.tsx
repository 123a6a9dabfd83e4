import { App, Button } from 'antd'
import type { HostInvitation } from '#contract/events-hosts.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { useAct } from '../../../kit/query.ts'
import { ListPage } from '../../../kit/table/list-page.tsx'
import type { Column } from '../../../kit/table/list-types.ts'
import { t } from '../host-texts.ts'
import { formatSpan } from '../times.ts'

/** Invitations to host an event together with another union. */
export default function InvitationsPage() {
  return (
    <ListPage
      title={t('invitations')}
      operation="listHostInvitations"
      columns={columns()}
      rowId={(row) => row.id}
      empty={{ title: t('noInvitations'), hint: t('noInvitationsHint') }}
    />
  )
}

function columns(): Column<HostInvitation>[] {
  return [
    { key: 'title', title: t('event'), render: (row) => `${row.title} · ${row.venue}` },
    { key: 'when', title: t('when'), width: 250, render: (row) => formatSpan(row.startsAt, row.endsAt) },
    { key: 'by', title: t('by'), render: (row) => row.invitedBy },
    { key: 'to', title: t('to_union'), render: (row) => row.organisationName },
    { key: 'answer', title: t('answer'), width: 180, render: (row) => <Answer invitation={row} /> },
  ]
}

function Answer({ invitation }: { invitation: HostInvitation }) {
  const { message } = App.useApp()
  const act = useAct('answerHostInvitation', {
    invalidates: ['listHostInvitations', 'listEvents', 'listInboxTasks'],
  })
  if (invitation.answer !== null) return <>{t(invitation.answer)}</>
  const say = (answer: 'accepted' | 'declined') =>
    act.mutate(
      { invitationId: invitation.id, answer },
      {
        onSuccess: () => void message.success(t(answer)),
        onError: (error) => void message.error(errorSentence(error)),
      },
    )
  return (
    <span className="page-actions">
      <Button size="small" type="primary" loading={act.isPending} onClick={() => say('accepted')}>
        {t('accept')}
      </Button>
      <Button size="small" onClick={() => say('declined')}>
        {t('decline')}
      </Button>
    </span>
  )
}
