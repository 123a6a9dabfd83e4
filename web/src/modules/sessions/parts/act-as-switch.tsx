import type { AppointmentInUse } from '#contract/sessions.ts'
import { App, Dropdown } from 'antd'
import { formatPeriod } from '../../../kit/format.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { useMe } from '../../../kit/me.ts'
import { useAct } from '../../../kit/query.ts'
import { Icon } from '../../../ui/icon.tsx'
import { postName } from '../../access/posts.ts'
import { heldPost } from '../../appointments/words.ts'
import { t } from '../texts.ts'

/** The appointment in use, always in sight; a press lists the others. After a switch everything on the screen is asked for again. */
export function ActAsSwitch() {
  const { actingAs, appointments } = useMe()
  const { message } = App.useApp()
  const actAs = useAct('actAs', { invalidates: 'everything' })
  if (!actingAs) return null

  const choose = (appointment: AppointmentInUse) =>
    actAs.mutate(
      { appointmentId: appointment.id },
      {
        onSuccess: () => void message.success(t('switched', { post: postName(appointment.post) })),
        onError: (error) => void message.error(errorSentence(error)),
      },
    )
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        className: 'act-as-menu',
        selectedKeys: [actingAs.id],
        items: [
          { key: 'hint', type: 'group', label: `${t('switchTitle')} · ${t('switchHint')}` },
          ...appointments.map((one) => ({
            key: one.id,
            label: <Appointment one={one} inUse={one.id === actingAs.id} />,
          })),
        ],
        onClick: ({ key }) => {
          const chosen = appointments.find((one) => one.id === key)
          if (chosen && chosen.id !== actingAs.id) choose(chosen)
        },
      }}
    >
      <button type="button" className="act-as" aria-busy={actAs.isPending}>
        <span>
          <strong>{t('actingAs', { post: heldPost(actingAs) })}</strong>
          <small>{actingAs.organisationName}</small>
        </span>
        <Icon name="down" size={16} />
      </button>
    </Dropdown>
  )
}

function Appointment({ one, inUse }: { one: AppointmentInUse; inUse: boolean }) {
  return (
    <span className="act-as-choice">
      <strong>
        {heldPost(one)} · {one.fullTime ? t('fullTime') : t('partTime')}
        {inUse && (
          <em>
            <Icon name="check" size={14} /> {t('inUse')}
          </em>
        )}
      </strong>
      <span>{one.organisationName}</span>
      <span className="figures">{formatPeriod(one.startsOn, one.endsBefore)}</span>
    </span>
  )
}
