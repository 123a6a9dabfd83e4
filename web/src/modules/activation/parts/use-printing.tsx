import { App } from 'antd'
import type { Input } from '../../../kit/call.ts'
import { useConfirm } from '../../../kit/confirm.tsx'
import { errorSentence } from '../../../kit/errors.ts'
import { useAct } from '../../../kit/query.ts'
import { useNavigate } from '@tanstack/react-router'
import { t } from '../texts.ts'

type Whom = Input<'printActivationSlips'>

const changed = ['listActivationMembers', 'listSlipRuns'] as const

/** Prints and revokes slips after a question; printing leads to the page where the sheets are made and opened. */
export function usePrinting() {
  const confirm = useConfirm()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const order = useAct('printActivationSlips', { invalidates: changed })
  const revoke = useAct('revokeActivationSlips', { invalidates: changed })
  const onError = (error: Error) => void message.error(errorSentence(error), 8)

  async function print(whom: Whom, count?: number) {
    const body = (
      <>
        {whom.organisationId && <p>{t('printAllBody')}</p>}
        <p>{t('printBody')}</p>
      </>
    )
    const counted = count === undefined ? {} : { count }
    if (!(await confirm({ title: t('printTitle'), body, verb: t('printThese'), ...counted }))) return
    order.mutate(whom, {
      onError,
      onSuccess: ({ runId, jobId }) =>
        void navigate({ to: '/activation/printings', search: { runId, jobId } as never }),
    })
  }

  async function revokeSlips(personIds: string[], done: () => void) {
    const question = { title: t('revokeTitle'), body: t('revokeBody'), verb: t('revokeThese') }
    if (!(await confirm({ ...question, count: personIds.length }))) return
    revoke.mutate(
      { personIds },
      {
        onError,
        onSuccess: ({ revoked }) => {
          void message.success(t('revoked', { count: revoked }))
          done()
        },
      },
    )
  }

  return { print, revokeSlips, busy: order.isPending || revoke.isPending }
}
