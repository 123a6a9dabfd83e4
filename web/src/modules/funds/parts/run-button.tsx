import { App, Button } from 'antd'
import { useId } from 'react'
import { useConfirm } from '../../../kit/confirm.tsx'
import { errorSentence } from '../../../kit/errors.ts'
import { formatMoney } from '../../../kit/format.ts'
import { useMay } from '../../../kit/me.ts'
import { useAct } from '../../../kit/query.ts'
import { s } from '../stipend-texts.ts'

/** Runs the month as it is previewed; off, it says why. */
export function RunButton({
  organisationId,
  month,
  budgetId,
  preview,
}: {
  organisationId: string
  month: string
  budgetId: string | undefined
  preview: { claimFen: number; outcomes: readonly { outcome: string; people: number }[] }
}) {
  const confirm = useConfirm()
  const { message } = App.useApp()
  const whyId = useId()
  const mayWrite = useMay('funds.write')
  const act = useAct('runStipends', {
    invalidates: ['previewStipends', 'listStipendRuns', 'listBudgets', 'getBudget', 'listOpenClaims'],
  })
  const people = preview.outcomes
    .filter(({ outcome }) => outcome === 'due' || outcome === 'difference')
    .reduce((sum, each) => sum + each.people, 0)
  const off = offBecause()
  function offBecause(): string | null {
    if (!mayWrite) return s('noPower')
    if (people === 0) return s('nothingNew')
    return budgetId === undefined ? s('noBudget') : null
  }
  async function run() {
    if (budgetId === undefined) return
    const body = s('runBody', { people, total: formatMoney(preview.claimFen) })
    if (!(await confirm({ title: s('runTitle', { month }), body, verb: s('run') }))) return
    act.mutate(
      { organisationId, month, budgetId },
      {
        onSuccess: ({ lines, grossFen }) =>
          void message.success(s('ran', { lines, total: formatMoney(grossFen) })),
        onError: (error) => void message.error(errorSentence(error), 8),
      },
    )
  }
  return (
    <div className="funds-actions">
      <Button
        type="primary"
        loading={act.isPending}
        disabled={off !== null}
        aria-describedby={off === null ? undefined : whyId}
        onClick={() => void run()}
      >
        {s('run')}
      </Button>
      {off !== null && (
        <span id={whyId} className="quiet">
          {off}
        </span>
      )}
    </div>
  )
}
