import '../people.css'
import '../member-file.css'
import { Button } from 'antd'
import { useState } from 'react'
import { useMay, useMe } from '../../../kit/me.ts'
import { useSearchText } from '../../../kit/params.ts'
import { ListPage } from '../../../kit/table/list-page.tsx'
import { PrintSlipsButton } from '../../activation/parts/print-slips-button.tsx'
import { EndingDialog } from '../forms/ending-dialog.tsx'
import { MovingDialog } from '../forms/moving-dialog.tsx'
import { ChangeResult } from '../parts/change-result.tsx'
import type { Chosen } from '../parts/chosen.ts'
import { ExportButton } from '../parts/export-button.tsx'
import { useLastChange, type LastChange } from '../parts/last-change.ts'
import { LinkButton } from '../parts/link-button.tsx'
import { memberColumns, memberFilters } from '../parts/member-columns.tsx'
import { MemberPanel, MemberPanelFoot } from '../parts/member-panel.tsx'
import { useListAnswer } from '../parts/use-list-answer.ts'
import { useMemberFilter } from '../parts/use-found.ts'
import { t } from '../texts.ts'

/** Members within scope: found by name, pinyin, card or mobile, looked at beside the list, and changed many at once. */
export default function MembersPage() {
  const { organisationId } = useSearchText()
  const me = useMe()
  const mayChange = useMay('people.write')
  const mayActivate = useMay('accounts.activate')
  const listed = useListAnswer()
  const filter = useMemberFilter()
  const { last, keep } = useLastChange(me.actingAs?.id)
  const [asked, ask] = useState<{ what: 'end' | 'move'; chosen: Chosen; clear: () => void }>()

  function done(change: LastChange) {
    asked?.clear()
    ask(undefined)
    keep(change)
  }
  return (
    <>
      <ListPage
        title={t('members')}
        operation="listMembers"
        filters={memberFilters(organisationId ? 'organisation chosen' : 'whole scope')}
        columns={memberColumns()}
        rowId={(row) => row.personId}
        empty={{ title: t('emptyTitle'), hint: t('emptyHint') }}
        actions={
          <>
            {mayChange && (
              <>
                <LinkButton to="/duplicates" search={{} as never}>
                  {t('duplicates')}
                </LinkButton>
                <LinkButton to="/mass-changes" search={{} as never}>
                  {t('massChanges')}
                </LinkButton>
              </>
            )}
            <ExportButton />
            {mayChange && (
              <LinkButton color="primary" variant="solid" to="/members/new">
                {t('add')}
              </LinkButton>
            )}
          </>
        }
        above={last && <ChangeResult change={last} onClose={() => keep(undefined)} />}
        panel={(id) => ({
          title: t('member'),
          body: <MemberPanel key={id} personId={id} />,
          foot: <MemberPanelFoot personId={id} />,
        })}
        bulk={
          mayChange
            ? (people, clear) => {
                const chosen = { people, found: { filter, total: listed()?.total ?? people.length } }
                return (
                  <>
                    <Button onClick={() => ask({ what: 'end', chosen, clear })}>{t('endMany')}</Button>
                    <Button onClick={() => ask({ what: 'move', chosen, clear })}>{t('moveMany')}</Button>
                    {mayActivate && <PrintSlipsButton personIds={people.map((row) => row.personId)} />}
                  </>
                )
              }
            : undefined
        }
      />
      {asked?.what === 'end' && (
        <EndingDialog chosen={asked.chosen} onClose={() => ask(undefined)} onDone={done} />
      )}
      {asked?.what === 'move' && (
        <MovingDialog chosen={asked.chosen} onClose={() => ask(undefined)} onDone={done} />
      )}
    </>
  )
}
