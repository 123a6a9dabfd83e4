import { App, Button } from 'antd'
import type { AppointmentFile, HandOver } from '#contract/appointments.ts'
import { useConfirm } from '../../../kit/confirm.tsx'
import { errorSentence } from '../../../kit/errors.ts'
import { formatInstant } from '../../../kit/format.ts'
import { useAct } from '../../../kit/query.ts'
import { postName } from '../../access/posts.ts'
import { t } from '../texts.ts'
import { appointmentsChanged } from './outdated.ts'

/** To whom the work of an appointment went, and from whom it came; undone while the window is open. */
export function HandOvers({ file }: { file: AppointmentFile }) {
  if (file.handOvers.length === 0) return null
  return (
    <section className="appointment-part" aria-label={t('handOvers')}>
      <h3>{t('handOvers')}</h3>
      {file.handOvers.map((one) => (
        <p key={one.id}>
          {wordsOf(one, file.id)}{' '}
          <span className="quiet figures">
            {[one.documentNo, formatInstant(one.recordedAt), one.undone && t('undone')]
              .filter(Boolean)
              .join(' · ')}
          </span>{' '}
          {one.canUndo && <Undo handOverId={one.id} />}
        </p>
      ))}
    </section>
  )
}

function wordsOf({ from, to }: HandOver, appointmentId: string): string {
  if (from.appointmentId === appointmentId) return t('handedTo', { name: to.name, post: postName(to.post) })
  return t('handedFrom', { name: from.name, post: postName(from.post) })
}

function Undo({ handOverId }: { handOverId: string }) {
  const confirm = useConfirm()
  const { message } = App.useApp()
  const undo = useAct('undoHandOver', { invalidates: appointmentsChanged })
  const ask = async () => {
    if (!(await confirm({ title: t('undoTitle'), body: t('undoBody'), verb: t('undo') }))) return
    undo.mutate({ handOverId }, { onError: (error) => void message.error(errorSentence(error)) })
  }
  return (
    <Button size="small" loading={undo.isPending} onClick={() => void ask()}>
      {t('undo')}
    </Button>
  )
}
