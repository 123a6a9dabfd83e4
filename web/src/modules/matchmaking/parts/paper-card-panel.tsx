import { Alert, Button, Form, Input, Radio, Select, Skeleton, Table } from 'antd'
import { useEffect, useState } from 'react'
import type { Choice } from '#contract/matchmaking-choices.ts'
import type { OpenedPaperCard, PaperCard, PaperDifference } from '#contract/matchmaking-paper.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { useAct } from '../../../kit/query.ts'
import { t } from '../choices-texts.ts'

interface Props {
  eventId: string
  card: PaperCard
  limit: number
  takesScores: boolean
}

/** One card: keyed in, or settled where two people have read it differently. */
export function PaperCardPanel(props: Props) {
  const { card } = props
  return (
    <section className="panel">
      <h2 className="section-title">{t('cardOf', { number: card.badgeNo })}</h2>
      {card.state === 'differs' && card.mine ? <Settle {...props} /> : <KeyIn {...props} />}
    </section>
  )
}

function KeyIn({ eventId, card, limit, takesScores }: Props) {
  const [numbers, setNumbers] = useState<string[]>([])
  const [scores, setScores] = useState('')
  const key = useAct('keyPaperCard', { invalidates: ['listPaperCards', 'getChoiceCounts'] })
  if (card.state === 'handed_in') return <Alert type="success" showIcon title={t('savedDone')} />
  return (
    <Form
      layout="vertical"
      onFinish={() =>
        key.mutate({ eventId, badge: String(card.badgeNo), choices: choicesOf(numbers, scores) })
      }
    >
      {card.state === 'once' && card.mine && <Alert type="info" showIcon title={t('savedOnce')} />}
      <Form.Item label={t('numbers')} extra={t('numbersHint', { limit })} htmlFor="paper-numbers">
        <Select
          id="paper-numbers"
          mode="tags"
          open={false}
          suffixIcon={null}
          maxCount={limit}
          value={numbers}
          tokenSeparators={[' ', ',', '，', '、']}
          onChange={(values: string[]) => setNumbers(values.filter((value) => /^[1-9]\d{0,4}$/.test(value)))}
        />
      </Form.Item>
      {takesScores && (
        <Form.Item label={t('scores')} htmlFor="paper-scores">
          <Input
            id="paper-scores"
            value={scores}
            placeholder="17:4 23:5"
            onChange={(event) => setScores(event.target.value)}
          />
        </Form.Item>
      )}
      {key.error && <Alert type="error" showIcon title={errorSentence(key.error)} />}
      <Button type="primary" htmlType="submit" loading={key.isPending}>
        {t('save')}
      </Button>
    </Form>
  )
}

function Settle({ eventId, card }: Props) {
  const badge = String(card.badgeNo)
  const look = useAct('openPaperCard', { invalidates: [] })
  const { mutate } = look
  useEffect(() => mutate({ eventId, badge }), [mutate, eventId, badge])
  if (look.error) return <Alert type="error" showIcon title={errorSentence(look.error)} />
  if (!look.data) return <Skeleton active />
  return <Differences eventId={eventId} badge={badge} opened={look.data} />
}

function Differences({
  eventId,
  badge,
  opened,
}: {
  eventId: string
  badge: string
  opened: OpenedPaperCard
}) {
  const [taken, setTaken] = useState<Readonly<Record<number, 'mine' | 'theirs'>>>({})
  const settle = useAct('settlePaperCard', { invalidates: ['listPaperCards', 'getChoiceCounts'] })
  const isDecided = opened.differences.every((each) => taken[each.badgeNo] !== undefined)
  return (
    <>
      <p>{t('difference')}</p>
      <Table<PaperDifference>
        size="small"
        rowKey="badgeNo"
        pagination={false}
        dataSource={opened.differences}
        columns={[
          { title: t('badge'), dataIndex: 'badgeNo', className: 'figures' },
          { title: t('mine'), render: (_, row) => sayMark(row.mine) },
          { title: t('theirs'), render: (_, row) => sayMark(row.theirs) },
          {
            title: t('take'),
            render: (_, row) => (
              <Radio.Group
                aria-label={t('cardOf', { number: row.badgeNo })}
                value={taken[row.badgeNo]}
                options={[
                  { value: 'mine', label: t('mine') },
                  { value: 'theirs', label: t('theirs') },
                ]}
                onChange={(event) =>
                  setTaken({ ...taken, [row.badgeNo]: event.target.value as 'mine' | 'theirs' })
                }
              />
            ),
          },
        ]}
      />
      {settle.error && <Alert type="error" showIcon title={errorSentence(settle.error)} />}
      <Button
        type="primary"
        disabled={!isDecided}
        title={isDecided ? undefined : t('difference')}
        loading={settle.isPending}
        onClick={() => settle.mutate({ eventId, badge, choices: settledOf(opened, taken) })}
      >
        {t('settleVerb')}
      </Button>
    </>
  )
}

function settledOf(opened: OpenedPaperCard, taken: Readonly<Record<number, 'mine' | 'theirs'>>): Choice[] {
  const open = new Set(opened.differences.map((each) => each.badgeNo))
  const agreed = opened.mine.filter((mark) => !open.has(mark.badgeNo))
  return [
    ...agreed,
    ...opened.differences.flatMap((each) => {
      const mark = taken[each.badgeNo] === 'theirs' ? each.theirs : each.mine
      return mark === null ? [] : [mark]
    }),
  ]
}

function sayMark(mark: Choice | null): string {
  if (mark === null) return t('unmarked')
  if (mark.score === null) return t('marked')
  return mark.yes ? t('markedScore', { score: mark.score }) : t('onlyScore', { score: mark.score })
}

function choicesOf(numbers: readonly string[], scores: string): Choice[] {
  const given = new Map(
    [...scores.normalize('NFKC').matchAll(/(\d{1,5})\s*:\s*([1-5])/g)].map(([, badge, score]) => [
      Number(badge),
      Number(score),
    ]),
  )
  const yes = new Set(numbers.map(Number))
  return [...new Set([...yes, ...given.keys()])].map((badgeNo) => ({
    badgeNo,
    yes: yes.has(badgeNo),
    score: given.get(badgeNo) ?? null,
  }))
}
