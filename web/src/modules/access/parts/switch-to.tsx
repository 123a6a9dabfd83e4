import { App, Button } from 'antd'
import { errorSentence } from '../../../kit/errors.ts'
import { useAct } from '../../../kit/query.ts'
import { t } from '../explanation-texts.ts'
import { postName } from '../posts.ts'

/** Switches to another of one's own posts, which may do what the present one may not. */
export function SwitchTo({
  own,
}: {
  own: { appointmentId: string; post: string; organisationName: string }
}) {
  const { message } = App.useApp()
  const actAs = useAct('actAs', { invalidates: 'everything' })
  return (
    <Button
      size="small"
      loading={actAs.isPending}
      onClick={() =>
        actAs.mutate(
          { appointmentId: own.appointmentId },
          { onError: (error) => void message.error(errorSentence(error)) },
        )
      }
    >
      {t('switchTo', { organisation: own.organisationName, post: postName(own.post) })}
    </Button>
  )
}
