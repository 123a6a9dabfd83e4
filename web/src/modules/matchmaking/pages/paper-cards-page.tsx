import '../choices.css'
import { useNavigate } from '@tanstack/react-router'
import { Alert, Button, Segmented, Skeleton, Table } from 'antd'
import type { PaperCard } from '#contract/matchmaking-paper.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { Page } from '../../../kit/page.tsx'
import { useParam, useSearchText } from '../../../kit/params.ts'
import { useRead } from '../../../kit/query.ts'
import { LinkButton } from '../../people/parts/link-button.tsx'
import { t } from '../choices-texts.ts'
import { PaperCardPanel } from '../parts/paper-card-panel.tsx'

/** Cards of paper by badge number, and the one that is being keyed in beside them; which one stands in the address. */
export default function PaperCardsPage() {
  const eventId = useParam('eventId')
  const search = useSearchText()
  const navigate = useNavigate()
  const { data, error } = useRead('listPaperCards', { eventId })
  const go = (change: Record<string, string | undefined>) =>
    void navigate({ to: '.', search: { ...search, ...change } as never, replace: true })
  const show = search.show ?? 'all'
  const items = (data?.items ?? []).filter((card) => show === 'all' || card.state !== 'handed_in')
  const open = data?.items.find((card) => String(card.badgeNo) === search.badge)
  return (
    <Page
      title={t('paperTitle')}
      actions={
        <LinkButton to={`/events/${eventId}` as never} search={{ tab: 'choices' } as never}>
          {t('back')}
        </LinkButton>
      }
    >
      <Alert type="warning" showIcon title={t('paperPrivacy')} />
      {error && <Alert type="error" showIcon title={errorSentence(error)} />}
      {!data && !error && <Skeleton active paragraph={{ rows: 8 }} />}
      {data && (
        <div className="paper-columns">
          <section>
            <Segmented
              value={show}
              options={[
                { value: 'all', label: t('all') },
                { value: 'todo', label: t('todo') },
              ]}
              onChange={(value) => go({ show: value })}
            />
            <CardTable items={items} onOpen={(badgeNo) => go({ badge: String(badgeNo) })} />
          </section>
          {open !== undefined && (
            <PaperCardPanel
              key={`${open.badgeNo} ${open.state}`}
              eventId={eventId}
              card={open}
              limit={data.limit}
              takesScores={data.takesScores}
            />
          )}
        </div>
      )}
    </Page>
  )
}

function CardTable({ items, onOpen }: { items: PaperCard[]; onOpen: (badgeNo: number) => void }) {
  return (
    <Table<PaperCard>
      size="small"
      rowKey="badgeNo"
      dataSource={items}
      pagination={{ pageSize: 50, hideOnSinglePage: true }}
      locale={{ emptyText: `${t('nobody')} · ${t('nobodyHint')}` }}
      columns={[
        {
          title: t('badge'),
          dataIndex: 'badgeNo',
          sorter: (a, b) => a.badgeNo - b.badgeNo,
          className: 'figures',
        },
        { title: t('state'), render: (_, card) => stateOf(card) },
        {
          title: t('acts'),
          align: 'right',
          render: (_, card) =>
            verbOf(card) !== null && (
              <Button size="small" onClick={() => onOpen(card.badgeNo)}>
                {verbOf(card)}
              </Button>
            ),
        },
      ]}
    />
  )
}

function stateOf({ state, mine }: PaperCard): string {
  if (mine && state === 'once') return t('onceMine')
  return mine && state === 'differs' ? t('differsMine') : t(state)
}

function verbOf({ state, mine }: PaperCard): string | null {
  if (state === 'none') return t('key')
  if (state === 'once') return mine ? t('mend') : t('key')
  return state === 'differs' && mine ? t('settle') : null
}
