import { App, Button } from 'antd'
import type { Duplicate } from '#contract/people-duplicates.ts'
import { useConfirm } from '../../../kit/confirm.tsx'
import { errorSentence } from '../../../kit/errors.ts'
import { useAct } from '../../../kit/query.ts'
import { t } from '../duplicate-texts.ts'
import { LinkButton } from './link-button.tsx'

/** What can be done about two records that may be one person. */
export function DuplicateActions({ pair }: { pair: Duplicate }) {
  const { kept, other } = pair
  if (other === null)
    return pair.proposed ? <span>{t('proposed')}</span> : <Propose personId={kept.personId} />
  return (
    <span className="row-actions">
      <LinkButton
        size="small"
        to={`/members/${kept.personId}/merge`}
        search={{ other: other.personId } as never}
      >
        {t('compare')}
      </LinkButton>
      <KeepApart personId={kept.personId} otherPersonId={other.personId} />
    </span>
  )
}

function Propose({ personId }: { personId: string }) {
  const { message } = App.useApp()
  const act = useAct('proposeMerge', { invalidates: ['listDuplicates'] })
  return (
    <Button
      size="small"
      loading={act.isPending}
      onClick={() =>
        act.mutate(
          { personId },
          {
            onSuccess: () => void message.success(t('proposeDone')),
            onError: (error) => void message.error(errorSentence(error), 8),
          },
        )
      }
    >
      {t('propose')}
    </Button>
  )
}

function KeepApart(pair: { personId: string; otherPersonId: string }) {
  const { message } = App.useApp()
  const confirm = useConfirm()
  const act = useAct('keepApart', { invalidates: ['listDuplicates'] })
  async function ask() {
    if (!(await confirm({ title: t('apartTitle'), body: t('apartBody'), verb: t('apart') }))) return
    act.mutate(pair, {
      onSuccess: () => void message.success(t('apartDone')),
      onError: (error) => void message.error(errorSentence(error), 8),
    })
  }
  return (
    <Button size="small" loading={act.isPending} onClick={() => void ask()}>
      {t('apart')}
    </Button>
  )
}
