import { App, Button } from 'antd'
import type { MemberFile } from '#contract/people-records.ts'
import { useConfirm } from '../../../kit/confirm.tsx'
import { errorSentence } from '../../../kit/errors.ts'
import { formatDay } from '../../../kit/format.ts'
import { useAct } from '../../../kit/query.ts'
import { t } from '../file-texts.ts'
import { membersChanged } from './members-changed.ts'

/** Other records read as this person, each with the way back. */
export function MergedRecords({ file }: { file: MemberFile }) {
  const { message } = App.useApp()
  const confirm = useConfirm()
  const undo = useAct('undoMergePersons', { invalidates: membersChanged })
  if (file.merged.length === 0) return null
  async function ask(mergeId: string) {
    const sure = await confirm({ title: t('undoMergeTitle'), body: t('undoMergeBody'), verb: t('undoMerge') })
    if (!sure) return
    undo.mutate(
      { personId: file.personId, mergeId },
      {
        onSuccess: () => void message.success(t('undoneMerge')),
        onError: (error) => void message.error(errorSentence(error), 8),
      },
    )
  }
  return (
    <section className="panel file-part" aria-label={t('merged')}>
      <header>
        <h2>{t('merged')}</h2>
      </header>
      <ol className="records">
        {file.merged.map((one) => (
          <li key={one.mergeId} className="record">
            <div>
              <strong>{one.name}</strong>
              <p>{t('mergedBecause', { date: formatDay(one.mergedOn), reason: one.reason })}</p>
            </div>
            {file.can.merge && (
              <Button size="small" loading={undo.isPending} onClick={() => void ask(one.mergeId)}>
                {t('undoMerge')}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
